import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { assetParts, tryItParts } from "../generator/emit/docs/assets.js";
import { fileHeader } from "../generator/code/file-header.js";
import type { TextFile } from "../generator/code/file.js";
import { loadConfig } from "../generator/cli/load-config.js";
import { formatDiagnostic } from "../generator/diagnostics/format-diagnostic.js";
import { makeOutput } from "../generator/make-output.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const cases = `${root}test/cases/`;

/** Copies of templates are the same in every case, and are compared with the templates instead. */
const copied =
  /^(?:runtime\/|docs\/assets\/(?:script\.js|search\.js|style\.css|icon\.svg|try-it\/(?:panel\.js|languages\.js|style\.css))$)/;

/** Modules as scripts, which test/docs/try-it holds against the modules themselves. */
const derived =
  /^docs\/assets\/try-it\/(?:operations\/|schemas\/|runtime\.js$)/;

for (const name of readdirSync(cases).sort()) {
  describe(name, () => {
    const folder = `${cases}${name}/expected`;
    const specPath = `${cases}${name}/openapi.yaml`;
    const fails = name.startsWith("fails-");

    test(fails ? "gives its diagnostics" : "gives its output", async () => {
      const { config } = await loadConfig(`${cases}${name}`);
      const made = await makeOutput({
        spec: specPath,
        settings: config,
        overlays: config.overlays ?? [],
        ...(config.nameLock && { nameLock: config.nameLock }),
        cwd: `${cases}${name}`,
        allow: config.allow ?? [],
        strict: config.strict ?? false,
      });
      const diagnostics = made.diagnostics
        .map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`)
        .join("")
        .replaceAll(specPath, "openapi.yaml");
      expect(made.files === undefined).toBe(fails);
      const snapshots = new Map<string, string>();
      if (diagnostics !== "") snapshots.set("diagnostics.txt", diagnostics);
      for (const file of made.files ?? []) {
        if (copied.test(file.path)) {
          expect(file.text, file.path).toBe(template(file.path));
        } else if (!derived.test(file.path)) {
          snapshots.set(file.path, withoutCopies(file));
        }
      }
      for (const [path, text] of snapshots) {
        await expect(text).toMatchFileSnapshot(`${folder}/${path}`);
      }
      expectNothingElse(folder, snapshots);
    });
  });
}

/** The text of a file; in the manifest without the hashes of copies, so that a template's change stays one diff. */
function withoutCopies({ path, text }: TextFile): string {
  if (path !== "manifest.json") return text;
  return text.replace(/"([^"]+)": "[0-9a-f]{64}"/g, (entry, name: string) =>
    copied.test(name)
      ? `"${name}": "copied"`
      : derived.test(name)
        ? `"${name}": "derived"`
        : entry,
  );
}

/** A file that the case no longer gives is stale; an update removes it. */
function expectNothingElse(
  folder: string,
  snapshots: ReadonlyMap<string, string>,
): void {
  const stale = filesBelow(folder).filter((path) => !snapshots.has(path));
  if (isUpdate()) {
    for (const path of stale) rmSync(`${folder}/${path}`);
  } else {
    expect(stale).toEqual([]);
  }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => path.slice(folder.length + 1));
}

function isUpdate(): boolean {
  const { snapshotState } = expect.getState();
  return Reflect.get(snapshotState, "_updateSnapshot") === "all";
}

/** The template that a file of the output is a copy of, or the templates that it is joined of. */
function template(path: string): string {
  const source = /^(?:runtime|docs)\//.test(path) ? path : `package/${path}`;
  const [emitter = ""] = source.split("/");
  const parts = { ...assetParts, ...tryItParts }[
    path.replace("docs/", "")
  ]?.map((name) => `docs/${name}`);
  const text = (parts ?? [source])
    .map((name) => readFileSync(`${root}templates/${name}`, "utf8"))
    .join("\n");
  return /\.m?[jt]s$/.test(path) ? `${fileHeader(emitter)}\n${text}` : text;
}
