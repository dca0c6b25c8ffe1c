import type { Annotations, Rule, RuleSchema, Schema } from "./schema.js";

/** The union of a schema and `null`, at the same place. */
export function orNull(schema: Schema, annotations: Annotations): RuleSchema {
  const { pointer } = schema;
  const branch = nullSchema(`${pointer}/nullable`, {});
  return {
    kind: "rules",
    pointer,
    annotations,
    rules: [{ kind: "anyOf", schemas: [schema, branch] }],
  };
}

/** The schema of `null` alone. */
export function nullSchema(
  pointer: string,
  annotations: Annotations,
): RuleSchema {
  const rules: Rule[] = [{ kind: "type", types: ["null"] }];
  return { kind: "rules", pointer, annotations, rules };
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

/** The one branch of a union that has no other but `null`; undefined for every other rule. */
export function besideNull(rule: Rule): Schema | undefined {
  if (rule.kind !== "anyOf" && rule.kind !== "oneOf") return undefined;
  if (rule.schemas.length !== 2) return undefined;
  const [branch, ...others] = rule.schemas.filter((each) => !isNull(each));
  return others.length === 0 ? branch : undefined;
}

/** The one branch beside `null` of a schema that is nothing but such a union; any other schema unchanged. */
export function nonNullPart(schema: Schema): Schema {
  const [rule, ...others] = schema.kind === "rules" ? schema.rules : [];
  return rule === undefined || others.length > 0
    ? schema
    : (besideNull(rule) ?? schema);
}

/** True for `type: "null"` alone. */
export function isNull(schema: Schema): boolean {
  const [rule, ...others] = schema.kind === "rules" ? schema.rules : [];
  return (
    rule?.kind === "type" &&
    rule.types.every((type) => type === "null") &&
    others.length === 0
  );
}
