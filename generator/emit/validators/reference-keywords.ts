import { code } from "../../code/code.js";
import type { DefinitionId } from "../../model/schema.js";
import { testCall } from "./condition.js";
import { noteReference } from "./flow.js";
import type { Pass } from "./pass.js";
import { countsDepth } from "./reference-graph.js";
import {
  referenceSymbols,
  type ReferenceSymbols,
} from "./reference-symbols.js";
import type { Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** `$ref` (Core §8.2.3): the functions of the definition, for the same view. */
export function reference(
  target: DefinitionId,
  subject: Subject,
  pass: Pass,
): Statement[] {
  const symbols = targetSymbols(target, pass);
  const counts =
    pass.depth !== undefined && countsDepth.of(pass.context.api, target);
  if (pass.mode === "collect" && (counts || pass.collectsOnly)) {
    return [
      {
        kind: "block",
        code: code`${symbols.collect}(${subject.code}, ${subject.location()});`,
      },
    ];
  }
  if (!subject.isShared && pass.mode === "is") {
    noteReference(target, subject, pass);
  }
  const value = subject.isShared
    ? code`${subject.code} as unknown`
    : subject.code;
  const call = counts
    ? code`${symbols.isWithin}(${value}, ${pass.depth ?? 0} + 1)`
    : code`${symbols.is}(${value})`;
  return [
    {
      kind: "check",
      condition: testCall(call),
      issue: () =>
        code`${symbols.collect}(${subject.code}, ${subject.location()})`,
    },
  ];
}

/** The functions of a definition. Throws a `RangeError` for a definition without a name: an error of the stages before. */
export function targetSymbols(
  target: DefinitionId,
  pass: Pass,
): ReferenceSymbols {
  const names = pass.context.names.schemas.get(target);
  if (names === undefined) throw new RangeError(`no name for ${target}`);
  return referenceSymbols(names, pass.view);
}
