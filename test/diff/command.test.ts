import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/model/json.js";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { gives, object, text } from "./documents.js";

const before = gives(object({ name: text, age: text }));
const after = gives(object({ name: text }));

/** A folder with both versions as files. */
function folderWithBoth(): string {
  const folder = temporaryFolder();
  write(folder, "old.json", before);
  write(folder, "new.json", after);
  return folder;
}

function write(folder: string, name: string, value: JsonObject): void {
  writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync(
    "git",
    ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args],
    {
      cwd: folder,
      stdio: "ignore",
    },
  );
}

/** A repository whose last commit has the first version below `spec/`, in two files, and the folder the second one. */
function repository(): string {
  const folder = temporaryFolder();
  const reference = { $ref: "parts/thing.json" };
  mkdirSync(join(folder, "spec/parts"), { recursive: true });
  write(folder, "spec/openapi.json", gives(reference));
  write(folder, "spec/parts/thing.json", object({ name: text, age: text }));
  git(folder, "init", "--initial-branch=main");
  git(folder, "add", "-A");
  git(folder, "commit", "-m", "first");
  write(folder, "spec/parts/thing.json", object({ name: text }));
  return folder;
}

describe("what is printed", () => {
  test("JSON has the shape that programs rely on", async () => {
    const { out, exitCode } = await runHere(folderWithBoth(), [
      "diff",
      "old.json",
      "new.json",
      "--json",
    ]);
    expect(exitCode).toBe(0);
    const { verdict, changes } = JSON.parse(out) as {
      verdict: string;
      changes: unknown[];
    };
    expect(verdict).toBe("major");
    expect(changes).toEqual([
      {
        kind: "property-removed",
        verdict: "major",
        layers: ["validation", "types"],
        direction: "response",
        operation: "getThing",
        pointer:
          "/paths/~1things/get/responses/200/content/application~1json/schema",
        old: { file: "old.json", line: 27 },
        new: { file: "new.json", line: 21 },
        reason: 'The property "age" is gone.',
      },
    ]);
  });

  test("text names kind, places, operations and what to do", async () => {
    const { out } = await runHere(folderWithBoth(), [
      "diff",
      "old.json",
      "new.json",
    ]);
    expect(out).toBe(
      `major property-removed (validation, types, responses): The property "age" is gone.
  old.json:27 → new.json:21
  in getThing
  Stop sending or reading it.
major: 1 major`,
    );
  });

  test("Markdown is a section of a changelog", async () => {
    const { out } = await runHere(folderWithBoth(), [
      "diff",
      "old.json",
      "new.json",
      "--markdown",
    ]);
    expect(out).toBe(
      '### Breaking changes\n\n- `getThing`: The property "age" is gone. Stop sending or reading it.',
    );
  });

  test("people read of what a bound is", async () => {
    const folder = temporaryFolder();
    const bounded = (most: number) => ({
      ...object({ name: { type: "string", maxLength: most } }),
    });
    write(folder, "old.json", gives(bounded(9)));
    write(folder, "new.json", gives(bounded(8)));
    const args = ["diff", "new.json", "old.json"];
    const { out: text } = await runHere(folder, args);
    expect(text).toContain("responses): name: It was at most 8 characters");
    const { out: markdown } = await runHere(folder, [...args, "--markdown"]);
    expect(markdown).toContain("- `name` in `getThing`: It was at most 8");
  });

  test("annotations are at the line of the new version", async () => {
    const folder = folderWithBoth();
    const { out } = await runHere(
      folder,
      ["diff", "old.json", "new.json", "--format", "github"],
      { workspace: folder },
    );
    expect(out).toContain(
      '::error file=new.json,line=21,title=major%3A property-removed::The property "age" is gone.%0AStop sending or reading it.',
    );
  });
});

describe("what can be compared", () => {
  test("files by URL", async () => {
    const folder = folderWithBoth();
    const url = (name: string) => pathToFileURL(join(folder, name)).href;
    const { out } = await runHere(folder, [
      "diff",
      url("old.json"),
      url("new.json"),
    ]);
    expect(out).toContain("major: 1 major");
  });

  test("a revision with all its files, called by its name", async () => {
    const { out, error } = await runHere(repository(), [
      "diff",
      "main:spec/openapi.json",
      "spec/openapi.json",
    ]);
    expect(error).toBe("");
    expect(out).toContain(
      "main:spec/parts/thing.json:7 → spec/parts/thing.json:1",
    );
  });

  test("a description and its last commit", async () => {
    const { out } = await runHere(join(repository(), "spec"), [
      "diff",
      "openapi.json",
    ]);
    expect(out).toContain("HEAD:spec/parts/thing.json:7 → parts/thing.json:1");
  });

  test.each([
    ["nowhere:spec/openapi.json", 'Git has no revision "nowhere"'],
    ["main:spec/other.json", "the revision has no such file"],
  ])("%s does not exist", async (old, message) => {
    const { exitCode, error } = await runHere(repository(), [
      "diff",
      old,
      "spec/openapi.json",
    ]);
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
  });

  test("a description with errors is not", async () => {
    const folder = folderWithBoth();
    writeFileSync(join(folder, "new.json"), "{");
    const { exitCode, error } = await runHere(folder, [
      "diff",
      "old.json",
      "new.json",
    ]);
    expect(exitCode).toBe(1);
    expect(error).toContain("nothing was compared");
  });
});

describe("what fails", () => {
  test.each([
    ["major", 1],
    ["minor", 1],
  ])("--fail-on %s fails on a major change", async (verdict, code) => {
    const { exitCode } = await runHere(folderWithBoth(), [
      "diff",
      "old.json",
      "new.json",
      "--fail-on",
      verdict,
    ]);
    expect(exitCode).toBe(code);
  });

  test("--fail-on major passes a minor change", async () => {
    const { exitCode } = await runHere(folderWithBoth(), [
      "diff",
      "new.json",
      "old.json",
      "--fail-on",
      "major",
    ]);
    expect(exitCode).toBe(0);
  });
});

describe("the configuration", () => {
  const configure = (folder: string, diff: JsonObject): void => {
    writeFileSync(
      join(folder, "specwright.config.mjs"),
      `export default ${JSON.stringify({ diff })};`,
    );
  };

  test("gives kinds other verdicts", async () => {
    const folder = folderWithBoth();
    configure(folder, { severities: { "property-removed": "patch" } });
    const { out } = await runHere(folder, ["diff", "old.json", "new.json"]);
    expect(out).toContain("patch: 1 patch");
  });

  test("ignores a change, and says when it no longer has to", async () => {
    const folder = folderWithBoth();
    const pointer =
      "/paths/~1things/get/responses/200/content/application~1json/schema";
    configure(folder, {
      ignore: [{ kind: "property-removed", pointer, reason: "Nobody has it." }],
    });
    const { out, exitCode } = await runHere(folder, [
      "diff",
      "old.json",
      "new.json",
      "--fail-on",
      "patch",
    ]);
    expect([out, exitCode]).toEqual(["none: 1 change ignored", 0]);
    const { error } = await runHere(folder, ["diff", "new.json", "new.json"]);
    expect(error).toContain("has an entry that no change matches");
  });

  test.each([
    [
      { severities: { "property-gone": "patch" } },
      'there is no kind of change "property-gone"',
    ],
    [
      { severities: { "property-removed": "huge" } },
      '"diff".severities must be',
    ],
    [{ ignore: [{ kind: "property-removed" }] }, '"diff".ignore must be'],
    [{ other: 1 }, '"diff" has no option "other"'],
  ])("%j is wrong", async (diff, message) => {
    const folder = folderWithBoth();
    configure(folder, diff);
    const { exitCode, error } = await runHere(folder, [
      "diff",
      "old.json",
      "new.json",
    ]);
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
  });
});
