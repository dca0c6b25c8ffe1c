import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { answer, applications, type Application } from "./applications.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const spec = fileURLToPath(
  new URL("../cases/basics/openapi.yaml", import.meta.url),
);
const isInstalled = existsSync(join(here, "node_modules/next"));
if (!isInstalled)
  console.warn("SKIPPED: npm install --prefix test/applications");

// Below the packages, which bundlers do not follow links to.
const work = mkdtempSync(join(here, "built-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.skipIf(!isInstalled)("the output builds as it is", () => {
  test.each(applications)(
    "$name",
    async (application) => {
      const folder = mkdtempSync(join(work, "app-"));
      const printed = await build(application, folder);
      if (application.commands.at(-1)?.[0].startsWith("./"))
        expect(printed).toContain(answer);
    },
    300_000,
  );
});

/** Generates into the application and runs its commands; gives what they printed. */
async function build(
  { files, out, commands }: Application,
  folder: string,
): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { ok } = await generate({ spec, out, cwd: folder, cache: false });
  expect(ok).toBe(true);
  let printed = "";
  for (const [script, ...args] of commands) {
    const path = script.startsWith("./")
      ? join(folder, script)
      : join(here, "node_modules", script);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path, ...args],
      {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          NODE_ENV: undefined,
          NEXT_TELEMETRY_DISABLED: "1",
        },
      },
    );
    printed += stdout + stderr;
    expect(status, `${script}\n${printed}`).toBe(0);
  }
  return printed;
}

test("docs/frameworks.md lists what is tried", async () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(here, "package.json"), "utf8"),
  ) as { dependencies: Readonly<Record<string, string>> };
  const rows = applications.map(
    ({ name, uses }) =>
      `- ${name}: ${uses.map((one) => `${one} ${dependencies[one] ?? ""}`).join(", ")}`,
  );
  const text = `# Frameworks

The output builds in these applications with their own settings. Tests generate into each, run its own build and, where
it runs in Node, the result.

${rows.join("\n")}
`;
  await expect(text).toMatchFileSnapshot("../../docs/frameworks.md");
});
