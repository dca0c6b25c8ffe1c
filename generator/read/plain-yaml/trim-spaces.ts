/** YAML's blanks are spaces and tabs alone, where `trim` takes every Unicode space; tabs are left to `yaml`. */
const space = 0x20;

/** How many spaces a line begins with: its indentation. */
export function leadingSpaces(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === space) count += 1;
  return count;
}

/** The text without the spaces at its end. */
export function trimEndSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === space) end -= 1;
  return text.slice(0, end);
}
