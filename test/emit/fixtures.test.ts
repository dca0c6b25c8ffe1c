import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "specwright-fixtures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The case and the runtime that it uses, as one module. */
async function loadCase() {
  cpSync(`${root}test/cases/fixtures/expected`, folder, { recursive: true });
  cpSync(`${root}templates/runtime`, join(folder, "runtime"), {
    recursive: true,
  });
  const modules = ["loan", "nothing", "person"].map(
    (name) => `fixtures/${name}`,
  );
  const paths = [...modules, "operations/lend", "runtime/expect-answer"];
  await build({
    stdin: {
      contents: paths.map((path) => `export * from "./${path}.js";`).join(""),
      resolveDir: folder,
    },
    ...{ bundle: true, format: "esm", platform: "node", logLevel: "error" },
    outfile: join(folder, "case.mjs"),
  });
  return import(pathToFileURL(join(folder, "case.mjs")).href) as Promise<
    Record<string, (...values: unknown[]) => Record<string, unknown>>
  >;
}

const {
  loanFixture = missing,
  loanInputFixture = missing,
  nothingFixture = missing,
  personFixture = missing,
  expectAnswer = missing,
  readLend,
} = await loadCase();

function missing(): never {
  throw new Error("not exported");
}

test("a fixture is the same each time, and nobody else's", () => {
  const [one, other] = [personFixture(), personFixture()];
  expect(one).toEqual(other);
  expect(one).not.toBe(other);
  expect(one["friends"]).not.toBe(other["friends"]);
});

test("overrides take the place of members, and undefined leaves one out", () => {
  expect(personFixture({ name: "Ada", friends: undefined })).toEqual({
    kind: "Person",
    name: "Ada",
  });
});

test("each side of the wire has its own", () => {
  expect(loanFixture()).toHaveProperty("id");
  expect(loanInputFixture()).not.toHaveProperty("id");
});

test("overrides that make it invalid are refused, with every issue", () => {
  expect(() => loanFixture({ isbn: "1", reader: personFixture() })).toThrow(
    /a fixture is not valid:\n {2}\/isbn /,
  );
  expect(() => nothingFixture(1)).toThrow(TypeError);
});

test("an answer as described is given, and all else is refused", async () => {
  const answer = (status: number, body: unknown): Response =>
    Response.json(body, { status });
  const lent = await expectAnswer(
    readLend,
    Promise.resolve(answer(201, loanFixture())),
  );
  expect(lent["ok"]).toBe(true);
  await expect(
    expectAnswer(readLend, answer(201, { ...loanFixture(), isbn: 1 })),
  ).rejects.toThrow(/the answer 201 is not as described:\n {2}\/body\/isbn /);
  await expect(expectAnswer(readLend, answer(418, {}))).rejects.toThrow(
    /status 418 is not described/,
  );
  await expect(
    expectAnswer(readLend, new Response("no", { status: 201 })),
  ).rejects.toThrow(/content type/);
});
