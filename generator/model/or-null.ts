import type { Annotations, Keyword, KeywordSchema, Schema } from "./schema.js";

/** The union of a schema and `null`, at the same place. */
export function orNull(
  schema: Schema,
  annotations: Annotations,
): KeywordSchema {
  const { pointer } = schema;
  const branch = nullSchema(`${pointer}/nullable`, {});
  return {
    kind: "keywords",
    pointer,
    annotations,
    keywords: [{ kind: "anyOf", schemas: [schema, branch] }],
  };
}

/** The schema of `null` alone. */
export function nullSchema(
  pointer: string,
  annotations: Annotations,
): KeywordSchema {
  const keywords: Keyword[] = [{ kind: "type", types: ["null"] }];
  return { kind: "keywords", pointer, annotations, keywords };
}

/** The schema of which `orNull` made a union, with the union's annotations; any other schema unchanged. */
export function withoutNull(schema: Schema): Schema {
  return isOrNull(schema)
    ? { ...nonNullPart(schema), annotations: schema.annotations }
    : schema;
}

/** True for a union that `orNull` made. */
export function isOrNull(schema: Schema): boolean {
  const inner = nonNullPart(schema);
  return inner !== schema && inner.pointer === schema.pointer;
}

/** The one branch of a union that has no other but `null`; undefined for every other keyword. */
export function besideNull(keyword: Keyword): Schema | undefined {
  if (keyword.kind !== "anyOf" && keyword.kind !== "oneOf") return undefined;
  if (keyword.schemas.length !== 2) return undefined;
  const [branch, ...others] = keyword.schemas.filter((each) => !isNull(each));
  return others.length === 0 ? branch : undefined;
}

/** The one branch beside `null` of a schema that is nothing but such a union; any other schema unchanged. */
export function nonNullPart(schema: Schema): Schema {
  const [keyword, ...others] =
    schema.kind === "keywords" ? schema.keywords : [];
  return keyword === undefined || others.length > 0
    ? schema
    : (besideNull(keyword) ?? schema);
}

/** True for `type: "null"` alone. */
export function isNull(schema: Schema): boolean {
  const [keyword, ...others] =
    schema.kind === "keywords" ? schema.keywords : [];
  return (
    keyword?.kind === "type" &&
    keyword.types.every((type) => type === "null") &&
    others.length === 0
  );
}
