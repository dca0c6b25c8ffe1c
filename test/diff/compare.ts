import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../generator/config/config.js";
import { diff, type Comparison } from "../../generator/diff.js";
import type { JsonObject } from "../../generator/model/json.js";

/** Compares two descriptions that are values. */
export async function compare(
  old: JsonObject,
  fresh: JsonObject,
  settings: Settings = {},
): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-diff-test-"));
  try {
    const write = (name: string, value: JsonObject): string => {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify(value, null, 2));
      return path;
    };
    return await diff(
      { spec: write("old.json", old), settings },
      { spec: write("new.json", fresh), settings },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
