import type { Issue, ValidationResult } from "./issues.js";

/** A location in the value, the schema that applies to it, and the list that takes its issues. */
export interface InstanceLocation {
  readonly issues: Issue[];
  /** JSON Pointer into the value. */
  readonly pointer: string;
  /** JSON Pointer of the schema in the description. */
  readonly schema: string;
  /** How many named schemas were entered on the way. */
  readonly depth: number;
}

/** Adds every issue of a value to the list of the location. */
export type Collect = (value: unknown, at: InstanceLocation) => void;

/** The result for a value that its schema refuses. */
export function failure(
  value: unknown,
  collect: Collect,
): { readonly ok: false; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  collect(value, { issues, pointer: "", schema: "", depth: 0 });
  return { ok: false, issues };
}

/** The value where `collect` finds no issue, else every issue. */
export function checked<T>(
  value: unknown,
  collect: Collect,
): ValidationResult<T> {
  const result = failure(value, collect);
  return result.issues.length === 0 ? { ok: true, value: value as T } : result;
}

/** The same value, seen by the schema at `schema`. */
export function schemaLocation(
  at: InstanceLocation,
  schema: string,
): InstanceLocation {
  return {
    issues: at.issues,
    pointer: at.pointer,
    schema,
    depth: at.depth + 1,
  };
}

/** The same value, seen by a part of the schema: `/allOf/0`. */
export function subschemaLocation(
  at: InstanceLocation,
  path: string,
): InstanceLocation {
  return {
    issues: at.issues,
    pointer: at.pointer,
    schema: at.schema + path,
    depth: at.depth,
  };
}

/** A member or item of the value, seen by the part of the schema at `path`. */
export function childLocation(
  at: InstanceLocation,
  key: string | number,
  path: string,
): InstanceLocation {
  const token = String(key).replace(/~/g, "~0").replace(/\//g, "~1");
  return {
    issues: at.issues,
    pointer: `${at.pointer}/${token}`,
    schema: at.schema + path,
    depth: at.depth,
  };
}

/** A member of the value, seen by its own entry under `properties`. The key has no `~` and no `/`. */
export function propertyLocation(
  at: InstanceLocation,
  key: string,
): InstanceLocation {
  return {
    issues: at.issues,
    pointer: `${at.pointer}/${key}`,
    schema: `${at.schema}/properties/${key}`,
    depth: at.depth,
  };
}

/** An item of the value, seen by `items`. */
export function itemLocation(
  at: InstanceLocation,
  index: number,
): InstanceLocation {
  return {
    issues: at.issues,
    pointer: `${at.pointer}/${index}`,
    schema: `${at.schema}/items`,
    depth: at.depth,
  };
}

/** How many issues a list has at most: those of a long list of wrong items take many times its memory. */
export const mostIssues = 20_000;

/** Adds an issue, unless the list is full. */
export function report(
  at: InstanceLocation,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  message: string,
): void {
  if (at.issues.length < mostIssues) {
    at.issues.push({
      pointer: at.pointer,
      keyword,
      message,
      params,
      schemaPointer: `${at.schema}/${keyword}`,
    });
  }
}

/** Adds issues of the same value that were collected apart, unless the list is full. */
export function addIssues(issues: Issue[], added: Iterable<Issue>): void {
  for (const issue of added) {
    if (issues.length >= mostIssues) return;
    issues.push(issue);
  }
}

/** Takes what was found out of the messages of the issues from `first` on: the field is secret. */
export function hideFound(issues: Issue[], first: number): void {
  for (let index = first; index < issues.length; index++) {
    const issue = issues[index] as Issue;
    issues[index] = {
      ...issue,
      message: issue.message.replace(/, found [^]*$/, ""),
    };
  }
}
