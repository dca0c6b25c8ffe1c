import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
`;

const program = `import { buy, describeNumber, names } from "./consumer.js";
const url = await buy();
if (url !== "https://api.twilio.com/2010-04-01/Accounts/AC" + "a".repeat(32) + "/IncomingPhoneNumbers.json") throw new Error(url);
if (describeNumber({}) !== null) throw new Error("{} is no number");
if (!names.includes("createIncomingPhoneNumber")) throw new Error(names.join());
`;

let folder: string;
let listed: string[];
const dependency = (): string =>
  join(folder, "consumer/node_modules/phone-number-provisioning");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "specwright-downstream-"));
  const generated = fileURLToPath(new URL("../../generated", import.meta.url));
  cpSync(generated, join(folder, "package"), {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|dist)$|\.(tgz|orig)$/.test(path),
  });
  listed = readdirSync(join(folder, "package")).sort();
  run(join(folder, "package"), "npm", "pack", "--pack-destination", "..");
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));

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
    `../${tarball}`,
  );
  writeFileSync(join(folder, "consumer/consumer.ts"), consumer);
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("generated/ as a published package", () => {
  test("packing leaves nothing behind but dist/", () => {
    const now = readdirSync(join(folder, "package")).sort();
    expect(now.filter((name) => !listed.includes(name))).toEqual(["dist"]);
    const text = (path: string): string => readFileSync(path, "utf8");
    expect(text(join(folder, "package/package.json"))).toBe(
      text(
        fileURLToPath(new URL("../../generated/package.json", import.meta.url)),
      ),
    );
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
    expect(manifest["sideEffects"]).toBe(false);
  });

  test("JavaScript, declarations and maps of both are in it, and the sources that the maps lead to", () => {
    const module = "operations/create-incoming-phone-number";
    for (const ending of [".js", ".js.map", ".d.ts", ".d.ts.map"]) {
      const text = readFileSync(
        join(dependency(), `dist/${module}${ending}`),
        "utf8",
      );
      if (!ending.endsWith(".map")) continue;
      const { sources } = JSON.parse(text) as { sources: string[] };
      for (const source of sources) {
        readFileSync(join(dependency(), "dist/operations", source), "utf8");
      }
    }
  });

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
