const identifiers =
  /\$(?:id|anchor|dynamicAnchor|recursiveAnchor|schema|self)\b|jsonSchemaDialect/u;

/**
 * Whether a text may hold identifiers of schemas, by which references lead to places that no pointer names, or may
 * name the dialect of a schema.
 */
export function mayIdentify(text: string): boolean {
  return identifiers.test(text);
}
