import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../downstream/run.js";
import { runBuilt, runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { programs, root, snippets } from "./snippets.js";

const spec = "examples/orders/openapi.yaml";

let server: ChildProcess;
let origin: string;

beforeAll(async () => {
  server = spawn(process.execPath, [`${root}examples/orders/server.mjs`, "0"]);
  origin = await new Promise((resolve) => {
    server.stdout?.once("data", (line) => resolve(String(line).trim()));
  });
});
afterAll(() => server.kill());

test("the first programs of the README print what they say", async () => {
  const folder = temporaryFolder();
  // The port of the description may be taken on this machine.
  const text = readFileSync(root + spec, "utf8");
  const moved = text.replace("http://localhost:8080", origin);
  expect(moved).not.toBe(text);
  writeFileSync(join(folder, "openapi.yaml"), moved);
  const { exitCode, error } = runBuilt(folder, [
    ...["openapi.yaml", "--out", "src/api"],
  ]);
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
  const first = programs.filter(
    (program) => program.page === "README.md" && program.spec === spec,
  );
  mkdirSync(join(folder, "src"), { recursive: true });
  const printed: string[] = [];
  for (const [index, program] of first.entries()) {
    const source = join(folder, `src/main-${index}.ts`);
    writeFileSync(source, program.text);
    const outfile = join(folder, `main-${index}.mjs`);
    await build({
      entryPoints: [source],
      ...{ outfile, bundle: true, format: "esm", platform: "node" },
    });
    printed.push(run(folder, process.execPath, outfile));
  }
  expect(printed).toEqual(["1 placed\n", "tea\n"]);
});

test("every command of the docs has a name and flags that exist", async () => {
  const lines = snippets
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split("\n"))
    .flatMap((line) => /\bspecwright (\S.*?)(?: +#.*)?$/.exec(line)?.[1] ?? [])
    .filter((words) => !words.startsWith("&&"));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const words = line.split(" ");
    const [first = ""] = words;
    const isNamed = /^[a-z]+$/.test(first);
    const { exitCode, out } = await runHere(temporaryFolder(), [
      ...[isNamed ? first : "generate", "--help"],
    ]);
    expect(exitCode, line).toBe(0);
    const flags = words.filter((word) => word.startsWith("--"));
    for (const flag of flags) expect(out, line).toContain(flag);
  }
});
