import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The output of `test/cases/shop` in a folder `api`, and a program beside it. */
export function shopFiles(program: string): ReadonlyMap<string, string> {
  const files = new Map([["program.ts", program]]);
  for (const [from, to] of [
    [`${root}test/cases/shop/expected/`, "api/"],
    [`${root}templates/runtime/`, "api/runtime/"],
  ] as const) {
    for (const path of readdirSync(from, { recursive: true, encoding: "utf8" }))
      if (path.endsWith(".ts"))
        files.set(to + path, readFileSync(from + path, "utf8"));
  }
  return files;
}
