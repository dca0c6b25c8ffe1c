import { describe, typeIssue } from "./issue-kinds.js";
import type { Issue } from "./issues.js";
import {
  addIssues,
  report,
  type Collect,
  type InstanceLocation,
} from "./locations.js";

/**
 * Reports a value that no branch of a union takes: the issues of the branch that came nearest. Where every
 * branch asks for another type, all those types are named in one issue.
 * @param branches by their numbers in the union; undefined for one that is out of the question
 */
export function unionIssue(
  at: InstanceLocation,
  value: unknown,
  keyword: string,
  branches: readonly (Collect | undefined)[],
): void {
  let nearest: Issue[] | undefined;
  let nearestDistance = Infinity;
  const types = new Set<string>();
  branches.forEach((collect, index) => {
    const issues: Issue[] = [];
    const schema = `${at.schema}/${keyword}/${index}`;
    collect?.(value, { issues, pointer: at.pointer, schema, depth: at.depth });
    for (const type of rootTypes(issues, at.pointer)) types.add(type);
    const distance = distanceOf(issues, at.pointer);
    if (issues.length > 0 && distance < nearestDistance) {
      nearest = issues;
      nearestDistance = distance;
    }
  });
  if (nearest === undefined) return;
  if (nearestDistance < wrongType) {
    addIssues(at.issues, nearest);
  } else {
    typeIssue(at, value, ...types);
  }
}

/** Reports a value that more than one branch of a `oneOf` takes. */
export function oneOfIssue(
  at: InstanceLocation,
  matching: readonly number[],
): void {
  report(
    at,
    "oneOf",
    { matching },
    `matches alternatives ${matching.join(" and ")}, expected exactly one`,
  );
}

/** Reports an object whose tag selects no branch. */
export function tagIssue(
  at: InstanceLocation,
  value: unknown,
  ...allowed: readonly unknown[]
): void {
  const expected = allowed.map(describe).join(", ");
  const found = value === undefined ? "nothing" : describe(value);
  const message = `expected one of ${expected}, found ${found}`;
  report(at, "discriminator", { allowed }, message);
}

const wrongType = 1e6;
const wrongTag = 1e3;

/** How far a branch is: a wrong type is farthest, then a wrong constant of a member, then the number of issues. */
function distanceOf(issues: readonly Issue[], pointer: string): number {
  let distance = 0;
  for (const issue of issues) {
    const isHere = issue.pointer === pointer;
    if (isHere && issue.keyword === "type") return wrongType;
    const isTag = issue.keyword === "const" || issue.keyword === "enum";
    const isNear = issue.pointer.indexOf("/", pointer.length + 1) < 0;
    distance += isTag && isNear ? wrongTag : 1;
  }
  return distance;
}

function rootTypes(issues: readonly Issue[], pointer: string): string[] {
  const found = issues.find(
    (issue) => issue.pointer === pointer && issue.keyword === "type",
  );
  return (found?.params["types"] as string[] | undefined) ?? [];
}
