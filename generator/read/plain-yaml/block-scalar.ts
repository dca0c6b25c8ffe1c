import { newline, type Reader } from "./reader.js";
import { blockValue } from "./scalars.js";
import { leadingSpaces } from "./trim-spaces.js";
import { uncertain } from "./uncertain.js";

/** Reads a literal or folded scalar (YAML 1.2.2 §8.1) from its `|` or `>`, in a block with this indentation. */
export function readBlockScalar(reader: Reader, parentIndent: number): string {
  const { text } = reader;
  const header = text.slice(reader.offset, reader.lineEnd());
  const [, style, chomping] = /^([|>])([-+]?)(?: +#.*| *)$/.exec(header) ?? [];
  if (style === undefined) throw uncertain;
  reader.offset = reader.lineEnd();
  const lines: string[] = [];
  let indent = -1;
  let used = 0;
  while (reader.unit === newline) {
    const before = reader.offset;
    reader.offset += 1;
    const line = text.slice(reader.offset, reader.lineEnd());
    const depth = leadingSpaces(line);
    if (depth < line.length) {
      if (indent < 0 && depth > parentIndent) {
        indent = depth;
        if (lines.some((empty) => empty.length > indent)) throw uncertain;
      }
      if (depth < indent || indent < 0) {
        if (depth > parentIndent) throw uncertain;
        reader.offset = before;
        break;
      }
      used = lines.length + 1;
    } else if (reader.lineEnd() === text.length) {
      reader.offset = text.length;
      break;
    }
    lines.push(line);
    reader.offset = reader.lineEnd();
  }
  if (text.charCodeAt(text.length - 1) !== newline) throw uncertain;
  if (used === 0) {
    if (chomping !== "+" || lines.length === 0) throw uncertain;
    return "\n".repeat(lines.length);
  }
  const rest = lines.slice(used).map((line) => line.slice(indent));
  if (chomping !== "+" && rest.some((line) => line !== "")) throw uncertain;
  const kept = rest.map((line) => `\n${line}`).join("");
  const ending = chomping === "-" ? "" : chomping === "+" ? `${kept}\n` : "\n";
  return blockValue(lines.slice(0, used), indent, style === ">", ending);
}
