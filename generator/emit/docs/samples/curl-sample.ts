import type { Api, Operation } from "../../../model/api.js";
import { curlCommand } from "./languages/curl.js";
import type { SampleInput } from "./sample-input.js";
import { sampleRequest } from "./sample-request-of.js";

/** A command for a POSIX shell that sends the sample with curl, byte for byte. */
export function curlSample(
  operation: Operation,
  input: SampleInput,
  api: Api,
): string {
  return curlCommand(sampleRequest(operation, input, api));
}
