import { bodyRow, newest, parameterRow, partsRow } from "./build-row.js";
import { styleRows } from "./style-rows.js";
import type { Parameter, VectorRow } from "./vector-rows.js";

const text = { type: "string" };
const texts = { type: "array", items: text };
const numbers = {
  type: "object",
  properties: { R: { type: "integer" }, G: { type: "integer" } },
};

const query = (more: object = {}): Parameter => ({
  name: "v",
  in: "query",
  schema: text,
  ...more,
});
const path = (more: object = {}): Parameter => ({
  name: "v",
  in: "path",
  schema: text,
  ...more,
});
const header = (more: object = {}): Parameter => ({
  name: "X-V",
  in: "header",
  schema: text,
  ...more,
});
const reserved = ":/?#[]@!$&'()*+,;=";

const parameterRows: readonly VectorRow[] = [
  // RFC 3986 §2.2 and §2.3
  parameterRow("unreserved", query(), "Aa0-._~", "v=Aa0-._~"),
  parameterRow(
    "reserved",
    query(),
    reserved,
    "v=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D",
  ),
  parameterRow("UTF-8", query(), "€😀", "v=%E2%82%AC%F0%9F%98%80"),
  parameterRow("percent in a path", path(), "50%25", "50%2525"),
  // RFC 6570 §2.3: what is undefined
  parameterRow("null", query(), null, "<omit>"),
  parameterRow("empty list", query({ schema: texts }), [], "<omit>"),
  parameterRow("empty object", query({ schema: numbers }), {}, "<omit>"),
  parameterRow(
    "null in a list",
    query({ schema: texts, explode: false }),
    ["a", null, "b"],
    "v=a,b",
  ),
  parameterRow(
    "null in an object",
    query({ schema: numbers }),
    { R: null, G: 1 },
    "G=1",
  ),
  parameterRow("null in a path", path(), null, "<error>"),
  parameterRow("empty in a path", path(), "", "<error>"),
  // OpenAPI 3.2.0 §4.12, "Fixed Fields for use with schema": allowReserved
  parameterRow(
    "allowReserved",
    query({ allowReserved: true }),
    "/?:@!$'()*,;%20 %",
    "v=/?:@!$'()*,;%20%20%25",
  ),
  parameterRow(
    "allowReserved, the name",
    query({ name: "a/b", allowReserved: true }),
    "c/d",
    "a%2Fb=c/d",
  ),
  parameterRow(
    "allowReserved in a path",
    path({ allowReserved: true }),
    "a:b",
    "a:b",
    newest,
  ),
  parameterRow(
    "allowReserved in a path, before",
    path({ allowReserved: true }),
    "a:b",
    "a%3Ab",
    ["3.0.4", "3.1.2"],
  ),
  // RFC 3986 §3.3 and §5.2.4: the path
  parameterRow("slash", path(), "a/../b", "a%2F..%2Fb"),
  parameterRow("dot segment", path(), "..", "<error>"),
  parameterRow("backslash", path(), "..\\", "..%5C"),
  // RFC 9110 §5.5: field values
  parameterRow("header as it is", header(), 'a b;c="d%20"', 'a b;c="d%20"'),
  parameterRow("CR LF", header(), "a\r\nX: b", "<error>"),
  parameterRow("NUL", header(), "a\u0000", "<error>"),
  parameterRow("beyond Latin-1", header(), "€", "<error>"),
  parameterRow(
    "ignored header",
    header({ name: "Content-TYPE" }),
    "x",
    "<omit>",
  ),
  // RFC 6265 §4.1.1
  parameterRow(
    "cookie, encoded",
    { name: "v", in: "cookie", schema: text },
    "a;b c",
    "v=a%3Bb%20c",
  ),
  parameterRow(
    "cookie, raw",
    { name: "v", in: "cookie", style: "cookie", schema: text },
    "a%2C",
    "v=a%2C",
    newest,
  ),
  parameterRow(
    "cookie, raw injection",
    { name: "v", in: "cookie", style: "cookie", schema: text },
    "a; b=c",
    "<error>",
    newest,
  ),
  // OpenAPI 3.2.0 §4.12, "content"
  parameterRow(
    "JSON",
    query({
      schema: undefined,
      content: { "application/json": { schema: {} } },
    }),
    { a: ["b c"] },
    "v=%7B%22a%22%3A%5B%22b%20c%22%5D%7D",
  ),
  parameterRow(
    "JSON string",
    query({
      schema: undefined,
      content: { "application/json": { schema: {} } },
    }),
    "x",
    "v=%22x%22",
  ),
  parameterRow(
    "JSON in a header",
    header({
      schema: undefined,
      content: { "application/json": { schema: {} } },
    }),
    ["é"],
    '["\\u00e9"]',
  ),
  parameterRow(
    "querystring",
    {
      name: "q",
      in: "querystring",
      content: { "application/x-www-form-urlencoded": { schema: {} } },
    },
    { a: "b c", d: ["e", "f"] },
    "a=b+c&d=e&d=f",
    newest,
  ),
  // Appendix B: data types
  parameterRow(
    "number",
    query({ schema: { type: "number" } }),
    1e21,
    "v=1e%2B21",
  ),
  parameterRow(
    "not a number",
    query({ schema: { type: "number" } }),
    { $number: "NaN" },
    "<error>",
  ),
  parameterRow(
    "date",
    query({ schema: { type: "string", format: "date" } }),
    { $date: "2024-02-29T23:00:00Z" },
    "v=2024-02-29",
  ),
  parameterRow(
    "date-time",
    query({ schema: { type: "string", format: "date-time" } }),
    { $date: "2024-02-29T23:00:00Z" },
    "v=2024-02-29T23%3A00%3A00.000Z",
  ),
  parameterRow(
    "prototype names",
    query({ name: "constructor" }),
    "x",
    "constructor=x",
  ),
];

const form = "application/x-www-form-urlencoded";
const bodyRows: readonly VectorRow[] = [
  // OpenAPI 3.2.0 §4.15 and WHATWG URL §5.2
  bodyRow(
    "form",
    form,
    { a: "x y", b: [1, 2], c: { d: true }, e: null, f: false },
    "a=x+y&b=1&b=2&c=%7B%22d%22%3Atrue%7D&f=false",
  ),
  bodyRow("form, reserved", form, { a: "*-._~!" }, "a=*-._%7E%21"),
  bodyRow("form, style", form, { a: ["x y", "z"] }, "a=x%20y,z", {
    a: { style: "form", explode: false },
  }),
  bodyRow("form, deepObject", form, { a: { b: 1 } }, "a%5Bb%5D=1", {
    a: { style: "deepObject", explode: true, contentType: "application/json" },
  }),
  bodyRow("form, JSON", form, { a: "x" }, "a=%22x%22", {
    a: { contentType: "application/json" },
  }),
  // RFC 8259
  bodyRow(
    "JSON",
    "application/json",
    { a: [0, "é", null] },
    '{"a":[0,"é",null]}',
  ),
  bodyRow("JSON, false", "application/json", false, "false"),
  bodyRow(
    "JSON, infinity",
    "application/json",
    { a: { $number: "Infinity" } },
    "<error>",
  ),
  bodyRow("no body", "application/json", { $undefined: true }, "<omit>"),
  bodyRow("text", "text/plain", "é", "é"),
  bodyRow("an object as text", "text/plain", {}, "<error>"),
  bodyRow(
    "JSON Lines",
    "application/jsonl",
    [{ a: 1 }, 2],
    '{"a":1}\n2\n',
    undefined,
    newest,
  ),
];

/** RFC 7578 and OpenAPI 3.2.0 §4.15, "Encoding multipart Media Types". */
const partRows: readonly VectorRow[] = [
  partsRow("parts", { a: "é%", b: { c: 1 }, d: [1, true] }, [
    { name: "a", body: "é%" },
    { name: "b", contentType: "application/json", body: '{"c":1}' },
    { name: "d", body: "1" },
    { name: "d", body: "true" },
  ]),
  partsRow(
    "a file",
    { f: { $file: { name: 'ü"\n.txt', type: "", text: "x" } } },
    [
      {
        contentType: "application/octet-stream",
        body: "x",
        rawDisposition: 'form-data; name="f"; filename="ü%22%0A.txt"',
      },
    ],
  ),
  partsRow(
    "a content type",
    { a: "x" },
    [{ name: "a", contentType: "application/json", body: '"x"' }],
    { a: { contentType: "application/json" } },
  ),
  partsRow(
    "a header",
    { a: "x" },
    [{ name: "a", headers: { "X-A": "1" }, body: "x" }],
    { a: { headers: { "X-A": { schema: { default: 1 } } } } },
  ),
];

/** Our own table of vectors, in the order of the specification's chapters. */
export const specificationRows: readonly VectorRow[] = [
  ...styleRows,
  ...parameterRows,
  ...bodyRows,
  ...partRows,
];
