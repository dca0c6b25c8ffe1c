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
import {
  buildApplication,
  nodeFolder,
  type BuiltApplication,
} from "./build-application.js";
import { nodeApplications } from "./node-applications.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const applications = [...browserApplications, ...nodeApplications];
if (nodeFolder === undefined)
  console.warn(
    "SKIPPED: the starters need Node 24; name its folder in NODE_24",
  );

/** Most of the time goes into installing packages, so two at a time are faster than one. */
const limit = pLimit(2);
const patience = 1_800_000;
const built = new Map<Application, Promise<BuiltApplication>>();
let folder: string;
let tarball: string;

function resultOf(application: Application): Promise<BuiltApplication> {
  const known = built.get(application);
  if (known !== undefined) return known;
  const result = limit(() => buildApplication(application, tarball));
  built.set(application, result);
  return result;
}

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
      const result = await resultOf(application);
      const { runs, serves } = application;
      if (runs !== undefined || serves !== undefined)
        expect(result.answer).toContain(answer);
    },
    patience,
  );

  test.concurrent(
    "docs/frameworks.md lists what is tried",
    async (context) => {
      const rows = await Promise.all(
        applications.map(async (application) =>
          rowOf(application, (await resultOf(application)).versions),
        ),
      );
      await context
        .expect(page(rows))
        .toMatchFileSnapshot("../../docs/frameworks.md");
    },
    patience,
  );
});

function rowOf(
  { name, starter, installs, commands, runs, serves }: Application,
  versions: BuiltApplication["versions"],
): readonly string[] {
  const made = starter?.find((word) => /.@\d/.test(word));
  const used = Object.entries(versions).map(([used, at]) => `${used} ${at}`);
  const last = runs ?? serves;
  const tried = last === undefined ? commands : [...commands, last];
  return [
    name,
    made === undefined
      ? installs === undefined
        ? "npm"
        : "by hand"
      : `\`${made}\``,
    used.join(", "),
    tried.map((command) => `\`${command.join(" ")}\``).join(", "),
  ];
}

function page(rows: readonly (readonly string[])[]): string {
  const heading = ["application", "made by", "with", "passes"];
  return `# Frameworks

The output builds in each of these applications with the settings that its starter makes. A test makes the application,
installs specwright from its tarball, runs \`npx specwright generate\` with default settings, writes a call of the client,
and runs the application's own commands. A server or program is run, too, and has to answer.

${markdownTable([heading, ...rows])}
`;
}
