import { readFileSync } from "node:fs";

/** The version of specwright, as its `package.json` has it. */
export const version: string = readVersion();

function readVersion(): string {
  const path = new URL("../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(path, "utf8")) as {
    version: string;
  };
  return version;
}
