import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../config/usage-error.js";

/** A description to compare, as a path that can be read, and how people call it. */
export interface Version {
  /** What `analyze` takes. */
  readonly spec: string;
  /** Gives the path of another file as this version has it; undefined if it has none. */
  fileOf(path: string): string | undefined;
  /** Gives the name of a file as the user would write it. */
  nameOf(file: string): string;
  /** Removes files that were made for reading it. */
  close(): void;
}

/**
 * Opens a description that the user has named: a file, a URL (`file:`, `http:`, `https:`), or a file in a revision of Git
 * as `git show` takes it (`main:spec/openapi.yaml`, `HEAD~1:./openapi.yaml`).
 * @throws UsageError if the revision or the file in it does not exist
 */
export function openVersion(named: string, folder: string): Version {
  if (/^file:/iu.test(named)) {
    if (!URL.canParse(named)) throw new UsageError(`${named}: this is no URL`);
    return plain(fileURLToPath(named));
  }
  const colon = named.indexOf(":");
  const isRevision =
    colon > 1 &&
    !/^[a-z][a-z\d+.-]+:\/\//iu.test(named) &&
    !existsSync(resolve(folder, named));
  if (!isRevision) return plain(named);
  return openRevision(named.slice(0, colon), named.slice(colon + 1), folder);
}

/**
 * Opens a file as the last commit has it.
 * @throws UsageError if the folder belongs to no repository, or the commit has no such file
 */
export function openCommitted(path: string, folder: string): Version {
  const top = topOf(folder);
  const absolute = resolve(realpathSync(folder), path);
  const inside = relative(top, absolute).split(sep).join("/");
  if (inside.startsWith("../")) {
    throw new UsageError(`${path} is outside of the repository ${top}`);
  }
  return openRevision("HEAD", inside, folder);
}

function plain(spec: string): Version {
  return {
    spec,
    fileOf: (path) => path,
    nameOf: (file) => file,
    close: () => undefined,
  };
}

/** Descriptions refer to other files: all files of the revision that can be part of one are written to a folder. */
function openRevision(revision: string, path: string, folder: string): Version {
  const top = topOf(folder);
  const inside = /^\.\.?\//u.test(path)
    ? relative(top, resolve(realpathSync(folder), path))
        .split(sep)
        .join("/")
    : path;
  const target = mkdtempSync(join(tmpdir(), "specwright-diff-"));
  const close = () => rmSync(target, { recursive: true, force: true });
  try {
    checkOut(revision, inside, top, target);
  } catch (error) {
    close();
    throw error;
  }
  const root = join(target, "files");
  return {
    spec: join(root, inside),
    fileOf: (path) => {
      const place = relative(top, resolve(realpathSync(folder), path));
      if (place.startsWith("..")) return path;
      const own = join(root, place);
      return existsSync(own) ? own : undefined;
    },
    nameOf: (file) =>
      file.startsWith(root + sep)
        ? `${revision}:${file
            .slice(root.length + 1)
            .split(sep)
            .join("/")}`
        : file,
    close,
  };
}

/** Uses an index of its own, so that nothing changes in the repository. */
function checkOut(
  revision: string,
  path: string,
  top: string,
  target: string,
): void {
  const env = { GIT_INDEX_FILE: join(target, "index") };
  const commit = git(
    [
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${revision}^{tree}`,
    ],
    top,
  );
  if (commit === undefined) {
    throw new UsageError(
      `${revision}:${path}: Git has no revision ${JSON.stringify(revision)}`,
    );
  }
  git(["read-tree", commit.trim()], top, env);
  const files = (git(["ls-files", "-z"], top, env) ?? "").split("\0");
  if (!files.includes(path)) {
    throw new UsageError(`${revision}:${path}: the revision has no such file`);
  }
  const wanted = files.filter(
    (file) => file === path || /\.(?:ya?ml|json)$/iu.test(file),
  );
  git(
    ["checkout-index", "-z", "--stdin", `--prefix=${join(target, "files")}/`],
    top,
    env,
    wanted.join("\0"),
  );
}

function topOf(folder: string): string {
  const top = git(["rev-parse", "--show-toplevel"], folder);
  if (top === undefined) {
    throw new UsageError(
      `${folder} belongs to no Git repository: name two descriptions to compare`,
    );
  }
  return realpathSync(top.trim());
}

/** Runs Git and gives its output; undefined if it fails. */
function git(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  input = "",
): string | undefined {
  const { status, stdout } = spawnSync("git", args, {
    cwd,
    env: { ...process.env, ...env },
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return status === 0 ? stdout : undefined;
}
