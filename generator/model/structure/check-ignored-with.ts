import { didYouMean } from "../../diagnostics/suggest.js";
import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { readIgnoredWith } from "../read-annotations.js";
import {
  isObjectSource,
  member,
  pointerToken,
  type Source,
} from "../source.js";

/**
 * `x-ignored-with`: a list of names, or a map from names to reasons, and each a sibling of its carrier.
 * @param carrier a property's schema or a parameter
 */
export function checkIgnoredWith(
  carrier: Source,
  siblings: readonly string[],
  context: ModelContext,
): void {
  if (!isObjectSource(carrier)) return;
  const extension = member(carrier, "x-ignored-with");
  if (extension === undefined) return;
  const entries = Array.isArray(extension.value)
    ? (extension.value as readonly unknown[])
    : isObjectSource(extension)
      ? Object.values(extension.value)
      : undefined;
  if (entries?.every((entry) => typeof entry === "string") !== true) {
    context.reporter.add(
      "wrong-type",
      extension,
      '"x-ignored-with" must be a list of names, or a map from names to the reasons in words.',
      'Write "x-ignored-with: [Name]", or a map from names to texts.',
    );
    return;
  }
  const isList = Array.isArray(extension.value);
  readIgnoredWith(carrier)?.forEach(({ name }, index) => {
    if (siblings.includes(name)) return;
    const key = isList ? String(index) : pointerToken(name);
    context.reporter.add(
      "ignored-with-unknown",
      {
        file: extension.file,
        pointer: `${extension.pointer}/${key}`,
        at: isList ? "value" : "key",
      },
      `"x-ignored-with" names "${visible(name)}", and there is no sibling of that name.`,
      didYouMean(name, siblings) ??
        "Name a member that stands beside this one.",
    );
  });
}
