import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The folder of the package, as a URL with a slash at its end, wherever the build has put this module. */
export const packageRoot: URL = new URL(
  ".",
  pathToFileURL(
    createRequire(import.meta.url).resolve("specwright/package.json"),
  ),
);
