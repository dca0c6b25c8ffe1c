import type { SourceDocument } from "../read/document.js";
import type { Description } from "../resolve/description.js";
import type { Source } from "./source.js";
import { writtenText } from "./structure/repair.js";

/** By value: how a document writes integers that a number cannot hold exactly. */
type Spellings = ReadonlyMap<number, ReadonlySet<string>>;

const known = new WeakMap<SourceDocument, Spellings>();

/** The digits of an integer that a number cannot hold exactly, as written; undefined for every other number. */
export function exactInteger(
  source: Source,
  description: Description,
): string | undefined {
  const { value, file } = source;
  if (typeof value !== "number" || !Number.isInteger(value)) return undefined;
  if (Number.isSafeInteger(value)) return undefined;
  const document = description.documents.get(file);
  const [only, ...others] =
    document === undefined ? [] : (spellingsOf(document).get(value) ?? []);
  if (only === undefined || others.length === 0) return only;
  // Only where two spellings give the same number does the place have to be found.
  const written = writtenText(source, description);
  return /^-?\d+$/.test(written) ? written : undefined;
}

/** A bound as its author wrote it. */
export function boundText({
  value,
  written = String(value),
}: {
  readonly value: number;
  readonly written?: string;
}): string {
  return written;
}

function spellingsOf(document: SourceDocument): Spellings {
  const found = known.get(document);
  if (found !== undefined) return found;
  const spellings = new Map<number, Set<string>>();
  for (const [text] of document.text.matchAll(/-?\d{16,}/g)) {
    const value = Number(text);
    if (Number.isSafeInteger(value)) continue;
    const list = spellings.get(value);
    if (list === undefined) spellings.set(value, new Set([text]));
    else list.add(text);
  }
  known.set(document, spellings);
  return spellings;
}
