import { readFileSync } from "node:fs";
import { packageRoot } from "./code/package-root.js";

/** The version of specwright, as its `package.json` has it. */
export const version: string = readVersion();

function readVersion(): string {
  const path = new URL("package.json", packageRoot);
  const { version } = JSON.parse(readFileSync(path, "utf8")) as {
    version: string;
  };
  return version;
}
