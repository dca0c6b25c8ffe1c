import type { JsonObject } from "../../generator/model/json.js";
import { documentCases } from "./document-cases.js";
import { meaningCases } from "./meaning-cases.js";
import { operationCases } from "./operation-cases.js";
import { requestCases } from "./request-cases.js";
import { responseCases } from "./response-cases.js";
import { trapCases } from "./trap-cases.js";

/** Two versions of a description, and what is known of their difference. */
export interface Case {
  readonly old: JsonObject;
  readonly new: JsonObject;
  /** Each change as `verdict kind direction`; the first one has the worst verdict. None: no difference. */
  readonly changes: readonly string[];
}

export type Cases = Readonly<Record<string, Case>>;

export const cases: Cases = {
  ...documentCases,
  ...meaningCases,
  ...operationCases,
  ...requestCases,
  ...responseCases,
  ...trapCases,
};
