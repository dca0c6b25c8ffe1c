import { compareContents } from "./compare-contents.js";
import { compareWords } from "./compare-words.js";
import type { OperationPair } from "./operation-pair.js";

/** Compares the request bodies of an operation. */
export function compareBody(look: OperationPair): void {
  const { old, new: fresh, sent, report } = look;
  const [before, after] = [old.body, fresh.body];
  if (before === undefined && after === undefined) return;
  const at = {
    old: before?.pointer ?? old.pointer,
    new: after?.pointer ?? fresh.pointer,
  };
  if (before === undefined) {
    const isRequired = after?.required === true;
    report(
      {
        kind: isRequired ? "required-body-added" : "body-added",
        ...at,
        reason: `The operation has a ${isRequired ? "required " : ""}body now.`,
      },
      sent,
    );
    return;
  }
  if (after === undefined) {
    report(
      {
        kind: "body-removed",
        ...at,
        reason: "The operation no longer has a body.",
      },
      sent,
    );
    return;
  }
  if (before.required !== after.required) {
    report(
      {
        kind: after.required ? "body-required" : "body-optional",
        ...at,
        reason: `The body is ${after.required ? "required" : "optional"} now.`,
      },
      sent,
    );
  }
  compareWords(before, after, at, "The body", report);
  compareContents(
    { old: before.contents, new: after.contents, at, direction: sent },
    look,
  );
}
