import { code, type Code } from "../../code/code.js";
import { mayBeBigint } from "../../mapping/mappings.js";
import type { JsonType } from "../../model/schema.js";
import type { Member } from "./object-assertions.js";
import type { Pass } from "./pass.js";
import { hasOwnEntry } from "./instance-locations.js";
import { groupOf } from "./keyword-groups.js";
import { runtime } from "../runtime-symbols.js";
import { isSecret } from "./secrets.js";
import type { Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/**
 * The one call that reports a member of which nothing is asked but one or two scalar types; undefined for other members.
 * Most members are of this kind. TypeScript works out what is known after each `if`, which takes it long where many
 * follow each other; a call leaves it nothing to work out.
 */
export function typeOnlyCall(
  { name, schema, isRequired }: Member,
  value: Code,
  subject: Subject,
  pass: Pass,
): Statement | undefined {
  if (schema.kind !== "keywords" || isSecret(schema)) return undefined;
  if (!hasOwnEntry(subject, name, schema)) return undefined;
  if (mayBeBigint(pass.context.mappings, schema)) return undefined;
  const [only, ...others] = schema.keywords.filter(
    (keyword) => groupOf(keyword, pass) !== "nothing",
  );
  if (only?.kind !== "type" || others.length > 0) return undefined;
  if (only.types.length > 2 || !only.types.every(isScalar)) return undefined;
  const report = isRequired
    ? runtime.requiredTypeIssues
    : runtime.optionalTypeIssues;
  const types = only.types.map((type) => code`, ${type}`);
  return {
    kind: "block",
    code: code`${report}(${subject.location()}, ${name}, ${value}${types});`,
  };
}

function isScalar(type: JsonType): boolean {
  return type !== "array" && type !== "object";
}
