const identifiers = /\$(?:id|anchor|dynamicAnchor|schema|self)\b/u;

/** Whether a text may hold identifiers of schemas, by which references lead to places that no pointer names. */
export function mayIdentify(text: string): boolean {
  return identifiers.test(text);
}
