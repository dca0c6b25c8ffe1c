import { createRequire } from "node:module";
import type * as Yaml from "yaml";

const require = createRequire(import.meta.url);
let loaded: typeof Yaml | undefined;

/** `yaml`, loaded at the first call: most files are plain enough to be read without it. */
export function loadYaml(): typeof Yaml {
  return (loaded ??= require("yaml") as typeof Yaml);
}
