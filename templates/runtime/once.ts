import type { Issue } from "./issues.js";
import { addIssues, type InstanceLocation } from "./locations.js";

/** What functions have found of values. */
interface Found {
  readonly tests: Map<unknown, Map<unknown, boolean>>;
  readonly issues: Map<unknown, Map<unknown, Issues>>;
}

interface Issues {
  readonly pointer: string;
  readonly list: ReadonlySet<Issue>;
}

/** Filled while a validator of a recursive schema runs, from the outermost call of one to its end. */
let found: Found | undefined;

/**
 * The result of a test, which is run once for each value: several branches of a recursive union look at the same
 * members, and each level of the data would multiply the work.
 * @param key the function whose test it is
 */
export function testOnce(
  key: unknown,
  value: unknown,
  test: () => boolean,
): boolean {
  if (!isComposite(value)) return test();
  return remembering(({ tests }) => {
    const results = entryOf(tests, key);
    const known = results.get(value);
    if (known !== undefined) return known;
    const result = test();
    results.set(value, result);
    return result;
  });
}

/** Adds the issues of a value, which are collected once for each value and place. */
export function collectOnce(
  key: unknown,
  value: unknown,
  from: InstanceLocation,
  collect: (from: InstanceLocation) => void,
): void {
  if (!isComposite(value)) return collect(from);
  remembering(({ issues }) => {
    const results = entryOf(issues, key);
    let known = results.get(value);
    if (known?.pointer !== from.pointer) {
      const list: Issue[] = [];
      collect({ ...from, issues: list });
      // Two parts that look at the same member have added the same issues.
      known = { pointer: from.pointer, list: new Set(list) };
      results.set(value, known);
    }
    addIssues(from.issues, known.list);
  });
}

/** Other values have nothing below them. */
function isComposite(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function remembering<T>(run: (found: Found) => T): T {
  if (found !== undefined) return run(found);
  found = { tests: new Map(), issues: new Map() };
  try {
    return run(found);
  } finally {
    found = undefined;
  }
}

function entryOf<T>(
  all: Map<unknown, Map<unknown, T>>,
  key: unknown,
): Map<unknown, T> {
  const known = all.get(key);
  if (known !== undefined) return known;
  const entry = new Map<unknown, T>();
  all.set(key, entry);
  return entry;
}
