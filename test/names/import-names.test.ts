import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";

const answer = 'responses: { "200": { description: Fine. } }';
const spec = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get: { operationId: OrdersController_list, tags: [orders], ${answer} }
    post: { operationId: createOrder, tags: [orders], ${answer} }
  /users/{id}:
    get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${answer} }
`;

function project(files: Readonly<Record<string, string>> = {}) {
  return temporaryFolder({
    "a.yaml": spec,
    "specwright.config.mjs":
      'export default { spec: "a.yaml", out: "api", nameLock: "names.json", parts: { docs: false } };',
    ...files,
  });
}

/** Names after an import, as the output exports them. */
async function namesFrom(cwd: string, from: string): Promise<string> {
  const imported = await runHere(cwd, ["names", "--from", from]);
  expect(imported.error).toBe("");
  expect((await runHere(cwd, [])).exitCode).toBe(0);
  expect((await runHere(cwd, ["check"])).exitCode).toBe(0);
  return readFileSync(join(cwd, "api/api.ts"), "utf8");
}

describe("specwright names", () => {
  test.each([
    ["hey-api", "getUsersById"],
    ["orval", "getUsersId"],
    ["openapi-generator", "usersIdGet"],
  ])("--from %s", async (from, withoutId) => {
    const text = await namesFrom(project(), from);
    for (const name of ["ordersControllerList", "createOrder", withoutId])
      expect(text).toContain(`${name}Operation`);
  });

  test("--from a map of functions and methods", async () => {
    const map = {
      OrdersController_list: "orders.all",
      "GET /users/{id}": "fetchUser",
    };
    const cwd = project({ "map.json": JSON.stringify(map) });
    const text = await namesFrom(cwd, "map.json");
    for (const name of ["ordersAll", "createOrder", "fetchUser"])
      expect(text).toContain(`${name}Operation`);
    const api = readFileSync(join(cwd, "api/api.ts"), "utf8");
    expect(api).toMatch(/orders: \{[^}]*\ball: methodOf/u);
    const again = await runHere(cwd, ["names", "--from", "map.json"]);
    expect(again.out).toContain("0 operations renamed");
  });

  test("says what is wrong", async () => {
    const cwd = project({
      "map.json": '{ "nobody": "a" }',
      "bad.json": '{ "createOrder": "a b" }',
    });
    const run = (...args: string[]) => runHere(cwd, ["names", ...args]);
    expect((await run("--from", "map.json")).error).toContain(
      'there is no operation "nobody"',
    );
    expect((await run("--from", "bad.json")).exitCode).toBe(2);
    expect((await run("--from", "heyapi")).error).toContain("nor a JSON file");
    writeFileSync(join(cwd, "names.json"), "{}");
    expect((await run("--from", "orval")).error).toContain(
      "nothing was imported",
    );
    writeFileSync(
      join(cwd, "specwright.config.mjs"),
      'export default { spec: "a.yaml" };',
    );
    expect((await run("--from", "orval")).error).toContain("no lock of names");
  });
});
