import { UsageError } from "./usage-error.js";

/**
 * Checks the path that a website is served under.
 * @throws UsageError if it does not begin and end with `/`, or has something else than the segments of a path
 */
export function checkBase(base: string): void {
  if (/^\/(?:(?!\.{1,2}\/)[\w.~-]+\/)*$/.test(base)) return;
  throw new UsageError(
    `--base ${base}: write a path with "/" at both ends, such as /docs/`,
  );
}
