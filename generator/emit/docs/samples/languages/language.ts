import type { SampleRequest } from "../sample-request.js";

/** A language that requests are printed in. */
export interface Language {
  /** What the picker remembers. */
  readonly id: string;
  readonly label: string;
  /** Prints a program that sends the request and prints the answer. */
  readonly print: (request: SampleRequest) => string;
}
