import type { Layer, Verdict } from "../verdict.js";

/** What the catalogue says of a kind of change. */
export interface KindEntry {
  /** What has changed. */
  readonly summary: string;
  /** Where the output shows it. */
  readonly layers: readonly Layer[];
  /** The verdict for what is sent, unless the case decides otherwise. */
  readonly request: Verdict;
  /** The verdict for what is received, unless the case decides otherwise. */
  readonly response: Verdict;
  /** What decides about a case that has another verdict. */
  readonly cases?: string;
  /** What a consumer does. */
  readonly consumer: string;
  /** What oasdiff says of it. */
  readonly oasdiff: string;
  /** What openapi-changes says of it. */
  readonly openapiChanges: string;
}

/** A verdict for both directions. */
export function both(
  verdict: Verdict,
): Pick<KindEntry, "request" | "response"> {
  return { request: verdict, response: verdict };
}
