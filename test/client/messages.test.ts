import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOutput } from "../../generator/make-output.js";
import { compileErrors, type Files } from "../types/compile.js";
import { openEditor, type Editor } from "../types/editor.js";
import { ordersDocument } from "./orders-document.js";

const folder = mkdtempSync(join(tmpdir(), "specwright-client-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let output: Files;
beforeAll(async () => {
  const spec = join(folder, "openapi.json");
  writeFileSync(spec, JSON.stringify(ordersDocument));
  const { files = [] } = await makeOutput({
    spec,
    settings: { parts: { docs: false } },
  });
  output = new Map(
    files.flatMap(({ path, text }) =>
      path.endsWith(".ts") ? [[path, text]] : [],
    ),
  );
});

const head = `import { createApi, createClient, createOrderOperation, getOrderOperation, getStatusOperation, isErrorOf, listOrdersOperation, orderShippedOperation, validateCreateOrder, validateGetOrder, type ApiClient, type Order } from "./index.js";
const client: ApiClient = createClient({ auth: { bearer: "token" } });
const api = createApi(client);
const input = { path: { id: "1" } };
const body = { note: "new" };
export type TheOrder = Order;
void [createApi, createOrderOperation, getOrderOperation, getStatusOperation, isErrorOf, listOrdersOperation];
void [orderShippedOperation, validateCreateOrder, validateGetOrder, client, api, input, body];
`;

/** Programs that are right. */
const good = [
  "export const a: Order = await client.call(getOrderOperation, input).orThrow();",
  "export const b: Order[] = await client.call(listOrdersOperation).orThrow();",
  "export const c: Order | undefined = await client.call(createOrderOperation, { body }).orThrow();",
  "client.call(listOrdersOperation, {}, { timeout: 5 });",
  "client.call({ ...getOrderOperation, validate: validateGetOrder }, input);",
  "client.call(orderShippedOperation, { body: { id: '1' } }, { baseUrl: 'https://a.example' });",
  "api.orders.list(); api.orders.get(input); api.getStatus();",
  "createClient({ auth: { bearer: () => undefined, cookieKey: async () => 'a', queryKey: () => 'q' } });",
  "createClient({ refresh: async (plain) => { await plain.call(getStatusOperation); } });",
  "createClient({ refresh: () => false });",
  "createClient({ headers: ({ id }) => ({ 'x-operation': id, 'x-none': undefined }) });",
  "createClient({ hooks: { before() {}, after() {}, error() {} } });",
  "createClient({ hooks: { before: ({ request }) => request.headers.set('a', 'b'), after: ({ response }) => response.status, error: ({ error }) => error } });",
  "createClient({ hooks: { before: async ({ request }) => new Request(request) } });",
  "createClient({ init: { cache: 'no-store', mode: 'cors', keepalive: true } });",
  `const d = await client.call(getOrderOperation, input);
if (d.ok) {
  export_(d.body.id, d.status === 200);
} else if (d.kind === "described") {
  if (d.status === 404) export_(d.body.hint);
  else export_(d.body.message);
} else if (d.kind === "unreadable") export_(d.text);
else export_(d.contentType);
function export_(..._all: unknown[]): void {}`,
  `const e = await client.call(getStatusOperation);
const words: string = e.kind === "described" ? e.body.message : "";
void words;`,
  `try {
  await client.call(getOrderOperation, input).orThrow();
} catch (error) {
  if (!isErrorOf(getOrderOperation, error)) throw error;
  const status: number = error.status;
  const issues: number = error.issues.length;
  void [status, issues, error.headers, error.request.url, error.response.headers];
  if (error.kind === "described") {
    const text: string = error.status === 404 ? error.body.hint : error.body.message;
    void text;
  }
}`,
];

/** Programs that are wrong, the words to find in the message, and how many lines it may have. */
const bad: readonly (readonly [call: string, words: RegExp, lines: number])[] =
  [
    ["client.call(getOrderOperation);", /Expected 2-3 arguments, but got 1/, 1],
    [
      "client.call(getOrderOperation, {});",
      /Property 'path' is missing in type '\{\}' but required in type 'GetOrderInput'/,
      2,
    ],
    [
      "client.call(getOrderOperation, { path: {} });",
      /Property 'id' is missing in type '\{\}' but required in type 'GetOrderPath'/,
      1,
    ],
    [
      "client.call(getOrderOperation, { path: { id: 1 } });",
      /Type 'number' is not assignable to type 'string'/,
      1,
    ],
    [
      "client.call(getOrderOperation, { ...input, query: {} });",
      /'query' does not exist in type 'Accepting<GetOrderInput, never>'/,
      1,
    ],
    [
      "client.call(createOrderOperation, { body: { note: 'a', more: 1 } });",
      /'more' does not exist in type 'NewOrder'/,
      1,
    ],
    [
      "client.call(getOrderOperation, input, { timeot: 5 });",
      /'timeot' does not exist in type 'CallOptions'. Did you mean to write 'timeout'/,
      1,
    ],
    [
      "client.call(getOrderOperation, input, { timeout: '5' });",
      /Type 'string' is not assignable to type 'number'/,
      1,
    ],
    [
      "client.call(validateGetOrder, input);",
      /not assignable to parameter of type 'Operation</,
      1,
    ],
    [
      "client.call({ ...createOrderOperation, validate: validateGetOrder }, { body });",
      /'body' is missing in type 'GetOrderInput' but required in type 'CreateOrderInput'/,
      6,
    ],
    [
      "createClient({ auth: { baerer: 'token' } });",
      /'baerer' does not exist in type 'Credentials'. Did you mean to write 'bearer'/,
      1,
    ],
    [
      "createClient({ auth: { bearer: 1 } });",
      /'number' is not assignable to type 'CredentialSource<string>/,
      1,
    ],
    [
      "createClient({ retry: 2 });",
      /Type 'number' is not assignable to type 'Retry'/,
      1,
    ],
    [
      "createClient({ hooks: { before: () => 1 } });",
      /Type 'number' is not assignable to type 'void \| Request/,
      2,
    ],
    [
      "api.orders.get({});",
      /Property 'path' is missing in type '\{\}' but required in type 'GetOrderInput'/,
      2,
    ],
    [
      "const a = await client.call(getOrderOperation, input); a.body.id;",
      /'a.body' is of type 'unknown'/,
      1,
    ],
    [
      "const a = await client.call(createOrderOperation, { body }).orThrow(); a.id;",
      /'a' is possibly 'undefined'/,
      1,
    ],
  ];

/** What hovering a word shows. The word is the last of its spelling. */
const hovers: readonly (readonly [
  program: string,
  word: string,
  type: string,
])[] = [
  [
    "client.call(getOrderOperation, input);",
    "call(",
    "(method) ApiClient.call<GetOrderInput, GetOrderResult, never>(operation: Operation<GetOrderInput, GetOrderResult>, input: Accepting<GetOrderInput, never>, options?: CallOptions | undefined): Call<GetOrderResult>",
  ],
  [
    "const answer = await client.call(getOrderOperation, input);",
    "answer",
    "const answer: GetOrderResult",
  ],
  [
    "const answer = await client.call(getOrderOperation, input); if (answer.ok) answer;",
    "answer;",
    'const answer: Answer<200, "application/json", Order, object>',
  ],
  [
    "const answer = await client.call(getOrderOperation, input); if (!answer.ok) answer;",
    "answer;",
    `const answer: Answer<404, "application/json", {
    hint: string;
}, object> | Answer<ErrorStatus<404>, "application/json", Problem, object> | UnreadableAnswer<200 | ErrorStatus> | UndescribedAnswer<OtherSuccess<200>>`,
  ],
  [
    "const order = await client.call(getOrderOperation, input).orThrow();",
    "order",
    "const order: Order",
  ],
  [
    "const order = await client.call(getOrderOperation, input).orThrow();",
    "orThrow",
    "(method) Call<GetOrderResult>.orThrow(): Promise<Order>",
  ],
  [
    "api.orders.get(input);",
    "get(",
    "(method) get(input: GetOrderInput, options?: CallOptions): Call<GetOrderResult>",
  ],
  [
    "getOrderOperation;",
    "getOrderOperation;",
    `(alias) const getOrderOperation: Operation<GetOrderInput, GetOrderResult>
import getOrderOperation`,
  ],
];

test("what is wrong is an error and what is right is none, under TypeScript 5.9 and 7", () => {
  const uses = [
    ...good.map((program) => head + program),
    ...bad.map(([program]) => `${head}// @ts-expect-error\n${program}`),
  ];
  const files = uses.map(
    (text, index) => [`use-${index}.ts`, `${text}\nexport {};\n`] as const,
  );
  expect(compileErrors("client", new Map([...output, ...files]))).toEqual([]);
}, 120_000);

describe("in the editor", () => {
  let editor: Editor;
  beforeAll(() => {
    editor = openEditor(output);
  });

  test.each(bad)("the message for %s is readable", (program, words, lines) => {
    editor.open(head + program);
    const messages = editor.messages();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(words);
    expect(messages[0]?.split("\n").length).toBeLessThanOrEqual(lines);
    expect(messages[0]?.length).toBeLessThan(800);
  });

  test.each(hovers)("hovering in %s at %s", (program, word, type) => {
    editor.open(head + program);
    expect(editor.hover(program.slice(program.lastIndexOf(word))).type).toBe(
      type,
    );
    expect(type.split("\n").length).toBeLessThan(8);
  });

  test("a method says what its operation does", () => {
    editor.open(`${head}api.orders.get(input);`);
    expect(editor.hover("get(input)").docs).toBe("`GET /orders/{id}`.");
  });

  test.each([
    ["client.call(getOrderOperation, { /**/ });", ["path"]],
    ["client.call(createOrderOperation, { body: { /**/ } });", ["note"]],
    [
      "createClient({ auth: { /**/ } });",
      ["bearer", "cookieKey", "headerKey", "queryKey"],
    ],
  ])("%s is completed", (program, names) => {
    editor.open(head + program);
    expect(editor.offered((head + program).indexOf("/**/"))).toEqual(
      expect.arrayContaining(names),
    );
  });
});
