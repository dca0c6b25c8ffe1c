import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";

const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

let stop: (() => Promise<number | null>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** The built command, and the lines of its standard output one after the other. */
function startCommand(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [bin, "watch", ...args], { cwd });
  const errors: string[] = [];
  child.stderr.on("data", (text) => errors.push(String(text)));
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const ended = new Promise<number | null>((resolve) =>
    child.on("exit", resolve),
  );
  stop = () => {
    child.kill("SIGINT");
    return ended;
  };
  const next = async (): Promise<string> => String((await lines.next()).value);
  return { next, errors, ended };
}

const spec = (type: string) =>
  `openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    Name: { type: ${type} }\n`;

describe("specwright watch", () => {
  test("prints a line for each run, and ends well when it is interrupted", async () => {
    const cwd = temporaryFolder({ "a.yaml": spec("string") });
    const { next, errors } = startCommand(cwd, "a.yaml", "--out", "out");
    expect(await next()).toMatch(
      /^\d\d:\d\d:\d\d 0 operations, 1 schema: \d+ files written, 0 unchanged \(\d+ ms\)$/,
    );
    writeFileSync(join(cwd, "a.yaml"), spec("strin"));
    await expect
      .poll(() => errors.join(""), { timeout: 10_000 })
      .toMatch(/a\.yaml:6:19: error[^]*a\.yaml changed; 1 error; the output/);
    writeFileSync(join(cwd, "a.yaml"), spec("number"));
    expect(await next()).toMatch(/a\.yaml changed; .* written/);
    expect(await stop?.()).toBe(0);
  });

  test("follows the files that the configuration imports", async () => {
    const emitter = (
      text: string,
    ) => `import { defineEmitter } from "specwright";
export const note = defineEmitter({
  name: "note",
  units: () => [{ name: "all", emit: () => [{ kind: "text", path: "note.txt", text: "${text}" }] }],
});
`;
    const cwd = temporaryFolder({
      "a.yaml": spec("string"),
      "note.ts": emitter("one"),
      "specwright.config.ts": `import { note } from "./note.js";
export default { spec: "a.yaml", out: "out", emitters: [note] };
`,
    });
    const { next } = startCommand(cwd, "--json");
    expect(JSON.parse(await next())).toMatchObject({ ok: true });
    const path = join(cwd, "note.ts");
    writeFileSync(path, emitter("two"));
    expect(JSON.parse(await next())).toMatchObject({
      ok: true,
      changed: [path],
      written: ["manifest.json", "note.txt"],
    });
    expect(readFileSync(join(cwd, "out/note.txt"), "utf8")).toBe("two");
  });

  test("follows the configuration, also one that comes later", async () => {
    const cwd = temporaryFolder({ "a.yaml": spec("string") });
    mkdirSync(join(cwd, "node_modules"));
    const { next } = startCommand(cwd, "a.yaml", "--out", "out", "--json");
    expect(JSON.parse(await next())).toMatchObject({ ok: true, changed: [] });
    const config = join(cwd, "specwright.config.ts");
    for (const docs of [false, true]) {
      writeFileSync(config, `export default { parts: { docs: ${docs} } };\n`);
      const { ok, changed, ...files } = JSON.parse(await next()) as {
        ok: boolean;
        changed: string[];
        written: string[];
        removed: string[];
      };
      expect({ ok, changed }).toEqual({ ok: true, changed: [config] });
      expect(files[docs ? "written" : "removed"]).toContain("docs/index.html");
    }
    writeFileSync(config, "export default { parts: { docs: 1 } };\n");
    expect(JSON.parse(await next())).toMatchObject({
      ok: false,
      error: expect.stringContaining("docs") as string,
    });
  });

  test("follows files alone", async () => {
    const cwd = temporaryFolder();
    const { exitCode, error } = await runHere(cwd, ["watch", "-"]);
    expect(exitCode).toBe(2);
    expect(error).toContain("this description is none");
  });
});
