import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { htmlFaults, markdownFaults } from "./check-page.js";
import { makeDocs } from "./make-docs.js";

const folder = "../shared/hostile";
const isThere = existsSync(`${folder}/manifest.json`);
if (!isThere) {
  console.warn(
    `SKIPPED: hostile descriptions of the docs; ${folder} is missing`,
  );
}

const cases = isThere
  ? (
      JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as {
        file: string;
        class: string;
      }[]
    ).filter((entry) => entry.class === "docs" || entry.file.startsWith("207-"))
  : [];

const temporary = mkdtempSync(join(tmpdir(), "docs-"));
afterAll(() => rmSync(temporary, { recursive: true }));

describe.runIf(isThere).each(cases)("$file", ({ file }) => {
  test("pages hold nothing of the spec but text", async () => {
    const docs = await makeDocs(`${folder}/${file}`);
    for (const [path, text] of docs) {
      if (path.endsWith(".html")) expect(htmlFaults(text), path).toEqual([]);
      if (path.endsWith(".md")) expect(markdownFaults(text), path).toEqual([]);
    }
  });

  test("the same bytes in every run, in prettier's layout", async () => {
    const docs = await makeDocs(`${folder}/${file}`);
    expect(await makeDocs(`${folder}/${file}`)).toEqual(docs);
    for (const [path, text] of docs) {
      if (text.length > 100_000) continue;
      const parser = parsers[path.slice(path.lastIndexOf("."))];
      if (parser !== undefined)
        expect(await check(text, { parser }), path).toBe(true);
    }
  });

  test("takes no longer than a second", async () => {
    const start = process.cpuUsage();
    await makeDocs(`${folder}/${file}`);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});

const parsers: Readonly<Record<string, string>> = {
  ".md": "markdown",
  ".html": "html",
  ".js": "babel",
  ".css": "css",
};

test.runIf(isThere)("links that are safe stay links", async () => {
  const docs = await makeDocs(`${folder}/062-docs-links.yaml`);
  const page = docs.get("operations/get-thing.html") ?? "";
  const targets = [...page.matchAll(/href="(https?:[^"]*)"/g)].map(
    ([, url]) => url,
  );
  expect(targets).toContain("https://ok.example");
  expect(page).not.toContain('evil.example"');
  expect(page).not.toContain("<img");
});

test.runIf(isThere)(
  "samples for the shell send the example and run nothing else",
  async () => {
    const docs = await makeDocs(`${folder}/207-snippet-shell.yaml`);
    const fake = join(temporary, "curl");
    writeFileSync(
      fake,
      `#!${process.execPath}\nprocess.stdout.write(JSON.stringify(process.argv.slice(2)));\n`,
      { mode: 0o755 },
    );
    const run = (page: string): string[] => {
      const text = docs.get(page) ?? "";
      const [, command = ""] = /```bash\n([\s\S]*?)\n```/.exec(text) ?? [];
      const output = execFileSync("/bin/sh", ["-c", command], {
        encoding: "utf8",
        env: { PATH: temporary },
      });
      return JSON.parse(output) as string[];
    };
    const got = run("operations/get-thing.md");
    const url = new URL(got.find((word) => word.startsWith("https:")) ?? "");
    expect(decodeURIComponent(url.pathname)).toBe(
      "/v1/things/a'b`c$(touch /tmp/wire-pwned)\\",
    );
    expect([...url.searchParams]).toEqual([
      ["k'+(globalThis.PWNED=1)+'", "'+(globalThis.PWNED=1)+'"],
    ]);
    expect(got).toContain("X-A: v'+(globalThis.PWNED=1)+'");
    const sent = run("operations/create-thing.md");
    const body = sent[sent.indexOf("--data-raw") + 1] ?? "";
    expect(JSON.parse(body)).toEqual({
      name: "it's $(touch /tmp/wire-pwned) `id` ${HOME} \\ EOF\nEOF\n'EOF' \"q\" %s %% !! ${{ x }}",
    });
    expect(existsSync("/tmp/wire-pwned")).toBe(false);
  },
);

test.runIf(isThere)(
  "samples in TypeScript build the example and run nothing else",
  async () => {
    const docs = await makeDocs(`${folder}/207-snippet-shell.yaml`);
    const inputOf = (page: string, operation: string): unknown => {
      const [, sample = ""] =
        /```ts\n([\s\S]*?)\n```/.exec(docs.get(page) ?? "") ?? [];
      const script = sample
        .replace(/^import .*$/m, "")
        .replaceAll("await ", "");
      const take = new Function(
        operation,
        "createClient",
        `${script}\nreturn answer;`,
      ) as (...values: unknown[]) => unknown;
      const call = (_: unknown, input: unknown): unknown => input;
      return take(undefined, () => ({ call }));
    };
    expect(inputOf("operations/get-thing.md", "getThingOperation")).toEqual({
      path: { id: "a'b`c$(touch /tmp/wire-pwned)\\" },
      query: { "k'+(globalThis.PWNED=1)+'": "'+(globalThis.PWNED=1)+'" },
      header: { "X-A": "v'+(globalThis.PWNED=1)+'" },
    });
    expect(globalThis).not.toHaveProperty("PWNED");
  },
);
