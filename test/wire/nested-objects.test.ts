import qs from "qs";
import { beforeAll, expect, test } from "vitest";
import { type nestedObjects } from "../../generator/config/config.js";
import {
  compileOutput,
  diagnose,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";

const filter = {
  name: "filter",
  in: "query",
  style: "deepObject",
  schema: {
    type: "object",
    properties: {
      status: { type: "array", items: { type: "string" } },
      price: { type: "object", properties: { min: { type: "number" } } },
      lines: {
        type: "array",
        items: { type: "object", properties: { sku: { type: "string" } } },
      },
    },
  },
};
const expand = {
  name: "expand",
  in: "query",
  style: "deepObject",
  schema: { type: "array", items: { type: "string" } },
};
const flat = {
  name: "flat",
  in: "query",
  style: "deepObject",
  schema: { type: "object", properties: { a: { type: "string" } } },
};

function operation(operationId: string, extension?: string): object {
  const more =
    extension === undefined ? {} : { "x-specwright-nested-objects": extension };
  return {
    post: {
      operationId,
      parameters: [filter, expand, flat].map((one) => ({ ...one, ...more })),
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { filter: filter.schema } },
            encoding: { filter: { style: "deepObject", ...more } },
          },
        },
      },
      responses: { "200": { description: "Done" } },
    },
  };
}

const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1.0.0" },
  paths: {
    "/plain": operation("plain"),
    "/brackets": operation("brackets", "brackets"),
    "/rack": operation("rack", "rack"),
    "/repeated": operation("repeated", "repeated"),
  },
};

const value = {
  status: ["new", "sent"],
  price: { min: 1 },
  lines: [{ sku: "a" }, { sku: "b" }],
};

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(document);
});

function queryOf(id: string, from = output): string {
  const { build, validate } = operationOf(from, id);
  const input = { query: { filter: value, expand: ["x", "y"] } };
  expect(validate(input)).toMatchObject({ ok: true });
  return decodeURIComponent(build(input).url.replace(/^[^?]*\?/, ""));
}

const indices =
  "filter[status][0]=new&filter[status][1]=sent&filter[price][min]=1&filter[lines][0][sku]=a&filter[lines][1][sku]=b&expand[0]=x&expand[1]=y";
const queries: Readonly<Record<string, string>> = {
  plain: indices,
  brackets: indices,
  rack: "filter[status][]=new&filter[status][]=sent&filter[price][min]=1&filter[lines][][sku]=a&filter[lines][][sku]=b&expand[]=x&expand[]=y",
  repeated:
    "filter[status]=new&filter[status]=sent&filter[price][min]=1&filter[lines][sku]=a&filter[lines][sku]=b&expand=x&expand=y",
};

test.each(Object.entries(queries))("%s: a query", (id, query) => {
  expect(queryOf(id)).toBe(query);
});

test.each(["plain", "brackets"])("%s: qs reads what was sent", (id) => {
  expect(qs.parse(queryOf(id))).toEqual({
    filter: { ...value, price: { min: "1" } },
    expand: ["x", "y"],
  });
});

test.each(["rack", "repeated"])("%s: qs reads lists of texts", (id) => {
  expect(qs.parse(queryOf(id))).toMatchObject({
    filter: { status: value.status, price: { min: "1" } },
    expand: ["x", "y"],
  });
});

test.each(Object.entries(queries))("%s: parts of a form", (id, query) => {
  const { build } = operationOf(output, id);
  const { body } = build({ body: { filter: value } });
  expect(body).toBeInstanceOf(Blob);
  return (body as Blob).text().then((text) => {
    const names = [...text.matchAll(/; name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    const wanted = query
      .split("&")
      .map((pair) => pair.split("=")[0])
      .filter((name) => name?.startsWith("filter"));
    expect(names).toEqual(wanted);
  });
});

test("the setting counts where the parameter says nothing", async () => {
  for (const mode of ["rack", "repeated"] as const) {
    const made = await compileOutput(document, { nestedObjects: mode });
    expect(queryOf("plain", made)).toBe(queries[mode]);
    expect(queryOf("brackets", made)).toBe(indices);
  }
});

test("a choice is not warned of, and `refuse` is an error", async () => {
  const codesOf = async (mode?: (typeof nestedObjects)[number]) =>
    (
      await diagnose(
        { ...document, paths: { "/plain": operation("plain") } },
        mode === undefined ? {} : { nestedObjects: mode },
      )
    ).map(({ code, severity }) => `${severity} ${code}`);
  const found = {
    none: new Set(await codesOf()),
    brackets: await codesOf("brackets"),
    rack: await codesOf("rack"),
    repeated: await codesOf("repeated"),
    refuse: new Set(await codesOf("refuse")),
  };
  expect(found).toEqual({
    none: new Set(["warning serialization-undefined"]),
    brackets: [],
    rack: [],
    repeated: [],
    refuse: new Set(["error serialization-refused"]),
  });
});

test("an extension with another value is reported", async () => {
  const found = await diagnose({
    ...document,
    paths: { "/odd": operation("odd", "php") },
  });
  expect(found.map(({ code }) => code)).toContain("value-unknown");
});
