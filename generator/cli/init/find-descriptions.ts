import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file that states the version of OpenAPI or Swagger that it is written in. */
export interface FoundDescription {
  /** From the searched folder, with slashes. */
  readonly path: string;
  /** For people: `OpenAPI 3.1.0`. */
  readonly version: string;
  /** 0 for `openapi.yaml` in the folder itself; the higher, the less likely it is the one. */
  readonly rank: number;
}

/** Levels of folders below the searched one. */
const deepest = 3;

/** More entries than that are no project whose description can be guessed. */
const mostEntries = 5000;

/** The largest file without a name that tells of OpenAPI of which the beginning is read. */
const largestUnnamed = 5_000_000;

const skippedFolders =
  /^(?:\..*|node_modules|bower_components|vendor|dist|build|out|target|coverage|tests?|__tests__|fixtures|bin|obj)$/i;

const otherFiles = /^(?:package(?:-lock)?|tsconfig.*|manifest)\.json$/i;

/**
 * Finds the descriptions below a folder, the likeliest first: `openapi` and `swagger` before other names, shallow
 * folders before deep ones, YAML before JSON.
 */
export function findDescriptions(folder: string): readonly FoundDescription[] {
  let entries = 0;
  const found: FoundDescription[] = [];
  const walk = (at: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, at), {
      withFileTypes: true,
    })) {
      entries += 1;
      if (entries > mostEntries) return;
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < deepest && !skippedFolders.test(entry.name))
          walk(path, depth + 1);
      } else if (
        /\.(?:ya?ml|json)$/i.test(entry.name) &&
        !otherFiles.test(entry.name)
      ) {
        const nameRank = rankOfName(entry.name);
        const version = statedVersion(join(folder, path), nameRank < 2);
        if (version !== undefined)
          found.push({ path, version, rank: nameRank * 10 + depth });
      }
    }
  };
  walk("", 0);
  return found.sort(
    (one, other) =>
      one.rank - other.rank ||
      Number(isJson(one.path)) - Number(isJson(other.path)) ||
      (one.path < other.path ? -1 : 1),
  );
}

/** The descriptions that are as likely as the first. A JSON file beside a YAML file of its name is the same one. */
export function equallyLikely(
  found: readonly FoundDescription[],
): readonly FoundDescription[] {
  const stem = (path: string): string => path.replace(/\.\w+$/, "");
  return found.filter(
    ({ path, rank }, index) =>
      rank === found[0]?.rank &&
      found.findIndex((other) => stem(other.path) === stem(path)) === index,
  );
}

function rankOfName(name: string): number {
  if (/^(?:openapi|swagger)\.\w+$/i.test(name)) return 0;
  return /openapi|swagger/i.test(name) ? 1 : 2;
}

const isJson = (path: string): boolean => /\.json$/i.test(path);

/** Undefined if the file is no description. Only a file that is named like one is read beyond its beginning. */
function statedVersion(path: string, isNamed: boolean): string | undefined {
  let text: string;
  try {
    if (!isNamed && statSync(path).size > largestUnnamed) return undefined;
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const searched = isNamed ? text : text.slice(0, 2000);
  const statement = isJson(path)
    ? isNamed
      ? /"(openapi|swagger)"\s*:\s*"([23]\.[\d.]+)"/
      : /^\uFEFF?\s*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"(openapi|swagger)"\s*:\s*"([23]\.[\d.]+)"/
    : /^["']?(openapi|swagger)["']?\s*:\s*["']?([23]\.[\d.]+)/m;
  const [, kind, version = ""] = statement.exec(searched) ?? [];
  if (kind === undefined) return undefined;
  return `${kind === "openapi" ? "OpenAPI" : "Swagger"} ${version}`;
}
