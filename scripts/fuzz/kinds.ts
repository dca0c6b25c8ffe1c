import { fuzzDescriptions } from "./fuzz-descriptions.js";
import { fuzzRequests } from "./fuzz-requests.js";
import { fuzzResponses } from "./fuzz-responses.js";
import { fuzzValues } from "./fuzz-values.js";

/** What came of a seed. */
export interface Finished {
  readonly faults: readonly string[];
  /** How many of what were checked. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A run of one kind in one process. */
export interface FuzzRun {
  /** The same seed checks the same. */
  readonly check: (seed: number) => Promise<Finished>;
  /** What is checked of all seeds together. */
  readonly finish?: () => Promise<Finished>;
}

/** The kinds of input, each by a function that takes a folder for its files. */
export const fuzzKinds = {
  descriptions: fuzzDescriptions,
  values: fuzzValues,
  responses: fuzzResponses,
  requests: fuzzRequests,
} as const satisfies Record<string, (folder: string) => Promise<FuzzRun>>;

export type KindName = keyof typeof fuzzKinds;
