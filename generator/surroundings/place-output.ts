import { relative, resolve } from "node:path";
import type { OutputSettings, Settings } from "../config/config.js";
import { packageVerdict } from "./is-own-package.js";

/** What an output folder's surroundings decide, where the settings leave it to them. */
export interface Placement {
  readonly settings: Partial<OutputSettings>;
  /** In words, for people: why imports end as they do. Absent where a setting or a package says it. */
  readonly reason?: string;
  /** The `package.json` whose source the output is a part of, from `cwd`. Absent where the output is a package. */
  readonly owner?: string;
}

/**
 * Fills in the settings that depend on where the output stands: whether it is a package of its own, and how its
 * relative imports end. Imports of a package end in `.js`, which every resolution of modules understands.
 * @param out the output folder, from `cwd`
 */
export async function placeOutput(
  { importExtension = "auto", isPackage, ...settings }: Settings,
  out: string,
  cwd = "",
): Promise<Placement> {
  const folder = resolve(cwd, out);
  const isAsked =
    isPackage ?? (settings.packageName !== undefined || undefined);
  const verdict =
    isAsked === undefined ? packageVerdict(folder) : { isOwn: isAsked };
  const owner =
    "manifest" in verdict && !verdict.isOwn && verdict.manifest !== undefined
      ? { owner: relative(resolve(cwd), verdict.manifest) }
      : {};
  const placed = { ...settings, isPackage: verdict.isOwn };
  if (importExtension !== "auto")
    return { settings: { ...placed, importExtension }, ...owner };
  if (verdict.isOwn)
    return { settings: { ...placed, importExtension: ".js" }, ...owner };
  const { endingFor } = await import("./import-ending.js");
  const { ending, reason } = endingFor(folder, resolve(cwd));
  return { settings: { ...placed, importExtension: ending }, reason, ...owner };
}
