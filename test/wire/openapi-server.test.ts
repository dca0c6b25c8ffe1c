import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileOutput, operationOf } from "./compile-output.js";
import { openApiServer, type ParsedRequest } from "./openapi-server.js";

const runs = { numRuns: 500 };

/** Any text that has a UTF-8 form. */
const anyText = fc
  .string({ unit: "grapheme" })
  .filter((value) => !/\p{Cs}/u.test(value));
const text = anyText.filter((value) => value !== "");
/** For what the library takes apart after decoding, so that a delimiter within a value is taken for one. */
const without = (delimiters: RegExp) =>
  text.filter((value) => !delimiters.test(value));
const integer = fc.integer();
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => value + 0 || 0);
const flag = fc.boolean();
const list = <T>(item: fc.Arbitrary<T>, minLength = 1) =>
  fc.array(item, { minLength, maxLength: 4 });

const textSchema = { type: "string" };
const integerSchema = { type: "integer" };
const numberSchema = { type: "number" };
const flagSchema = { type: "boolean" };
const listOf = (items: object): object => ({ type: "array", items });
const objectSchema = {
  type: "object",
  properties: { text: textSchema, count: integerSchema, flag: flagSchema },
};
const object = (value: fc.Arbitrary<string> = text) =>
  fc
    .record({ text: value, count: integer, flag }, { requiredKeys: [] })
    .filter((members) => Object.keys(members).length > 0);

interface Style {
  readonly name: string;
  readonly parameter: {
    readonly in: "path" | "query" | "header" | "cookie";
    readonly schema?: object;
  } & Readonly<Record<string, unknown>>;
  readonly values: fc.Arbitrary<unknown>;
}

const styles: readonly Style[] = [
  // Dot segments are refused: they would change the route.
  ...primitives(
    "path",
    text.filter((value) => !/^\.{1,2}$/.test(value)),
  ),
  ...primitives("query", anyText),
  // Blanks at the ends of a field belong to no value, and Node's server gives Latin-1.
  ...primitives(
    "header",
    fc
      .string({ unit: "grapheme-ascii" })
      .filter((value) => value !== "" && value.trim() === value),
  ),
  // The library checks cookies as text, whatever their schema.
  {
    name: "cookie, text",
    parameter: { in: "cookie", schema: textSchema },
    values: text,
  },
  {
    name: "query, form, exploded list of texts",
    parameter: {
      in: "query",
      allowEmptyValue: true,
      schema: listOf(textSchema),
    },
    // The library makes no list of one empty text.
    values: list(anyText).filter((items) => items.join("") !== ""),
  },
  {
    name: "query, form, exploded list of integers",
    parameter: { in: "query", schema: listOf(integerSchema) },
    values: list(integer),
  },
  {
    name: "query, form, list of texts",
    parameter: { in: "query", explode: false, schema: listOf(textSchema) },
    values: list(without(/,/)),
  },
  {
    name: "query, form, list of numbers",
    parameter: { in: "query", explode: false, schema: listOf(numberSchema) },
    values: list(number),
  },
  {
    name: "query, spaceDelimited",
    parameter: {
      in: "query",
      style: "spaceDelimited",
      explode: false,
      schema: listOf(textSchema),
    },
    values: list(without(/ /)),
  },
  {
    name: "query, pipeDelimited",
    parameter: {
      in: "query",
      style: "pipeDelimited",
      explode: false,
      schema: listOf(integerSchema),
    },
    values: list(integer),
  },
  {
    name: "query, form, exploded object",
    parameter: { in: "query", schema: objectSchema },
    values: object(),
  },
  {
    name: "query, form, object",
    parameter: { in: "query", explode: false, schema: objectSchema },
    values: object(without(/,/)),
  },
  {
    name: "query, deepObject",
    parameter: { in: "query", style: "deepObject", schema: objectSchema },
    values: object(without(/[&=%+]/)),
  },
  {
    name: "query, content",
    parameter: {
      in: "query",
      content: { "application/json": { schema: objectSchema } },
    },
    values: object(anyText),
  },
  {
    // The library does not fill in the default of `style`.
    name: "header, list of integers",
    parameter: { in: "header", style: "simple", schema: listOf(integerSchema) },
    values: list(integer),
  },
];

function primitives(
  place: Style["parameter"]["in"],
  texts: fc.Arbitrary<string>,
): Style[] {
  return [
    { name: "text", schema: textSchema, values: texts },
    { name: "integer", schema: integerSchema, values: integer },
    { name: "number", schema: numberSchema, values: number },
    { name: "flag", schema: flagSchema, values: flag },
  ].map(({ name, schema, values }) => ({
    name: `${place}, ${name}`,
    parameter: {
      in: place,
      schema,
      ...(place === "query" ? { allowEmptyValue: true } : {}),
    },
    values,
  }));
}

describe("parameters, parsed by express-openapi-validator", () => {
  test.each(styles)("$name", async ({ parameter, values }) => {
    const place = parameter.in;
    const name = place === "header" ? "X-V" : "v";
    const required = place === "path" ? { required: true } : {};
    await roundTrip(
      { parameters: [{ name, ...required, ...parameter }] },
      place === "path" ? "/a/{v}/b" : "/a",
      "get",
      values,
      (value) => ({ [place]: { [name]: value } }),
      (parsed) => parsed[place][name.toLowerCase()],
    );
  });
});

const body = (mediaType: string, content: object): object => ({
  requestBody: { required: true, content: { [mediaType]: content } },
});
/** qs and multer give a text where a list has one item. */
const form = fc.record(
  { text: anyText, count: integer, flag, list: list(anyText, 2) },
  { requiredKeys: ["list"] },
);
const formSchema = {
  type: "object",
  properties: { ...objectSchema.properties, list: listOf(textSchema) },
};

describe("bodies, parsed by express-openapi-validator", () => {
  test("JSON", () =>
    roundTrip(
      body("application/json", { schema: {} }),
      "/a",
      "post",
      fc
        .jsonValue()
        .map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      (value) => ({ body: value }),
      (parsed) => parsed.body,
    ));

  test("application/x-www-form-urlencoded", () =>
    roundTrip(
      body("application/x-www-form-urlencoded", { schema: formSchema }),
      "/a",
      "post",
      form,
      (value) => ({ body: value }),
      (parsed) => parsed.body,
    ));

  test("multipart/form-data", () =>
    roundTrip(
      body("multipart/form-data", {
        schema: {
          type: "object",
          properties: {
            ...formSchema.properties,
            file: { type: "string", format: "binary" },
          },
        },
      }),
      "/a",
      "post",
      fc.tuple(form, anyText),
      ([members, file]) => ({ body: { ...members, file: new Blob([file]) } }),
      ({ body: members, files }) => {
        const { file: _file, ...others } = members as { file: unknown };
        return [others, files[0]?.text];
      },
    ));
});

async function roundTrip<T>(
  described: object,
  path: string,
  method: "get" | "post",
  values: fc.Arbitrary<T>,
  input: (value: T) => object,
  parsedValue: (parsed: ParsedRequest) => unknown,
): Promise<void> {
  const responses = { "204": { description: "Received." } };
  const operation = { operationId: "run", ...described, responses };
  const document = {
    openapi: "3.0.3",
    info: { title: "t", version: "1" },
    paths: { [path]: { [method]: operation } },
  };
  const output = await compileOutput(document);
  const { build } = operationOf(output, "run");
  const server = await openApiServer(document);
  const property = fc.asyncProperty(values, async (value) => {
    await output.runtime.send(build(input(value)), { baseUrl: server.url });
    const parsed = server.last();
    expect(parsed?.error).toBeUndefined();
    expect(parsed && parsedValue(parsed)).toEqual(value);
  });
  await fc.assert(property, runs);
}
