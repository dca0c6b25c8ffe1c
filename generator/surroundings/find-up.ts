import { dirname } from "node:path";

/** A folder and all folders above it, the nearest first. */
export function* foldersUpFrom(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}
