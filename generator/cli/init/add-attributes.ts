/**
 * Adds a line for the output folder to the text of a `.gitattributes`: Git keeps the line ends, and GitHub folds the
 * files in reviews. Undefined if a line for the folder is there already.
 * @param out the output folder, from the folder of the `.gitattributes`
 */
export function addAttributes(text: string, out: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const isThere = lines.some((line) => {
    const [pattern = ""] = line.trim().split(/\s+/);
    return pattern.replace(/^\/|\/?\*{0,2}$/g, "") === out;
  });
  if (isThere) return undefined;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : lineEnd;
  return `${text}${gap}${attributesLine(out)}${lineEnd}`;
}

/** The line of `.gitattributes` for an output folder. */
export function attributesLine(out: string): string {
  const pattern = `${out}/**`;
  const word = /[\s"]/.test(pattern) ? JSON.stringify(pattern) : pattern;
  return `${word} text eol=lf linguist-generated`;
}
