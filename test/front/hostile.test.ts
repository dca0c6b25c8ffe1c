import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { LocatedDiagnostic } from "../../generator/diagnostics/locate.js";
import { generate } from "../../generator/generate.js";
import type { GenerateResult } from "../../generator/options.js";
import { temporaryFolder } from "./temporary-folder.js";

const hostile = fileURLToPath(
  new URL("../../../shared/hostile", import.meta.url),
);
const isThere = existsSync(hostile);
const classes = new Set(["yaml", "ref", "prototype"]);

interface Entry {
  readonly file: string;
  readonly class: string;
  readonly what: string;
  readonly must: "refuse" | "generate" | "either";
}

const manifest = isThere
  ? (JSON.parse(
      readFileSync(join(hostile, "manifest.json"), "utf8"),
    ) as readonly Entry[])
  : [];

const refused = manifest.filter(
  (one) => classes.has(one.class) && one.must === "refuse",
);

if (!isThere) {
  console.warn(
    "SKIPPED: ../shared/hostile is not there; no hostile description was tried.",
  );
}

/** A folder with the description alone, a link to /etc and a file that no reference may reach beside it. */
function lay({ file }: Entry): { folder: string; out: string; spec: string } {
  const root = temporaryFolder({ "secret.yaml": "PWNED_SECRET: 1\n" });
  const folder = join(root, "api");
  mkdirSync(folder);
  const source = join(hostile, file);
  if (existsSync(source))
    cpSync(source, join(folder, file), { recursive: true });
  else mkdirSync(join(folder, file));
  symlinkSync("/etc", join(folder, "linked"));
  return { folder, out: join(root, "out"), spec: join(folder, file) };
}

function say({ diagnostics }: GenerateResult): string {
  return diagnostics
    .map(({ code, message }) => `${code} ${message}`)
    .join("\n");
}

describe.skipIf(!isThere)(
  "what ../shared/hostile must not get past reading and resolving",
  () => {
    for (const entry of refused) {
      it(`${entry.file}: ${entry.what}`, async () => {
        const { out, spec } = lay(entry);
        const result = await generate({ spec, out });
        expect(result.ok).toBe(false);
        expect(existsSync(out)).toBe(false);
        expect(say(result)).not.toMatch(/PWNED_SECRET|root:x/);
        const errors = result.diagnostics.filter(
          ({ severity }) => severity === "error",
        );
        expect(errors.length).toBeGreaterThan(0);
        for (const error of errors) {
          expect(error.file).toContain(entry.file);
          expect(error.message.length).toBeLessThan(800);
          expect(saysWhere(error)).toBe(true);
        }
      });
    }

    it("tries every file of these classes", () => {
      expect(refused.length).toBeGreaterThan(35);
    });
  },
);

/** A file that is text has a line; one that is none is named whole. */
function saysWhere({ code, frame, pointer }: LocatedDiagnostic): boolean {
  const isWhole = ["not-text", "not-a-file", "empty-document"].includes(code);
  return isWhole || frame !== undefined || pointer !== "";
}
