import type { ModelContext } from "./model-context.js";
import {
  elementsOf,
  isObjectSource,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";
import { referenceTarget } from "./tag-facts.js";

/** Keywords that say nothing of which values are valid, and `type`, which a reference beside it says as well. */
const silent = new Set(
  "title description default example examples deprecated readOnly writeOnly externalDocs xml nullable type $comment".split(
    " ",
  ),
);

/**
 * True for a schema that is another one by another name: a `$ref`, or `allOf` of one part, with nothing beside it
 * but words.
 */
export function isAlias(source: ObjectSource): boolean {
  const says = Object.keys(source.value).filter(
    (keyword) => !silent.has(keyword) && !keyword.startsWith("x-"),
  );
  const [only, ...others] = says;
  if (others.length > 0) return false;
  return (
    only === "$ref" ||
    (only === "allOf" && elementsOf(source, "allOf").length === 1)
  );
}

/** The schema that a branch of a union is by another name; the branch itself where it is written in place. */
export function targetOfBranch(branch: Source, context: ModelContext): Source {
  if (!isObjectSource(branch)) return branch;
  const [part] = elementsOf(branch, "allOf");
  const reference = part !== undefined && isAlias(branch) ? part : branch;
  return isObjectSource(reference)
    ? (referenceTarget(reference, context) ?? branch)
    : branch;
}

/** True for a branch that is a schema of its own and no other one by name. `null` selects nothing anyway. */
export function isWrittenInPlace(
  branch: Source,
  context: ModelContext,
): boolean {
  return (
    isObjectSource(branch) &&
    stringMember(branch, "type") !== "null" &&
    targetOfBranch(branch, context) === branch
  );
}
