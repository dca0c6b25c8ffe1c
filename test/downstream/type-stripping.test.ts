import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { compilers, contractFlags, run } from "./run.js";

const program = `import {
  createIncomingPhoneNumber,
  validateCreateIncomingPhoneNumber,
} from "./api/operations/create-incoming-phone-number.ts";
import * as everything from "./api/index.ts";

const input: unknown = { path: { AccountSid: "AC" + "a".repeat(32) }, body: { AreaCode: "415" } };
const checked = validateCreateIncomingPhoneNumber(input);
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const request = createIncomingPhoneNumber(checked.value);
if (everything.createIncomingPhoneNumber !== createIncomingPhoneNumber) throw new Error("two of them");
console.log(request.method, request.body);
`;

const stripsTypes = Boolean(Reflect.get(process.features, "typescript"));
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "specwright-stripping-"));
  const { ok, diagnostics } = await generate({
    spec: fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url)),
    out: join(folder, "api"),
    settings: { importExtension: ".ts", parts: { docs: false } },
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
  expect(ok).toBe(true);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "program.ts"), program);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("output with imports that end in .ts", () => {
  test.skipIf(!stripsTypes)(
    `Node runs it as it is${stripsTypes ? "" : ` (skipped: Node ${process.versions.node} does not strip types)`}`,
    () => {
      expect(run(folder, process.execPath, "program.ts")).toBe(
        "POST AreaCode=415\n",
      );
    },
  );

  test.each(compilers)(
    "%s takes it",
    (_name, tsc) => {
      run(
        folder,
        process.execPath,
        tsc,
        "--noEmit",
        "--target",
        "es2022",
        "--lib",
        "es2022,dom",
        "--module",
        "nodenext",
        "--allowImportingTsExtensions",
        ...contractFlags,
        "api/index.ts",
      );
    },
    60_000,
  );
});
