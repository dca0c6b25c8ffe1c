import { mayIdentify } from "../model/may-identify.js";
import type { Description } from "../resolve/description.js";

/** A description of one file as a run has read it. */
export interface ReadDescription {
  /** The UTF-8 of its text, which are the bytes of the file. */
  readonly bytes: Buffer;
  /** The JSON of its value; absent where the text is JSON itself. */
  readonly value?: string;
  /** The places of which more than one part of the model may be made, as `buildApi` gives them. */
  readonly copied: readonly string[];
}

/** JSON does not tell a negative zero. */
const negativeZero = /[\s,:[]-0(?:\.0*)?(?:e.*)?(?=[\s,\]}]|$)/im;

/**
 * What a later run has to know of a description to find that only words of it have changed; undefined for one of
 * several files, one that was converted, one with identifiers, and for text that is not as it lies on the disk.
 */
export function readDescription(
  { entry, documents }: Description,
  copied: ReadonlySet<string>,
): ReadDescription | undefined {
  const { text, value, sha256, origin, pointerInText } = entry;
  if (documents.size > 1 || pointerInText !== undefined) return undefined;
  if (origin?.sha256 !== sha256) return undefined;
  if (mayIdentify(text)) return undefined;
  const isJson = /^\s*\{/.test(text);
  if (!isJson && negativeZero.test(text)) return undefined;
  return {
    bytes: Buffer.from(text),
    ...(isJson ? {} : { value: JSON.stringify(value) }),
    copied: [...copied],
  };
}
