import type { Annotations, Schema } from "../../model/schema.js";
import { canonicalText } from "./conjunct.js";
import type { Look } from "./look.js";

/** Keywords that only describe. */
const words = ["title", "description", "examples", "externalDocs"] as const;

/**
 * Compares keywords that describe without asserting.
 * @param isReference true if both schemas are references, whose targets are compared at their own place
 */
export function compareAnnotations(look: Look, isReference: boolean): void {
  const { old, new: fresh, report } = look;
  const find = (
    sources: readonly Schema[],
    key: keyof Annotations,
  ): { value: unknown; at: string | undefined } => {
    const found = (isReference ? sources.slice(0, 1) : sources).find(
      ({ annotations }) => annotations[key] !== undefined,
    );
    return { value: found?.annotations[key], at: found?.pointer };
  };
  const compare = (
    key: keyof Annotations,
    kind:
      | "docs-changed"
      | "deprecation-changed"
      | "default-changed"
      | "extension-changed",
    reason: (was: unknown, is: unknown) => string,
  ): void => {
    const before = find(old.sources, key);
    const after = find(fresh.sources, key);
    if (canonicalText(before.value) === canonicalText(after.value)) return;
    report({
      kind,
      old: before.at ?? look.at.old,
      new: after.at ?? look.at.new,
      reason: reason(before.value, after.value),
    });
  };
  for (const key of words) {
    compare(key, "docs-changed", () => `The ${nouns[key]} changed.`);
  }
  compare("deprecated", "deprecation-changed", (_was, is) =>
    is === true ? "It is deprecated now." : "It is no longer deprecated.",
  );
  compare(
    "default",
    "default-changed",
    (was, is) =>
      `The default was ${was === undefined ? "absent" : canonicalText(was)}, and is ${is === undefined ? "absent" : canonicalText(is)} now.`,
  );
  compare("extensions", "extension-changed", (was, is) => {
    const keys = changedKeys(was, is).map((key) => `"${key}"`);
    return `${keys.join(", ")} changed.`;
  });
}

const nouns: Readonly<Record<(typeof words)[number], string>> = {
  title: "title",
  description: "description",
  examples: "examples",
  externalDocs: "link to further documentation",
};

function changedKeys(was: unknown, is: unknown): string[] {
  const before = Object.entries(was ?? {});
  const after = new Map(Object.entries(is ?? {}));
  const removedOrChanged = before.flatMap(([key, value]) =>
    canonicalText(value) === canonicalText(after.get(key)) ? [] : [key],
  );
  const known = new Set(before.map(([key]) => key));
  return [
    ...removedOrChanged,
    ...[...after.keys()].filter((key) => !known.has(key)),
  ];
}
