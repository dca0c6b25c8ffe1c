import {
  chmodSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const head = 'openapi: 3.0.3\ninfo: {title: Shop, version: "1"}\npaths: {}\n';

function withProperties(lines: readonly string[]): string {
  const properties = lines.map((line, index) => `        p${index}: ${line}\n`);
  return `${head}components:\n  schemas:\n    Order:\n      type: object\n      properties:\n${properties.join("")}`;
}

function repeat(count: number, line: string): string[] {
  return Array.from({ length: count }, () => line);
}

async function report(spec: string, ...flags: string[]) {
  const folder = temporaryFolder({ "a.yaml": spec });
  const args = ["generate", "a.yaml", "--out", "out", ...flags];
  return runHere(folder, args);
}

const faults = withProperties([
  ...repeat(120, "{type: strnig}"),
  ...repeat(80, "{type: array, colour: red}"),
]);

describe("a long report", () => {
  it("takes 60 lines, three places a code, and counts the rest", async () => {
    const { exitCode, error } = await report(faults);
    expect(exitCode).toBe(1);
    expect(error.split("\n").length).toBeLessThanOrEqual(60);
    expect(error.match(/: error value-unknown: /g)).toHaveLength(3);
    expect(error).toContain("and 117 more places of value-unknown");
    expect(error).toMatch(/^error value-unknown +120 places$/m);
    expect(error).toMatch(/^warning field-unknown +80 places$/m);
  });

  it("prints errors last", async () => {
    const { error } = await report(faults);
    const first = error.indexOf(": error ");
    const last = error.lastIndexOf(": warning ");
    expect(last).toBeGreaterThan(-1);
    expect(first).toBeGreaterThan(last);
  });

  it("prints every place with --verbose", async () => {
    const { error } = await report(faults, "--verbose");
    expect(error.match(/: error value-unknown: /g)).toHaveLength(120);
    expect(error.match(/: warning field-unknown: /g)).toHaveLength(80);
    expect(error).not.toContain("more place");
  });

  it("gives every place as JSON", async () => {
    const { out } = await report(faults, "--json");
    const { diagnostics } = JSON.parse(out) as { diagnostics: unknown[] };
    expect(diagnostics.length).toBeGreaterThanOrEqual(200);
    expect((await report(faults, "--format", "json")).out).toContain(
      '"diagnostics"',
    );
  });

  it("stays short where many codes have many places", async () => {
    const broken = Array.from({ length: 30 }, (_, index) => [
      ...["{type: strnig}", "{type: array, colour: 1}", "{minLength: -1}"],
      ...["{pattern: '('}", "{enum: []}", "{minimum: 2, maximum: 1}"],
      ...["{required: a}", "{oneOf: []}", `{$ref: "#/nope${index}"}`],
      ...["{nullable: true}", "{enum: [a, a]}", "{title: 5}"],
    ]).flat();
    const { error } = await report(withProperties(broken));
    expect(error.split("\n").length).toBeLessThanOrEqual(60);
    const summary = error.match(/^(?:error|warning) [a-z-]+ +\d+ places$/gm);
    expect(summary?.length).toBeGreaterThanOrEqual(8);
  });

  it("ends with the command that goes on, other flags kept", async () => {
    const spec = withProperties(["{type: strnig}", '{pattern: "("}']);
    const { error } = await report(
      spec,
      ...["--no-docs", "--package-name", "a b", "--allow", "list-empty"],
    );
    expect(error).toMatch(
      /specwright generate a\.yaml --out out --no-docs --package-name 'a b' --allow list-empty,\S*value-unknown\S*$/,
    );
    const codes = /--allow (\S+)$/.exec(error)?.[1] ?? "";
    const again = await report(spec, "--no-docs", "--allow", codes);
    expect(again.exitCode).toBe(0);
  });

  it("ends with the command that lists a code without a way on", async () => {
    const lines = Array.from({ length: 9 }, (_, i) => `? [k${i}]\n: 1\n`);
    const { error } = await report(`${head}x-a:\n  ${lines.join("  ")}`);
    expect(error).toMatch(
      /There is no --allow for [a-z-]+: [^\n]+\.\nTo list all places: specwright generate a\.yaml --out out --verbose$/,
    );
  });

  it("has no summary of one diagnostic", async () => {
    const { error } = await report("a: [1\n");
    expect(error).toMatch(/^1 error; nothing was written\.$/m);
    expect(error).not.toMatch(/\d places?$/m);
  });

  it("lists 50 files of check at most, and says how many more there are", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `    S${index}: {}`);
    const spec = `${head}components:\n  schemas:\n${names.join("\n")}\n`;
    const folder = temporaryFolder({ "a.yaml": spec });
    const args = ["check", "a.yaml", "--out", "out", "--no-docs"];
    const { error } = await runHere(folder, args);
    expect(error.split("\n").length).toBeLessThanOrEqual(60);
    expect(error).toMatch(/^and \d+ more missing \(--verbose\)$/m);
    expect(error).toMatch(
      /Run: specwright generate a\.yaml --out out --no-docs$/,
    );
    const whole = await runHere(folder, [...args, "--verbose"]);
    expect(whole.error.split("\n").length).toBeGreaterThan(120);
  });
});

describe("--format github", () => {
  it("annotates lines, escaped, ten of each severity", async () => {
    const { out, error } = await report(
      withProperties([
        ...repeat(30, "{type: '50% a,b:c'}"),
        ...repeat(12, "{colour: red}"),
      ]),
      ...["--format", "github"],
    );
    const lines = out.split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(
      10,
    );
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(
      10,
    );
    expect(lines[0]).toMatch(
      /^::error file=a\.yaml,line=9,col=20,title=specwright value-unknown::"type" is "50%25 a,b:c", .*%0Afix: /,
    );
    expect(error).toContain("error value-unknown");
  });

  it("gives paths from the root of the repository where GitHub Actions runs it", async () => {
    const folder = temporaryFolder({ "api/v1,2/a.yaml": "a: [1\n" });
    const { out } = await runHere(
      join(folder, "api"),
      ["generate", "v1,2/a.yaml"],
      { workspace: folder },
    );
    expect(out).toMatch(/^::error file=api\/v1%2C2\/a\.yaml,line=\d+,col=\d+,/);
  });

  it("annotates files that differ", async () => {
    const folder = temporaryFolder({ "a.yaml": head });
    await runHere(folder, ["generate", "a.yaml", "--out", "src/api"]);
    writeFileSync(join(folder, "src/api/index.ts"), "// edited\n");
    const { out, exitCode } = await runHere(
      join(folder, "src"),
      [...["check", "../a.yaml", "--out", "api"], ...["--format", "github"]],
      { workspace: folder },
    );
    expect(exitCode).toBe(1);
    expect(out).toBe(
      "::error file=src/api/index.ts,title=specwright check::This file differs from what the description gives. Run: specwright generate ../a.yaml --out api",
    );
  });

  it("is off elsewhere, and where JSON is asked for", async () => {
    expect((await report("a: [1\n")).out).toBe("");
    const folder = temporaryFolder({ "a.yaml": "a: [1\n" });
    const { out } = await runHere(folder, ["generate", "a.yaml", "--json"], {
      workspace: folder,
    });
    expect(JSON.parse(out)).toMatchObject({ ok: false });
  });
});

describe("thousands of faults", () => {
  const most = 10_000;
  const named = (line: (index: number) => string) =>
    Array.from({ length: most }, (_, index) => line(index));

  it.each([
    [
      "broken references beside names like them",
      named(
        (i) => `{properties: {a: {$ref: "#/components/schemas/Ordr${i}"}}}`,
      ),
    ],
    ["unknown types", named(() => "{type: strnig}")],
    ["unknown fields", named((i) => `{filed${i}: 1, type: string}`)],
    ["names in required", named((i) => `{required: [n${i}]}`)],
  ])("take no quadratic time: %s", { timeout: 30_000 }, async (_, lines) => {
    const schemas = lines.map((line, index) => `    Order${index}: ${line}\n`);
    const spec = `${head}components:\n  schemas:\n    Broken: {type: strnig}\n${schemas.join("")}`;
    const start = performance.now();
    const folder = temporaryFolder({ "a.yaml": spec });
    await runHere(folder, ["check", "a.yaml", "--no-docs", "--out", "none"]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe("a file system that refuses", () => {
  it.each([
    [
      "a file in the way",
      "file/out",
      // Which call fails first, and how, depends on the version of Node.
      /file(?:\/out)?: a file is where a folder is needed \((?:ENOTDIR|EEXIST)\)$/,
    ],
    ["a file system without folders", "/proc/specwright", /proc\/specwright/],
  ])("is named: %s", async (_, out, message) => {
    const folder = temporaryFolder({ "a.yaml": head, file: "" });
    const args = ["generate", "a.yaml", "--out", out];
    const { exitCode, error } = await runHere(folder, args);
    expect(exitCode).toBe(1);
    expect(error).toMatch(/^error: cannot /);
    expect(error).toMatch(message);
  });

  it("writes nothing where a file or a folder is in the way of the output", async () => {
    const folder = temporaryFolder({ "a.yaml": head, "out/own.txt": "" });
    const args = ["generate", "a.yaml", "--out", "out"];
    mkdirSync(join(folder, "out/index.ts"));
    const folderInTheWay = await runHere(folder, args);
    expect(folderInTheWay.exitCode).toBe(1);
    expect(folderInTheWay.error).toContain("out/index.ts:1:1: error not-ours");
    rmSync(join(folder, "out/index.ts"), { recursive: true });
    writeFileSync(join(folder, "out/docs"), "");
    const fileInTheWay = await runHere(folder, args);
    expect(fileInTheWay.exitCode).toBe(1);
    expect(fileInTheWay.error).toMatch(
      /^error: cannot make the folder out\/docs/,
    );
    expect(readdirSync(join(folder, "out")).sort()).toEqual([
      "docs",
      "own.txt",
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "names a folder without write permission",
    async () => {
      const folder = temporaryFolder({ "a.yaml": head });
      mkdirSync(join(folder, "out"));
      chmodSync(join(folder, "out"), 0o500);
      const args = ["generate", "a.yaml", "--out", "out"];
      const { exitCode, error } = await runHere(folder, args);
      expect(exitCode).toBe(1);
      expect(error).toMatch(/^error: cannot write to out: permission denied/);
    },
  );
});

it("ends quietly when its reader closes the pipe", async () => {
  const folder = temporaryFolder({
    "a.yaml": withProperties(repeat(3000, "{type: strnig}")),
  });
  const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));
  for (const flag of ["--json", "--verbose"]) {
    const child = spawn(process.execPath, [bin, "generate", "a.yaml", flag], {
      cwd: folder,
    });
    const stream = flag === "--json" ? child.stdout : child.stderr;
    const other = flag === "--json" ? child.stderr : child.stdout;
    let said = "";
    other.on("data", (data) => (said += String(data)));
    stream.once("data", () => stream.destroy());
    const exitCode = await new Promise((done) => child.on("close", done));
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
  }
});
