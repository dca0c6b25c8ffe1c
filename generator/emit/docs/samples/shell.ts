/**
 * A word of a POSIX shell that stands for exactly this text: in single quotes, where nothing is special but the
 * quote itself. The text has no NUL: no argument can hold one.
 */
export function shellWord(text: string): string {
  if (text.includes("\0")) throw new RangeError("an argument cannot hold NUL");
  if (/^[A-Za-z0-9_\-./:=,@%+]+$/.test(text) && !text.startsWith("-"))
    return text;
  return `'${text.replace(/'/g, "'\\''")}'`;
}

/**
 * A `printf` command that writes exactly this text, for what cannot or should not stand in a word.
 * @param text as UTF-8, or bytes
 */
export function printfCommand(text: string | readonly number[]): string {
  const bytes =
    typeof text === "string" ? new TextEncoder().encode(text) : text;
  let format = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === "%") format += "%%";
    else if (character === "\\") format += "\\\\";
    else if (character === "\n") format += "\\n";
    else if (character === "'") format += "\\047";
    else if (byte >= 0x20 && byte < 0x7f) format += character;
    else format += `\\${byte.toString(8).padStart(3, "0")}`;
  }
  return `printf -- '${format}'`;
}
