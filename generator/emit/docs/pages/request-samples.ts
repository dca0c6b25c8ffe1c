import type { SpecifierOf } from "../../package-identity.js";
import type { Operation } from "../../../model/api.js";
import type { OperationNames } from "../../../names/names.js";
import { curlSample } from "../samples/curl-sample.js";
import { sampleInputs } from "../samples/sample-input.js";
import type { MemoryContext } from "../samples/memory-values.js";
import { typescriptSample } from "../samples/typescript-sample.js";
import type { Anchors } from "../text/anchors.js";
import { madeNote } from "./example-samples.js";
import type { Code, Samples } from "./page.js";

/** The samples of a request, each with curl and, if there is one, with the generated builder. */
export function requestSamples(
  operation: Operation,
  names: OperationNames,
  context: MemoryContext,
  specifierOf: SpecifierOf | undefined,
  anchors: Anchors,
): readonly Samples[] {
  const { api } = context;
  return sampleInputs(operation, api).map((input, index): Samples => {
    const curl: Code = {
      label: "curl",
      language: "bash",
      code: curlSample(operation, input, api),
    };
    const typescript = (of: SpecifierOf): Code => ({
      label: "TypeScript",
      language: "ts",
      code: typescriptSample(operation, names, input, context, of),
    });
    const { title = "Request", description } = input;
    return {
      id: anchors.claim(["sample", String(index + 1)]),
      title,
      ...(description === undefined ? {} : { description }),
      ...(input.body?.isMade === true ? { note: madeNote } : {}),
      codes:
        specifierOf === undefined ? [curl] : [curl, typescript(specifierOf)],
    };
  });
}
