import type { OutputSettings } from "../config/config.js";
import type { Info } from "../model/api.js";

/**
 * The name of the output as an npm package: what the settings say, else one made of the API's title (lower-case
 * ASCII letters, digits and hyphens, at most 100; `api` where nothing of the title is left).
 */
export function packageName(info: Info, settings: OutputSettings): string {
  if (settings.packageName !== undefined) return settings.packageName;
  const words = info.title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = (words ?? []).join("-").slice(0, 100).replace(/-$/, "");
  return unusable.has(name) ? "api" : name;
}

/** How code of a user's imports a module of the output, which is given as a path without ending. */
export type SpecifierOf = (module: string) => string;

/** Imports as samples have them: from the package, or from a folder `api` beside the user's module. */
export function specifiersOf(
  info: Info,
  settings: OutputSettings,
): SpecifierOf {
  const { isPackage, importExtension } = settings;
  if (isPackage) {
    const name = packageName(info, settings);
    return (module) => (module === "index" ? name : `${name}/${module}`);
  }
  const ending = importExtension === "none" ? "" : importExtension;
  return (module) => `./api/${module}${ending}`;
}

/** The API's version where it is a version of npm's kind (semver 2.0.0), else `0.0.0`. */
export function packageVersion(info: Info): string {
  return semver.test(info.version) ? info.version : "0.0.0";
}

/** What npm refuses although its letters are fine. */
const unusable: ReadonlySet<string> = new Set([
  "",
  "node-modules",
  "favicon-ico",
]);

const semver =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?$/;
