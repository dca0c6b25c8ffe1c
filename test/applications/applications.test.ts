import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markdownTable } from "../../scripts/measure/replace-section.js";
import { pack } from "../downstream/pack.js";
import { answer, type Application } from "./application.js";
import { browserApplications } from "./browser-applications.js";
import { buildApplication, nodeFolder } from "./build-application.js";
import { nodeApplications } from "./node-applications.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const applications = [...browserApplications, ...nodeApplications];
if (nodeFolder === undefined)
  console.warn(
    "SKIPPED: the starters need Node 24; name its folder in NODE_24",
  );

/** Most of the time goes into installing packages, so two at a time are faster than one. */
const limit = pLimit(2);
let folder: string;
let tarball: string;

describe.skipIf(nodeFolder === undefined)("the output builds as it is", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "specwright-tarball-"));
    tarball = pack(root, folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.concurrent.each(applications)(
    "$name",
    async (application) => {
      const said = await limit(() => buildApplication(application, tarball));
      const { runs, serves } = application;
      if (runs !== undefined || serves !== undefined)
        expect(said).toContain(answer);
    },
    1_800_000,
  );
});

test("docs/frameworks.md lists what is tried", async () => {
  const heading = ["application", "made by", "passes"];
  const text = `# Frameworks

The output builds in each of these applications with the settings that its starter makes. A test makes the application,
installs specwright from its tarball, runs \`specwright generate\` with default settings, writes a call of the client, and
runs the application's own commands. A server or program is run, too, and has to answer.

${markdownTable([heading, ...applications.map(rowOf)])}

A package in a workspace is [JavaScript with declarations](output.md#typescript-or-javascript); all other output here is
TypeScript.
`;
  await expect(text).toMatchFileSnapshot("../../docs/frameworks.md");
});

function rowOf({
  name,
  starter,
  installs,
  commands,
  runs,
  serves,
}: Application): readonly string[] {
  const pinned = starter?.filter((word) => /.@\d/.test(word)) ?? [];
  const packages = [...new Set([...pinned, ...(installs ?? [])])].filter(
    (word) => !word.startsWith("@types/"),
  );
  const last = runs ?? serves;
  const tried = last === undefined ? commands : [...commands, last];
  return [
    name,
    packages.join(", ").replace(/^$/, "npm"),
    tried.map((command) => `\`${command.join(" ")}\``).join(", "),
  ];
}
