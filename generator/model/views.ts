import type { DefinitionId } from "./schema.js";

/** Who sees a value: the one who sends a request, or the one who receives a response. */
export type View = "request" | "response";

/** What each definition looks like from the two sides, found over all references. */
export interface DefinitionViews {
  /** Reached from a parameter or a request body (or from the answer to a webhook or callback). */
  readonly inRequests: boolean;
  /** Reached from a response (or from what a webhook or callback sends). */
  readonly inResponses: boolean;
  /** A `readOnly` member is reached: the request view of type and validator differs. */
  readonly hasReadOnly: boolean;
  /** A `writeOnly` member is reached: the response view of type and validator differs. */
  readonly hasWriteOnly: boolean;
  /** An enum of strings is reached that is open in responses: the type's response view differs. */
  readonly hasOpenEnum: boolean;
  /** A union is reached that is open in responses: the response view of type and validator differs. */
  readonly hasOpenUnion: boolean;
  /** A `format` or content keyword is reached: formats are asserted in requests only. */
  readonly hasFormat: boolean;
}

export type Views = ReadonlyMap<DefinitionId, DefinitionViews>;

/** True if types and validators of a schema differ between requests and responses. */
export function differsBySide(view: DefinitionViews): boolean {
  return view.hasReadOnly || view.hasWriteOnly || view.hasOpenUnion;
}

/**
 * The side for which the validators with a schema's plain name speak, as its type with that name does; undefined where
 * both sides accept the same, and where no operation reaches the schema.
 */
export function plainViewOf(
  view: DefinitionViews | undefined,
): View | undefined {
  if (view === undefined || !differsBySide(view)) return undefined;
  if (view.inResponses) return "response";
  return view.inRequests ? "request" : undefined;
}
