const lineWidth = 80;

/**
 * Puts a union type whose members stand one a line on one line where it fits, which is the one place where
 * oxfmt's layout of generated code differs from prettier's: prettier first tries the whole union on the line
 * below its `=`, `:`, `<` or `(`.
 *
 * Lines that begin with `|` are members of unions and nothing else: no literal of generated code holds a raw
 * line end, and the lines of comments begin with `*`.
 */
export function joinShortUnions(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const joined: string[] = [];
  for (let start = 0; start < lines.length;) {
    const end = endOfUnion(lines, start);
    const union = end === start ? undefined : oneLine(lines, start, end);
    if (union === undefined) {
      joined.push(...lines.slice(start, Math.max(end, start + 1)));
    } else {
      joined.push(union);
    }
    start = Math.max(end, start + 1);
  }
  return joined.join("\n");
}

/** The line after the last of the neighbouring lines that are members of the same union. */
function endOfUnion(lines: readonly string[], start: number): number {
  const prefix = memberStart.exec(lines[start] as string)?.[0];
  if (prefix === undefined) return start;
  let end = start + 1;
  while (lines[end]?.startsWith(prefix) === true) end += 1;
  return end;
}

const memberStart = /^ *\| /;

/** The members on one line, or undefined where that is too long or a member goes on below. */
function oneLine(
  lines: readonly string[],
  start: number,
  end: number,
): string | undefined {
  const members = lines.slice(start, end);
  const indent = indentOf(members[0] as string);
  const beginsHere = /[=:<(,[]$/.test(lines[start - 1] ?? "");
  const endsHere = indentOf(lines[end] ?? "") <= indent;
  if (members.length < 2 || !beginsHere || !endsHere) return undefined;
  const text = members.map((member) => member.slice(indent + 2)).join(" | ");
  return indent + text.length <= lineWidth
    ? " ".repeat(indent) + text
    : undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
