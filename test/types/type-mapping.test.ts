import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { compileErrors, type Files } from "./compile.js";
import { readFolder } from "./read-folder.js";
import { inFolder } from "./type-files.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}test/cases/type-mapping`;

const head = `import { getOrder } from "./expected/operations/get-order.js";
import type { AccountId } from "./own-types.js";
declare const account: AccountId;
`;

const program = `import { getOrder, readGetOrder } from "./expected/operations/get-order.js";
import { putOrder, validatePutOrder } from "./expected/operations/put-order.js";
import { readStreamLines } from "./expected/operations/stream-lines.js";
import { parseOrder, serializeOrder } from "./expected/mappings/order.js";
import { isOrder, type Order, type OrderInput, type OrderWire } from "./expected/schemas/order.js";
import { isAccountSid } from "./expected/schemas/account-sid.js";
import type { Plain } from "./expected/types/plain.js";
import { type AccountId, Money } from "./own-types.js";

declare const response: Response;
declare const account: AccountId;
declare const input: OrderInput;
declare const plain: Plain;

export async function use(): Promise<void> {
  const answer = await readGetOrder(response);
  if (answer.status === 200 && answer.contentType !== undefined) {
    const order: Order = answer.body;
    const digits: bigint = order.id;
    const total: bigint | undefined = answer.headers["X-Total"];
    const expires: Date | undefined = answer.headers.Expires;
    const year: number = order.created.getFullYear();
    const cents: bigint = order.lines[0]!.price.cents;
    if (order.event.kind === "Shipped") order.event.at.getTime();
    use2(digits, total, expires, year, cents);
  }
  const lines = await readStreamLines(response);
  if (lines.status === 200 && lines.contentType === "application/jsonl") {
    for await (const line of lines.body) use2(line.id, line.price.currency);
  }
  const result = validatePutOrder(input);
  if (result.ok) putOrder(result.value);
}

export function guard(value: unknown): Order | undefined {
  if (!isOrder(value)) return undefined;
  const wire: OrderWire = value;
  const created: string = wire.created;
  const id: number | bigint = wire.id;
  use2(created, id);
  return parseOrder(wire);
}

export function brand(text: string): AccountId | undefined {
  return isAccountSid(text) ? text : undefined;
}

export const sent: string = serializeOrder(input).created;
export const trace: string = plain.trace ?? "";
export const money: Money = new Money(1n, "EUR");

getOrder({ path: { sid: account, id: 9007199254740993n }, query: { since: new Date(), days: [new Date()] } });
putOrder({ path: { sid: account, id: 1n }, contentType: "application/x-www-form-urlencoded", body: { id: 1n, at: new Date(), total: money } });

declare function use2(...values: readonly unknown[]): void;
`;

/** Calls that are wrong. */
const bad = [
  "getOrder({ path: { sid: account, id: 1 } });",
  'getOrder({ path: { sid: "AC0000", id: 1n } });',
  'getOrder({ path: { sid: account, id: 1n }, query: { since: "2020-01-01T00:00:00Z" } });',
  'getOrder({ path: { sid: account, id: 1n }, header: { "X-Trace": "x" } });',
];

let output: Files;

beforeAll(() => {
  output = new Map([
    ...inFolder("expected", readFolder(`${folder}/expected`, /\.ts$/)),
    ...inFolder(
      "expected/runtime",
      readFolder(`${root}templates/runtime`, /\.ts$/),
    ),
    ["own-types.ts", readFileSync(`${folder}/own-types.ts`, "utf8")],
  ]);
});

test("what is mapped has its own types everywhere", () => {
  expect(
    compileErrors("type-mapping", new Map([...output, ["use.ts", program]])),
  ).toEqual([]);
}, 60_000);

test("what is not of these types does not compile", () => {
  const calls = bad.map((call, index) => [
    `bad-${index}.ts`,
    `${head}${call}\n`,
  ]);
  const errors = compileErrors(
    "type-mapping-bad",
    new Map([...output, ...(calls as [string, string][])]),
  );
  const found = errors.flatMap(
    (line) => /^TypeScript \S+: \w\S+\(/.exec(line) ?? [],
  );
  const wanted = ["5.9", "7"].flatMap((version) =>
    calls.map(([file]) => `TypeScript ${version}: ${file}(`),
  );
  expect(found.map((line) => line.replace(/\(.*/, "(")).sort()).toEqual(
    wanted.sort(),
  );
}, 60_000);
