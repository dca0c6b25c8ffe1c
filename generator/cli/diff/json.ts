import type { Change } from "../../diff/change.js";
import type { DiffResult } from "../../diff/result.js";
import { operationWords } from "./words.js";

/** A result as JSON, for programs. */
export function diffJson({ verdict, changes }: DiffResult): string {
  return JSON.stringify({ verdict, changes: changes.map(entryOf) }, null, 2);
}

/** A change of several operations names none of them as its own; its reason lists them. */
function entryOf(change: Change) {
  const { kind, verdict, layers, direction, operations, pointer } = change;
  const [operation, ...others] = operations;
  const isShared = others.length > 0;
  return {
    kind,
    verdict,
    layers,
    direction,
    operation: isShared ? null : (operation ?? null),
    pointer,
    old: change.old ?? null,
    new: change.new ?? null,
    reason: isShared
      ? `${change.reason} Operations: ${operationWords(change)}.`
      : change.reason,
  };
}
