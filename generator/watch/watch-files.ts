import { once } from "node:events";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";

/** Follows files, whatever program writes them and however: in place, or by another file that takes the name. */
export interface FileWatcher {
  /**
   * Follows these files from now on, and no others. They need not exist. Tells of those among the new ones that have
   * changed already.
   * @param since a time, in milliseconds since 1970
   */
  follow(paths: Iterable<string>, since: number): void;
  /** Tells of changes that the system has not told of yet. */
  look(): void;
  /** Waits until the files are written whole: none changes any more, and none is empty that is about to be filled. */
  untilWritten(): Promise<void>;
  close(): Promise<void>;
}

/** Events are lost while a file takes the name of another; so much later every change is on the disk. */
const secondLookMilliseconds = 100;

/** A file that has not changed for so long is written whole. */
const settleMilliseconds = 5;
/** Most programs empty a file before they write it; nobody means a file to be empty for longer. */
const emptyMilliseconds = 100;
/** A file that changes all the time is read nevertheless. */
const patienceMilliseconds = 1000;

/**
 * Tells of each change of files that are followed. Their folders are watched, not the files alone: most editors
 * write a new file and rename it, and then the old one is gone.
 * @param paths files that are followed from the start, absolute
 * @returns once these are followed
 */
export async function watchFiles(
  paths: Iterable<string>,
  onChange: (path: string) => void,
): Promise<FileWatcher> {
  /** What the file system said of each file when it was told of last. */
  const followed = new Map<string, string>();
  for (const path of paths) followed.set(path, stampOf(path));
  const folders = foldersOf(followed.keys());
  let secondLook: NodeJS.Timeout | undefined;
  let changedAt = -Infinity;
  const look = (): void => {
    const changed = [...followed.keys()].filter((path) => {
      const stamp = stampOf(path);
      const isChanged = stamp !== followed.get(path);
      if (isChanged) followed.set(path, stamp);
      return isChanged;
    });
    if (changed.length > 0) changedAt = performance.now();
    for (const path of changed) onChange(path);
  };
  const lookTwice = (): void => {
    look();
    clearTimeout(secondLook);
    secondLook = setTimeout(look, secondLookMilliseconds);
  };
  const watcher = watch([...folders], {
    depth: 0,
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !followed.has(path),
  });
  // Of changes that follow each other within 50 ms, "all" has the first alone; "raw" has every one, but for polling.
  watcher.on("all", lookTwice).on("raw", lookTwice);
  await once(watcher, "ready");
  return {
    follow: (next, since) => {
      const wanted = new Set(next);
      for (const path of followed.keys())
        if (!wanted.has(path)) followed.delete(path);
      for (const path of wanted)
        if (!followed.has(path)) followed.set(path, stampOf(path, since));
      const news = [...foldersOf(wanted)].filter((path) => !folders.has(path));
      for (const folder of news) folders.add(folder);
      if (news.length > 0) watcher.add(news);
      lookTwice();
    },
    look,
    untilWritten: async () => {
      const start = performance.now();
      for (;;) {
        await wait(settleMilliseconds);
        look();
        const waited = performance.now() - start;
        const isChanging = performance.now() - changedAt < settleMilliseconds;
        const isEmptied =
          waited < emptyMilliseconds && [...followed.keys()].some(isEmpty);
        if (!isChanging && !isEmptied) return;
        if (waited > patienceMilliseconds) return;
      }
    },
    close: () => {
      clearTimeout(secondLook);
      return watcher.close();
    },
  };
}

function isEmpty(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === 0;
}

function foldersOf(paths: Iterable<string>): Set<string> {
  return new Set([...paths].map((path) => dirname(path)));
}

/** What tells one state of a file from another; the same for all that is no file, or has changed since a time. */
function stampOf(path: string, since = Infinity): string {
  try {
    const { size, mtimeMs, ino } = statSync(path);
    return mtimeMs >= since ? "" : [size, mtimeMs, ino].join(" ");
  } catch {
    return "";
  }
}
