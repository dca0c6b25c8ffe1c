import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { pack, publintMessages, typeProblems } from "./pack.js";
import { compilers, contractFlags, run } from "./run.js";

/** What somebody writes who installs the published package. */
const consumer = `import {
  createIncomingPhoneNumber,
  readCreateIncomingPhoneNumber,
  validateCreateIncomingPhoneNumber,
  type CreateIncomingPhoneNumberInput,
} from "phone-number-provisioning/operations/create-incoming-phone-number";
import { isIncomingPhoneNumber } from "phone-number-provisioning/schemas/incoming-phone-number";
import type { IncomingPhoneNumber } from "phone-number-provisioning/types/incoming-phone-number";
import { toRequest } from "phone-number-provisioning/runtime/request";
import { createApi } from "phone-number-provisioning/api";
import { createClient } from "phone-number-provisioning/client";
import * as everything from "phone-number-provisioning";

const AccountSid = "AC" + "a".repeat(32);

export const input: CreateIncomingPhoneNumberInput = {
  path: { AccountSid },
  body: { AreaCode: "415" },
};

// @ts-expect-error: neither AreaCode nor PhoneNumber
export const neither: CreateIncomingPhoneNumberInput = { path: { AccountSid }, body: {} };

export function describeNumber(value: unknown): string | null {
  if (!isIncomingPhoneNumber(value)) return null;
  const number: IncomingPhoneNumber = value;
  return number.phone_number;
}

export async function buy(): Promise<string | null | undefined> {
  const checked = validateCreateIncomingPhoneNumber(input);
  if (!checked.ok) throw new Error(checked.issues.map((issue) => issue.message).join());
  const request = toRequest(createIncomingPhoneNumber(checked.value), {
    auth: { basicAuth: { username: AccountSid, password: "token" } },
  });
  const result = await readCreateIncomingPhoneNumber(new Response("{}", { status: 201 }));
  if (result.status === 201) return request.url;
  return undefined;
}

export const names: string[] = Object.keys(everything);

export const client: typeof everything.createClient = createClient;
export const api: typeof everything.createApi = createApi;
`;

const program = `import { buy, describeNumber, names } from "./consumer.js";
const url = await buy();
if (url !== "https://api.twilio.com/2010-04-01/Accounts/AC" + "a".repeat(32) + "/IncomingPhoneNumbers.json") throw new Error(url);
if (describeNumber({}) !== null) throw new Error("{} is no number");
if (!names.includes("createIncomingPhoneNumber")) throw new Error(names.join());
`;

let folder: string;
let made: string[];
let tarball: string;
const dependency = (): string =>
  join(folder, "consumer/node_modules/phone-number-provisioning");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "specwright-downstream-"));
  const { ok, written } = await generate({
    spec: fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url)),
    out: join(folder, "package"),
    settings: { emit: "js" },
  });
  expect(ok).toBe(true);
  made = [...written].sort();
  tarball = pack(join(folder, "package"), folder);

  mkdirSync(join(folder, "consumer"));
  writeFileSync(
    join(folder, "consumer/package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  run(
    join(folder, "consumer"),
    "npm",
    "install",
    "--offline",
    "--no-audit",
    "--no-fund",
    tarball,
  );
  writeFileSync(join(folder, "consumer/consumer.ts"), consumer);
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("JavaScript with declarations as a published package", () => {
  test("what was generated is what is packed", () => {
    const packed = readdirSync(dependency(), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        relative(dependency(), join(parentPath, name)).split(sep).join("/"),
      );
    expect(packed.sort()).toEqual(made);
  });

  test("it installs nothing else", () => {
    const installed = readdirSync(join(folder, "consumer/node_modules"));
    expect(installed.filter((name) => !name.startsWith("."))).toEqual([
      "phone-number-provisioning",
    ]);
    const manifest = JSON.parse(
      readFileSync(join(dependency(), "package.json"), "utf8"),
    ) as Record<string, unknown>;
    expect(manifest["dependencies"]).toBeUndefined();
    expect(manifest["scripts"]).toBeUndefined();
    expect(manifest["sideEffects"]).toBe(false);
  });

  test("publint has nothing to say", async () => {
    expect(await publintMessages(tarball)).toEqual([]);
  });

  test("the types are right", async () => {
    const entries = [
      "index",
      "operations",
      "operations/create-incoming-phone-number",
      "schemas/incoming-phone-number",
      "types/incoming-phone-number",
      "standard/incoming-phone-number",
      "runtime/request",
    ].map((entry) => (entry === "index" ? "." : `./${entry}`));
    expect(await typeProblems(tarball, entries)).toEqual([]);
  }, 60_000);

  describe.each(compilers)("%s", (_name, tsc) => {
    test.each([
      ["nodenext", ["--module", "nodenext"]],
      ["bundler", ["--module", "preserve", "--moduleResolution", "bundler"]],
    ])(
      "a consumer type-checks under %s, declarations included",
      (_mode, flags) => {
        run(
          join(folder, "consumer"),
          process.execPath,
          tsc,
          "--noEmit",
          "--target",
          "es2022",
          "--lib",
          "es2022,dom",
          ...contractFlags,
          ...flags,
          "consumer.ts",
        );
      },
      60_000,
    );
  });

  test("a consumer runs", () => {
    const consumerFolder = join(folder, "consumer");
    const [[, tsc]] = compilers;
    run(
      consumerFolder,
      process.execPath,
      tsc,
      ...contractFlags,
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
      "--module",
      "nodenext",
      "consumer.ts",
    );
    writeFileSync(join(consumerFolder, "program.js"), program);
    run(consumerFolder, process.execPath, "program.js");
  }, 60_000);
});
