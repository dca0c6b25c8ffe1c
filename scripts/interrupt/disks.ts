import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type Edited,
  editedDescriptions,
  interrupted,
  repairFaults,
  restore,
  startRun,
  waitForStaging,
} from "./runs.js";

/** How a disk failed, and the one line that the run gave. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

/** What came of disks that fail. */
export interface DiskFaults {
  readonly refusals: readonly Refusal[];
  readonly faults: readonly string[];
}

/** A way in which a disk fails: set up around the old output, and taken away again. */
interface Fault {
  readonly name: string;
  readonly begin: (out: string) => void;
  /** Called some milliseconds after the run has started. */
  readonly during?: (out: string) => void;
  readonly end: (out: string) => void;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** The old output is to be whole after it. */
  readonly keepsOld: boolean;
}

const nobody = { uid: 65534, gid: 65534 };

const ways: readonly Fault[] = [
  {
    name: "the disk is full",
    begin: (out) => mountAround(out, "size=PAGES"),
    end: (out) => unmountKept(out),
    keepsOld: true,
  },
  {
    name: "the disk is read-only",
    begin(out) {
      mount("--bind", out, out);
      mount("-o", "remount,bind,ro", out, out);
    },
    end: (out) => unmount(out),
    keepsOld: true,
  },
  {
    name: "the folder belongs to somebody else",
    begin: (out) => chmodSync(out, 0o555),
    end: (out) => chmodSync(out, 0o755),
    user: nobody,
    keepsOld: true,
  },
  {
    name: "the folder vanishes",
    begin: () => undefined,
    during: (out) => renameSync(out, `${out}.gone`),
    end: (out) => rmSync(`${out}.gone`, { recursive: true }),
    keepsOld: false,
  },
  {
    name: "the drive is gone",
    begin: (out) => mountAround(out, "size=64m"),
    during: (out) => unmount(out),
    end: () => undefined,
    keepsOld: true,
  },
];

/** Lets disks fail under runs. Needs root on Linux; elsewhere nothing is tried. */
export async function diskFaults(work: string): Promise<DiskFaults> {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return { refusals: [], faults: [] };
  const folder = join(work, "disks");
  mkdirSync(folder);
  chmodSync(work, 0o755);
  const descriptions = await editedDescriptions(folder);
  const refusals: Refusal[] = [];
  const faults: string[] = [];
  for (const way of ways) {
    for (const edited of descriptions) {
      const found = await failing(way, edited);
      faults.push(...found.faults.map((fault) => `${way.name}: ${fault}`));
      if (edited === descriptions[0] && found.message !== "")
        refusals.push({ name: way.name, message: found.message });
    }
  }
  return { refusals, faults };
}

async function failing(
  { begin, during, end, user, keepsOld }: Fault,
  edited: Edited,
): Promise<{ readonly message: string; readonly faults: readonly string[] }> {
  const out = join(edited.before, "../out");
  restore(edited, out);
  begin(out);
  const { ended } = startRun(edited.after, out, user);
  if (during !== undefined) {
    await waitForStaging(out, ended);
    during(out);
  }
  const { status, text } = await ended;
  end(out);
  const faults: string[] = [];
  if (during === undefined && status === 0) faults.push("the run ends well");
  if (/internal error|\n {4}at /.test(text)) faults.push(text);
  if (keepsOld) faults.push(...interrupted(edited, out).faults);
  faults.push(...(await repairFaults(edited, out)));
  const [message = ""] = text
    .split("\n")
    .filter((line) => /error|cannot/.test(line));
  return { message, faults };
}

/** Mounts a file system over a folder that holds what the folder held, and little room more. */
function mountAround(out: string, size: string): void {
  const kept = `${out}.kept`;
  run("cp", "-a", out, kept);
  const used = Number(run("du", "-sk", kept).split("\t")[0]);
  mount(
    "-t",
    "tmpfs",
    "-o",
    size.replace("PAGES", `${used + 8}k`),
    "tmpfs",
    out,
  );
  run("sh", "-c", `cp -a "${kept}/." "${out}"`);
  rmSync(kept, { recursive: true });
}

/** Takes the file system away, and leaves its files in the folder. */
function unmountKept(out: string): void {
  const kept = `${out}.kept`;
  run("cp", "-a", out, kept);
  unmount(out);
  rmSync(out, { recursive: true });
  run("mv", kept, out);
  chownSync(out, 0, 0);
}

function mount(...args: string[]): void {
  run("mount", ...args);
}

function unmount(out: string): void {
  run("umount", "--lazy", out);
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return stdout;
}
