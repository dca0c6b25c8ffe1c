import type {
  Api,
  Example,
  MediaType,
  Operation,
  Parameter,
} from "../../../model/api.js";
import { isText } from "../../../model/input-schema.js";
import type { JsonValue } from "../../../model/json.js";
import { exampleOf } from "../examples/example-of.js";
import { namedExample } from "../examples/named-example.js";

/** The values of one sample request. */
export interface SampleInput {
  /** What the sample shows, in the words of the spec; undefined where the generator made it. */
  readonly title?: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly parameter: Parameter;
    readonly value: JsonValue;
  }[];
  readonly body?: SampleBody;
}

export interface SampleBody {
  readonly media: MediaType;
  /** Absent where the body is bytes, or no example could be made. */
  readonly value?: JsonValue;
  /** The body as text, where the spec gives it so. */
  readonly text?: string;
  /** Whether the value was made from the schema. */
  readonly isMade: boolean;
}

const maximumSamples = 4;

/** The samples of an operation: one an example of the request body, else one that is made from the schema. */
export function sampleInputs(
  operation: Operation,
  api: Api,
): readonly SampleInput[] {
  const parameters = sampleParameters(operation, api);
  const [written] = operation.body?.contents ?? [];
  if (written === undefined) return [{ parameters }];
  const isOpaque = written.codec === "text" && !isText(written, api);
  const media = isOpaque ? withoutSchema(written) : written;
  const given = media.examples.filter(
    ({ value, serializedValue }) =>
      serializedValue !== undefined ||
      (isOpaque ? typeof value === "string" : value !== undefined),
  );
  if (given.length === 0)
    return [{ parameters, ...madeBody(media, operation, api) }];
  return given.slice(0, maximumSamples).map((example) => ({
    ...titleOf(example),
    parameters,
    body: {
      media,
      isMade: false,
      ...(example.value === undefined ? {} : { value: example.value }),
      ...(example.serializedValue === undefined
        ? {}
        : { text: example.serializedValue }),
    },
  }));
}

/** What an example calls itself. */
export function titleOf(example: Example): {
  title?: string;
  description?: string;
} {
  const title = example.summary ?? example.name;
  return {
    ...(title === undefined ? {} : { title }),
    ...(example.description === undefined
      ? {}
      : { description: example.description }),
  };
}

function sampleParameters(
  operation: Operation,
  api: Api,
): SampleInput["parameters"] {
  return operation.parameters.flatMap((parameter) => {
    const given = parameter.examples.find(({ value }) => value !== undefined);
    if (given?.value !== undefined) return [{ parameter, value: given.value }];
    if (!parameter.required && parameter.in !== "path") return [];
    const { name } = parameter;
    const settings = { api, view: "request", isFull: false, name } as const;
    const made = exampleOf(parameter.schema, settings);
    return [{ parameter, value: made ?? namedExample(name) }];
  });
}

/** A text of which the schema says what is written in it: it is given as text, not as what the schema describes. */
function withoutSchema({ schema: _schema, ...media }: MediaType): MediaType {
  return media;
}

function madeBody(
  media: MediaType,
  operation: Operation,
  api: Api,
): { body?: SampleBody } {
  const schema = media.schema ?? media.itemSchema;
  const settings = { api, view: "request", isFull: false } as const;
  const value =
    schema !== undefined && media.codec !== "binary"
      ? exampleOf(schema, settings)
      : media.codec === "text"
        ? "text"
        : undefined;
  const isNeeded = operation.body?.required === true;
  if (value === undefined && !isNeeded && media.codec !== "binary") return {};
  return {
    body: { media, isMade: true, ...(value === undefined ? {} : { value }) },
  };
}
