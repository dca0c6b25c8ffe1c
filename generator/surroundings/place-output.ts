import { relative, resolve } from "node:path";
import type { Settings } from "../config/config.js";
import { packageVerdict, type PackageVerdict } from "./is-own-package.js";

/** What an output folder's surroundings decide, where the settings leave it to them. */
export interface Placement {
  readonly settings: Settings;
  /** In words, for people: why imports end as they do. Absent where a setting or a package says it. */
  readonly reason?: string;
  /** The `package.json` or `deno.json` whose source the output is a part of, from `cwd`. Absent where the output is a package. */
  readonly owner?: string;
}

/**
 * Fills in the settings that depend on where the output stands: whether it is a package of its own, its language, and
 * how its relative imports end. A package that others install (it is named, or a workspace lists it) is JavaScript,
 * which Node and every bundler load from `node_modules`. Imports of a package end in `.js`, which every resolution of
 * modules understands.
 * @param out the output folder, from `cwd`
 */
export async function placeOutput(
  { emit, importExtension = "auto", isPackage, ...settings }: Settings,
  out: string,
  cwd = "",
): Promise<Placement> {
  const folder = resolve(cwd, out);
  const isAsked =
    isPackage ?? (settings.packageName !== undefined || undefined);
  const verdict: PackageVerdict =
    isAsked === undefined ? packageVerdict(folder) : { isOwn: isAsked };
  const { isOwn, manifest } = verdict;
  const owner =
    isOwn || manifest === undefined
      ? {}
      : { owner: relative(resolve(cwd), manifest) };
  const isInstalled =
    isOwn && (manifest !== undefined || settings.packageName !== undefined);
  const isTypeScript = importExtension === ".ts" || importExtension === "none";
  const placed = {
    ...settings,
    isPackage: isOwn,
    emit: emit ?? (isInstalled && !isTypeScript ? "js" : "ts"),
  };
  if (placed.emit === "js")
    return { settings: { ...placed, importExtension: ".js" }, ...owner };
  if (importExtension !== "auto")
    return { settings: { ...placed, importExtension }, ...owner };
  if (isOwn)
    return { settings: { ...placed, importExtension: ".js" }, ...owner };
  const { endingFor } = await import("./import-ending.js");
  const { ending, reason } = endingFor(folder, resolve(cwd));
  return { settings: { ...placed, importExtension: ending }, reason, ...owner };
}
