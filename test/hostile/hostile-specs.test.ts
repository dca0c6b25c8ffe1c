import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { identifiers, syntaxErrors } from "./syntax.js";

const shared = fileURLToPath(
  new URL("../../../shared/hostile/", import.meta.url),
);

interface HostileSpec {
  readonly file: string;
  readonly class: string;
  readonly what: string;
  readonly must: "refuse" | "generate" | "either";
}

/** Faults that are read in their one sensible way by default: `strict` refuses them, as the manifest wants. */
const refusedWhenStrict: ReadonlySet<string> = new Set([
  "087-name-duplicate-operation-id.yaml",
  "089-name-duplicate-param.yaml",
  "090-name-similar-paths.yaml",
  "165-regex-invalid.yaml",
]);

if (!existsSync(shared)) {
  test.skip("SKIPPED: there is no folder shared/hostile beside the checkout", () => {});
} else {
  const specs = JSON.parse(
    readFileSync(`${shared}manifest.json`, "utf8"),
  ) as readonly HostileSpec[];
  const folder = mkdtempSync(`${tmpdir()}/specwright-hostile-`);

  beforeAll(() => {
    cpSync(shared, `${folder}/specs`, { recursive: true });
    symlinkSync("/etc", `${folder}/specs/linked`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const name of [...new Set(specs.map((spec) => spec.class))]) {
    describe(`hostile descriptions: ${name}`, () => {
      for (const spec of specs.filter((other) => other.class === name)) {
        test(`${spec.file}: ${spec.what}`, { timeout: 30_000 }, () =>
          tryOut(spec, folder),
        );
      }
    });
  }
}

async function tryOut(spec: HostileSpec, folder: string): Promise<void> {
  const out = `${folder}/out`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const before = filesOutside(folder);
  const { ok, diagnostics, written } = await generate({
    spec: `${folder}/specs/${spec.file}`,
    out,
    strict: refusedWhenStrict.has(spec.file),
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  if (spec.must !== "either") {
    const faults = diagnostics.filter(({ severity }) => severity === "error");
    expect({ ok, faults: ok ? [] : faults.map((fault) => fault.code) }).toEqual(
      { ok: spec.must === "generate", faults: ok ? [] : expect.anything() },
    );
  }
  expect(filesOutside(folder)).toEqual(before);
  if (!ok) {
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(written).toEqual([]);
    expect(readdirSync(out)).toEqual([]);
    return;
  }
  const slugs = written.map((path) => path.toLowerCase());
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const path of written) {
    expect(path).toMatch(/^[\w./-]+$/);
    expect(path).not.toMatch(/\.\.|^\/|(?:^|\/)(?:con|nul|aux|prn)\./i);
    for (const part of path.split("/")) expect(part.length).toBeLessThan(256);
    if (!/\.(?:ts|js|mjs)$/.test(path)) continue;
    const text = readFileSync(`${out}/${path}`, "utf8");
    expect(syntaxErrors(text), path).toEqual([]);
    const canaries = [...identifiers(text)].filter((name) =>
      name.startsWith("PWNED"),
    );
    expect(canaries, path).toEqual([]);
  }
}

/** Every file beside the output folder. */
function filesOutside(folder: string): readonly string[] {
  return [folder, `${folder}/specs`].flatMap((place) => readdirSync(place));
}
