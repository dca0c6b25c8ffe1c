import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isOutputPath } from "../code/file.js";

/** The text of the manifest that the last run wrote. */
export function readManifest(out: string): string {
  return readFileSync(join(out, manifestPath), "utf8");
}

/** The one file that the manifest does not list. */
export const manifestPath = "manifest.json";

/** Whether a folder has an output of specwright, and whether that is a website of the pages; undefined if it has none. */
export function kindOfOutput(out: string): "modules" | "site" | undefined {
  let text: string;
  try {
    text = readManifest(out).slice(0, 1000);
  } catch {
    return undefined;
  }
  if (!text.includes('"generator": "specwright"')) return undefined;
  return text.includes('"output": "site"') ? "site" : "modules";
}

/** The files that the last run wrote, with the hash of what it wrote, by path. Empty where no manifest can be read. */
export function readOldManifest(out: string): ReadonlyMap<string, string> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readManifest(out));
  } catch {
    return new Map();
  }
  if (!isRecord(manifest) || manifest["generator"] !== "specwright") {
    return new Map();
  }
  const { files } = manifest;
  if (!isRecord(files)) return new Map();
  return new Map(
    Object.entries(files).filter(
      (entry): entry is [string, string] =>
        isOutputPath(entry[0]) && typeof entry[1] === "string",
    ),
  );
}

/**
 * The text of a manifest that lists the files of a new one, and stale files as the old manifest of an output does.
 * @param path of the new manifest
 */
export function manifestOfBoth(
  path: string,
  out: string,
  stale: readonly string[],
): string {
  const manifest = JSON.parse(readFileSync(path, "utf8")) as {
    readonly files: object;
  };
  const old = readOldManifest(out);
  const files = Object.fromEntries(
    stale.flatMap((each) => {
      const known = old.get(each);
      return known === undefined ? [] : [[each, known] as const];
    }),
  );
  return JSON.stringify({
    ...manifest,
    files: { ...manifest.files, ...files },
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
