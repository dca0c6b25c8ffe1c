import type { Annotations } from "../model/schema.js";

/**
 * What a schema says of itself in words: its description, else its title, unless that only respells the key.
 * @param key the name that the schema has where it stands; undefined if it has none
 */
export function ownWords(
  { description, title }: Annotations,
  key: string | undefined,
): string | undefined {
  if (description !== undefined || title === undefined) return description;
  const isRespelled = key !== undefined && lettersOf(title) === lettersOf(key);
  return isRespelled ? undefined : title;
}

/** Letters and digits alone, in small letters: the same for `Item Id`, `itemId` and `item_id`. */
function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
