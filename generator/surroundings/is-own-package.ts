import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isJsonObject } from "../model/json.js";
import { foldersUpFrom } from "./find-up.js";

/** Whose package the files of a folder belong to. */
export interface PackageVerdict {
  /** Whether the folder is a package of its own: none is above it, or one above lists it as a workspace. */
  readonly isOwn: boolean;
  /** The path of the `package.json` or `deno.json` above that says so; absent where there is none. */
  readonly manifest?: string;
}

/** What makes a folder a package or a project. Deno needs no `package.json`. */
const manifests = ["package.json", "deno.json", "deno.jsonc"];

/**
 * Finds out whether an output folder is an npm package of its own or a part of another package's source.
 * @param out absolute path of the output folder, which need not be there
 */
export function packageVerdict(out: string): PackageVerdict {
  const above = [...foldersUpFrom(dirname(out))].flatMap((folder) => {
    const paths = manifests.map((name) => join(folder, name));
    return paths.filter((path) => existsSync(path)).slice(0, 1);
  });
  const [nearest] = above;
  if (nearest === undefined) return { isOwn: true };
  const owner = above.find((path) => hasWorkspace(path, out));
  return owner === undefined
    ? { isOwn: false, manifest: nearest }
    : { isOwn: true, manifest: owner };
}

/** Whether a package lists a folder among its workspaces: by `workspaces`, or by `pnpm-workspace.yaml` beside it. */
function hasWorkspace(manifest: string, folder: string): boolean {
  const root = dirname(manifest);
  const path = relative(root, folder).split(sep).join("/");
  const patterns = [
    ...npmWorkspaces(manifest),
    ...pnpmWorkspaces(join(root, "pnpm-workspace.yaml")),
  ];
  return patterns.some((pattern) => matches(pattern, path));
}

/** The field `workspaces`: a list, or Yarn's object with the list `packages`. Empty where it cannot be read. */
function npmWorkspaces(manifest: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(manifest, "utf8"));
  } catch {
    return [];
  }
  const field = isJsonObject(value) ? value["workspaces"] : undefined;
  const list = isJsonObject(field) ? field["packages"] : field;
  return Array.isArray(list)
    ? list.filter((entry) => typeof entry === "string")
    : [];
}

/** The list `packages` of pnpm's file, one entry a line, as pnpm writes it. */
function pnpmWorkspaces(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const [, list = ""] =
    /^packages:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?(?:\r?\n|$))*)/m.exec(
      readFileSync(path, "utf8"),
    ) ?? [];
  return [...list.matchAll(/^\s*-\s*(["']?)(.*?)\1\s*(?:#.*)?$/gm)].map(
    ([, , pattern = ""]) => pattern,
  );
}

/** Whether a path fits a glob of workspaces: `*` is within a folder, `**` are any folders. */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/^\.\//, "")
    .replace(/\/$/, "")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/?|\*/g, (star) => (star === "*" ? "[^/]*" : ".*"));
  return new RegExp(`^${source}$`, "u").test(path);
}
