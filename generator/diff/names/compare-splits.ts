import { referencesWithin } from "../../model/walk-schema.js";
import type { DefinitionId } from "../../model/schema.js";
import type { Findings } from "../finding.js";
import type { Side, Sides } from "../side.js";
import type { DefinitionPairs } from "./match-definitions.js";

/**
 * Finds schemas whose type was the same for requests and responses and no longer is, because an enum in them is open in
 * responses: what was read can no longer be sent back. Members that are `readOnly` split a type as well, and what has
 * them can be sent nonetheless.
 */
export function compareSplits(
  { same }: DefinitionPairs,
  sides: Sides,
  findings: Findings,
): void {
  const split = new Set(
    same
      .filter(
        ([before, after]) =>
          isRoundTrip(before, sides.old) &&
          !isOpen(before, sides.old) &&
          isRoundTrip(after, sides.new) &&
          isOpen(after, sides.new),
      )
      .map(([, after]) => after),
  );
  for (const [before, after] of same) {
    if (!split.has(after)) continue;
    const schema = sides.new.api.definitions[after]?.schema;
    const inner = schema === undefined ? [] : [...referencesWithin(schema)];
    // A schema that only refers to one that is split is split by it.
    if (inner.some((id) => id !== after && split.has(id))) continue;
    const { type, requestType } = sides.new.names.schemas.get(after) ?? {};
    findings.add(
      {
        kind: "types-split",
        old: before,
        new: after,
        reason: `Requests take \`${requestType?.name}\`, whose enums are closed, and responses give \`${type?.name}\`, whose enums are open: what was read cannot be sent back without a look at its values.`,
      },
      undefined,
      [],
    );
  }
}

/** True for a schema that is read and sent. */
function isRoundTrip(id: DefinitionId, { views }: Side): boolean {
  const view = views.get(id);
  return view?.inRequests === true && view.inResponses;
}

function isOpen(id: DefinitionId, { views }: Side): boolean {
  return views.get(id)?.hasOpenEnum === true;
}
