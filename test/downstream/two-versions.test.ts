import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diff, generate } from "../../generator/index.js";
import { pack } from "./pack.js";
import { compilers, contractFlags, run } from "./run.js";

const spec = fileURLToPath(
  new URL("../../examples/orders/openapi.yaml", import.meta.url),
);

/** A package with a surface of its own over the client, as somebody maintains it by hand. */
const sdk = `import { createClient, createOrderOperation, getOrderOperation, type ApiClient, type Order } from "orders";

export class Orders {
  readonly #client: ApiClient;

  constructor(token: string, fetch?: typeof globalThis.fetch) {
    this.#client = createClient({ auth: { token }, ...(fetch && { fetch }) });
  }

  async place(product: string, quantity: number, note?: string): Promise<Order> {
    return this.#client
      .call(createOrderOperation, { body: { product, quantity, ...(note !== undefined && { note }) } })
      .orThrow();
  }

  async statusOf(id: string): Promise<string> {
    const { status } = await this.#client.call(getOrderOperation, { path: { id } }).orThrow();
    return status;
  }
}
`;

const program = `import { Orders } from "./sdk.js";
const fetch = async (request) => Response.json({ id: "1", product: "tea", quantity: 2, status: "placed", placedAt: "2026-03-31T12:30:00Z" }, { status: new Request(request).method === "POST" ? 201 : 200 });
const orders = new Orders("secret", fetch);
const { id } = await orders.place("tea", 2);
console.log(await orders.statusOf(id));
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "specwright-versions-"));
  mkdirSync(join(folder, "sdk"));
  const manifest = { name: "sdk", private: true, type: "module" };
  writeFileSync(join(folder, "sdk/package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "sdk/sdk.ts"), sdk);
  writeFileSync(join(folder, "sdk/program.js"), program);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a version of the description and gives its path. */
function describe(version: string, edit: (text: string) => string): string {
  const before = readFileSync(spec, "utf8");
  const text = edit(before).replace("version: 1.0.0", `version: ${version}`);
  expect(text).not.toBe(edit === same ? "" : before);
  const path = join(folder, `${version}.yaml`);
  writeFileSync(path, text);
  return path;
}

const same = (text: string): string => text;

/** Generates the package of a description, packs it, and installs it where the surface is. */
async function install(path: string, version: string): Promise<void> {
  const out = join(folder, `package-${version}`);
  const settings = { emit: "js", packageName: "orders" } as const;
  const { ok } = await generate({ spec: path, out, settings, cache: false });
  expect(ok).toBe(true);
  const tarball = pack(out, folder);
  const flags = ["--offline", "--no-audit", "--no-fund"];
  run(join(folder, "sdk"), "npm", "install", ...flags, tarball);
}

function compile(): void {
  const [[, oldest]] = compilers;
  run(
    ...([join(folder, "sdk"), process.execPath, oldest] as const),
    ...["--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext"],
    ...contractFlags,
    "sdk.ts",
  );
}

test("a minor version compiles and runs untouched, a major one fails where diff says", async () => {
  const first = describe("1.0.0", same);
  await install(first, "1.0.0");
  compile();
  expect(run(join(folder, "sdk"), process.execPath, "program.js")).toBe(
    "placed\n",
  );

  const minor = describe("1.1.0", (text) =>
    text
      .replace(
        "        note: { type: string, maxLength: 200 }\n    Order:",
        "        note: { type: string, maxLength: 200 }\n        gift: { type: boolean }\n    Order:",
      )
      .replace(
        "enum: [placed, shipped, delivered]",
        "enum: [placed, packed, shipped, delivered]",
      ));
  const added = await diff({ spec: first }, { spec: minor });
  expect(added.result?.verdict).toBe("minor");
  await install(minor, "1.1.0");
  compile();
  expect(run(join(folder, "sdk"), process.execPath, "program.js")).toBe(
    "placed\n",
  );

  const major = describe("2.0.0", (text) =>
    text.replace(
      "required: [product, quantity]",
      "required: [product, quantity, note]",
    ));
  const broken = await diff({ spec: minor }, { spec: major });
  expect(broken.result?.verdict).toBe("major");
  const places = broken.result?.changes
    .filter(({ verdict }) => verdict === "major")
    .map(({ pointer }) => pointer);
  expect(places).toContainEqual(expect.stringMatching(/NewOrder/));
  await install(major, "2.0.0");
  expect(compile).toThrow(/sdk\.ts\(\d+,\d+\): error TS[\s\S]*'note'/);
}, 180_000);
