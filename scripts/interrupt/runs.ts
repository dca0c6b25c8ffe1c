import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = `${root}dist/bin.js`;

/** The text of every file of a folder, by its path. */
export type Folder = ReadonlyMap<string, string>;

/** A description before and after an edit, and the output of both. */
export interface Edited {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly old: Folder;
  readonly fresh: Folder;
}

/** How a run has ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly text: string;
}

/** Starts `specwright generate` of a description into a folder, and tells how it ends. */
export function startRun(
  spec: string,
  out: string,
  user?: { readonly uid: number; readonly gid: number },
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  if (!existsSync(bin)) throw new Error("dist/ is missing: npm run build");
  const args = [bin, "generate", spec, "--out", out];
  const child = spawn(process.execPath, args, {
    cwd: join(out, ".."),
    ...user,
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => resolve({ status, signal, text }));
  });
  return { child, ended };
}

/** Descriptions of the project, each with an edit that changes, adds and removes files. */
export async function editedDescriptions(
  work: string,
): Promise<readonly Edited[]> {
  const names = ["shop", "type-mapping", "discriminated-unions", "webhooks"];
  const found: Edited[] = [];
  for (const name of names) {
    const folder = join(work, name);
    mkdirSync(folder);
    const text = readFileSync(`${root}test/cases/${name}/openapi.yaml`, "utf8");
    const before = join(folder, "before.yaml");
    const after = join(folder, "after.yaml");
    writeFileSync(before, text);
    // Every path and description gets other words: operations without an id get other names, and files.
    const edited = text
      .replaceAll(/^( {2}\/)/gm, "$1v2/")
      .replaceAll(/^( *)(operationId: )(\w)/gm, "$1$2other_$3")
      .replace(/^( {2}title: )/m, "$1Edited ");
    writeFileSync(after, edited);
    const old = await freshOutput(before, join(folder, "old"));
    const fresh = await freshOutput(after, join(folder, "fresh"));
    found.push({ name, before, after, old, fresh });
  }
  return found;
}

async function freshOutput(spec: string, out: string): Promise<Folder> {
  const { status, text } = await startRun(spec, out).ended;
  if (status !== 0) throw new Error(`${spec} is refused: ${text}`);
  return readFolder(out);
}

/** Every file of a folder, whatever its name. */
export function readFolder(folder: string): Folder {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(folder, path), readFileSync(path, "utf8")];
      }),
  );
}

/** Makes a folder the old output. */
export function restore(edited: Edited, out: string): void {
  rmSync(out, { recursive: true, force: true });
  cpSync(join(edited.before, "../old"), out, { recursive: true });
}

/** Whether files of a run wait in a folder, and what is neither the old nor the new file. */
export function interrupted(
  { old, fresh, name }: Edited,
  out: string,
): {
  readonly isStaged: boolean;
  readonly isMixed: boolean;
  readonly faults: readonly string[];
} {
  const files = [...readFolder(out)];
  const placed = files.filter(([path]) => !path.startsWith(".specwright-"));
  const faults = placed
    .filter(
      ([path, text]) => old.get(path) !== text && fresh.get(path) !== text,
    )
    // While files are moved, it lists those of both.
    .filter(([path]) => path !== "manifest.json")
    .map(
      ([path]) => `${name}: ${path} is neither the old file nor the new one`,
    );
  const isOld = placed.every(([path, text]) => old.get(path) === text);
  const isNew = placed.every(([path, text]) => fresh.get(path) === text);
  return {
    isStaged: placed.length < files.length,
    isMixed: !isOld && !isNew,
    faults,
  };
}

/**
 * Runs once more without a disturbance: the output is to be the one of an empty folder.
 * @param back whether the edit is undone before
 */
export async function repairFaults(
  { before, after, old, fresh: edited, name }: Edited,
  out: string,
  back = false,
): Promise<readonly string[]> {
  const fresh = back ? old : edited;
  const { status, text } = await startRun(back ? before : after, out).ended;
  if (status !== 0) return [`${name}: the next run fails: ${text}`];
  const found = readFolder(out);
  const wrong = [...new Set([...found.keys(), ...fresh.keys()])].filter(
    (path) => found.get(path) !== fresh.get(path),
  );
  const folders = readdirSync(out).filter((path) => path.startsWith("."));
  return [...wrong, ...folders].map(
    (path) => `${name}: the next run leaves ${path} other than it should be`,
  );
}

/** Waits until files of a run wait in the output, or the run is over. */
export async function waitForStaging(
  out: string,
  ended: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver) {
    const names = existsSync(out) ? readdirSync(out) : [];
    if (names.some((name) => name.startsWith(".specwright-"))) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
