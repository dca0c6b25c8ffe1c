import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  checkPackage,
  createPackageFromTarballData,
} from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { run } from "./run.js";

/** Packs the package of a folder with npm, without its scripts. Gives the path of the tarball. */
export function pack(folder: string, target: string): string {
  const before = new Set(readdirSync(target));
  run(folder, "npm", "pack", "--ignore-scripts", "--pack-destination", target);
  const made = readdirSync(target).find(
    (name) => name.endsWith(".tgz") && !before.has(name),
  );
  if (made === undefined) throw new Error(`npm packed nothing of ${folder}`);
  return join(target, made);
}

/** What publint has to say of a tarball, suggestions included. */
export async function publintMessages(tarball: string): Promise<string[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes },
    strict: true,
  });
  return messages.map((message) => formatMessage(message, pkg) ?? message.code);
}

/**
 * What "are the types wrong" has to say of the entries of a tarball for those who import ECMAScript modules: a package
 * without CommonJS is one by intent, and `require` of it works where Node has that.
 */
export async function typeProblems(
  tarball: string,
  entrypoints: readonly string[],
): Promise<string[]> {
  const data = createPackageFromTarballData(readFileSync(tarball));
  const result = await checkPackage(data, {
    entrypoints: [...entrypoints],
  });
  if (result.types === false) return ["no types"];
  return result.problems
    .filter(
      (problem) =>
        !("resolutionKind" in problem) ||
        problem.resolutionKind === "node16-esm" ||
        problem.resolutionKind === "bundler",
    )
    .map((problem) => JSON.stringify(problem));
}
