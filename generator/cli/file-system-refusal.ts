import { relative } from "node:path";

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["ENOENT", "there is no such folder, or none can be made there"],
  ["EPERM", "permission denied"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space is left on the device"],
  ["EDQUOT", "the disk quota is used up"],
  ["ENOTDIR", "a file is where a folder is needed"],
  ["EEXIST", "a file is where a folder is needed"],
  ["EISDIR", "a folder is where a file is needed"],
  ["ENOTEMPTY", "the folder is not empty"],
  ["ENAMETOOLONG", "the path is too long"],
  ["ELOOP", "symbolic links lead in a circle"],
  ["EMFILE", "too many files are open"],
  ["ENFILE", "too many files are open"],
  ["EFBIG", "the file would be too large"],
  ["EIO", "the device failed"],
  ["EBUSY", "it is in use"],
  ["EXDEV", "it is on another file system"],
]);

const actions: ReadonlyMap<string, string> = new Map([
  ["mkdir", "make the folder"],
  ["mkdtemp", "write to"],
  ["write", "write"],
  ["rename", "replace"],
  ["unlink", "remove"],
  ["rm", "remove"],
  ["rmdir", "remove"],
  ["scandir", "list"],
]);

/**
 * What the file system refused, in one line; undefined for an error of another kind.
 * @param folder the working directory, from which paths are shown
 */
export function fileSystemRefusal(
  error: unknown,
  folder: string,
): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  const reason = reasons.get(code ?? "");
  if (reason === undefined || syscall === undefined) return undefined;
  // Files wait in a folder of their own within the output until all of them are there.
  const target = path?.replace(/[/\\]\.specwright-[^/\\]*/u, "");
  const shown =
    target === undefined ? "the output" : relative(folder, target) || ".";
  const action = actions.get(syscall) ?? "open";
  return `cannot ${action} ${shown}: ${reason} (${String(code)})`;
}
