import { expect, test } from "vitest";
import { compileErrors } from "../types/compile.js";
import { shopFiles } from "./shop-files.js";

/** What a program over the output of `test/cases/shop` is told by the compilers, by the line it is told of. */
function errorsOf(name: string, lines: readonly string[]): string[] {
  const files = shopFiles(`${header}${lines.join("\n")}\n`);
  const errors = compileErrors(name, files, flags).filter((one) =>
    one.includes("program.ts"),
  );
  return errors.flatMap((one) => {
    const [, number] = /program\.ts[(:](\d+)/.exec(one) ?? [];
    const line = lines[Number(number) - headerLines - 1];
    return line === undefined ? [one] : [line.trim()];
  });
}

const flags = { isolatedDeclarations: false, declaration: false };
const header = `import * as api from "./api/index.js";
import { items, pages } from "./api/runtime/paginate.js";
import { reconnect } from "./api/runtime/reconnect.js";
import { receiveOrderPaid } from "./api/operations/order-paid.js";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(..._same: Same<A, B> extends true ? [] : ["differs"]): void {}
const client = api.createClient();
export const all = [items, pages, reconnect, receiveOrderPaid, same, client];
`;
const headerLines = header.split("\n").length - 1;

test("items, pages, events, media types and webhooks have their types", () => {
  expect(
    errorsOf("flows-right", [
      "for await (const order of items(client, api.listOrdersOperation)) same<typeof order, api.Order>();",
      'for await (const page of pages(client, api.listOrdersOperation, { query: { status: "paid" } })) {',
      "  same<typeof page.status, 200>();",
      "  same<typeof page.body.data, api.Order[]>();",
      "}",
      'const csv = await client.call(api.exportOrdersOperation, { accept: "text/csv" });',
      "if (csv.ok) same<typeof csv.body, string>();",
      'if (csv.ok) same<typeof csv.contentType, "text/csv">();',
      'if (!csv.ok && csv.kind === "described" && csv.contentType === "application/problem+json") same<typeof csv.body, api.Problem>();',
      'if (!csv.ok && csv.kind === "described" && csv.contentType === "application/json") same<typeof csv.body, api.Order[]>();',
      "same<Awaited<ReturnType<typeof csv.response.text>>, string>();",
      'const json = await client.call(api.exportOrdersOperation, { accept: "application/json" }).orThrow();',
      "same<typeof json, api.Order[]>();",
      "const either = await client.call(api.exportOrdersOperation).orThrow();",
      "same<typeof either, api.Order[] | string>();",
      'const byMethod = await api.createApi(client).orders.export({ accept: "text/csv" }).orThrow();',
      "same<typeof byMethod, string>();",
      'const choice = api.exportOrdersOperation.id as unknown as "application/json" | "text/csv";',
      "const chosen = await client.call(api.exportOrdersOperation, { accept: choice }).orThrow();",
      "same<typeof chosen, api.Order[] | string>();",
      "for await (const event of reconnect((own) => client.call(api.watchOrdersOperation, {}, own))) same<typeof event.data, api.Order | undefined>();",
      'const paid = await receiveOrderPaid(new Request(""), { verify: "unsigned" });',
      "if (paid.ok) same<typeof paid.body, api.Order>();",
      "if (!paid.ok) same<typeof paid.status, 400 | 401 | 415>();",
    ]),
  ).toEqual([]);
});

test("what is wrong is told where it is", () => {
  const wrong = [
    "items(client, api.exportOrdersOperation);",
    "items(client, api.listOrdersOperation, { query: { stats: 1 } });",
    'client.call(api.exportOrdersOperation, { accept: "text/xml" });',
    'client.call(api.exportOrdersOperation, { accept: "text/csv", more: 1 });',
    'client.call(api.listOrdersOperation, { accept: "application/json" });',
    "client.call(api.createOrderOperation, { body: { sku: 1 } });",
    'receiveOrderPaid(new Request(""), {});',
    'receiveOrderPaid(new Request(""), { verify: "whsec_" });',
    'client.call(api.uploadLabelOperation, { path: { id: "1" }, body: "" }, { upload: () => undefined });',
  ];
  const errors = errorsOf("flows-wrong", wrong);
  expect([...new Set(errors)].sort()).toEqual([...wrong].sort());
}, 120_000);
