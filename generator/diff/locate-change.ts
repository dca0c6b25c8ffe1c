import type { SourceText } from "../read/document.js";
import type { ChangePlace } from "./change.js";

/** A place as tools read it. */
export interface LocatedPlace {
  readonly place: ChangePlace;
  /** JSON Pointer (RFC 6901) into the file. */
  readonly pointer: string;
}

/**
 * Finds the file and line of a place of the model: the file (empty for the entry document), `#`, JSON Pointer. What
 * leads to nothing has the line of its nearest ancestor.
 */
export function locate(
  location: string,
  sources: ReadonlyMap<string, SourceText>,
): LocatedPlace {
  const hash = location.indexOf("#");
  const file = location.slice(0, Math.max(hash, 0));
  const written = location.slice(hash + 1);
  const named = sources.get(file);
  const at = named?.placeInText?.(written);
  const source = at?.source ?? named;
  const pointer = at?.pointer ?? written;
  return {
    place: {
      file: source?.displayName ?? file,
      line: source?.position(pointer, "key").line ?? 1,
    },
    pointer,
  };
}
