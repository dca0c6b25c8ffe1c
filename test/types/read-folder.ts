import { readdirSync, readFileSync } from "node:fs";
import type { Files } from "./compile.js";

/** The files of a folder whose path from it is wanted. */
export function readFolder(folder: string, wanted: RegExp): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`.slice(folder.length + 1),
    )
    .filter((path) => wanted.test(path));
  return new Map(
    paths.map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]),
  );
}
