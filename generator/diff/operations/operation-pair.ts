import type { Operation } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import type { Direction } from "../verdict.js";
import type { Finding } from "../finding.js";
import type { Sides } from "../side.js";

/** Two versions of an operation while they are compared. */
export interface OperationPair {
  readonly old: Operation;
  readonly new: Operation;
  readonly sides: Sides;
  /** The direction of parameters and bodies of requests: `response` for what webhooks and callbacks send. */
  readonly sent: Direction;
  /** The direction of responses. */
  readonly answered: Direction;
  readonly report: (finding: Finding, direction: Direction | undefined) => void;
  readonly schemas: (old: Schema, fresh: Schema, direction: Direction) => void;
}
