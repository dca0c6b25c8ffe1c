import { hash } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";

/** Folders of this thread, which may write to an output twice at once. */
const own = new Set<string>();

/**
 * Makes the folder within an output in which new files wait until all of them are there. Its name says which process
 * of which machine it belongs to.
 * @throws Error of the file system
 */
export function makeStaging(out: string): string {
  const prefix = `.specwright-${machine()}-${process.pid}-${threadId}-`;
  const path = mkdtempSync(join(out, prefix));
  own.add(path);
  return path;
}

/** Removes such a folder. */
export function removeStaging(path: string): void {
  rmSync(path, { recursive: true, force: true });
  own.delete(path);
}

const stagingName = /^\.specwright-(?:(\w{8})-(\d+)-(\d+)-)?\w{6}$/;
/** So old is the folder of a dead process whose machine is not this one, or whose number another process has. */
const longestRunMilliseconds = 3_600_000;

/** Removes what runs that were killed have left in an output. What cannot be removed stays for a later run. */
export function removeLeftovers(out: string): void {
  try {
    for (const name of readdirSync(out)) {
      const found = stagingName.exec(name);
      if (found === null) continue;
      const [, where, pid, thread] = found;
      const path = join(out, name);
      if (own.has(path)) continue;
      if (isDead(where, Number(pid), Number(thread)) || isOld(path))
        rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // There is no such folder, another run was faster, or nothing may be written here.
  }
}

/**
 * True if a process of this machine is known to have ended. Where the numbers are our own, an earlier process had them,
 * as is usual in containers.
 */
function isDead(
  where: string | undefined,
  pid: number,
  thread: number,
): boolean {
  if (where !== machine()) return false;
  if (pid === process.pid) return thread === threadId;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function isOld(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs > longestRunMilliseconds;
}

/** What tells this machine, or container, from others that may write to the same disk: processes are counted apart. */
function machine(): string {
  let processes = "";
  try {
    processes = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Only Linux has such namespaces.
  }
  return hash("sha256", `${hostname()} ${processes}`).slice(0, 8);
}
