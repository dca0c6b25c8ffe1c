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
  return text.replace(
    membersOnLines,
    (lines: string, indent: string, start: number, all: string) => {
      const beginsHere = /[=:<(,[]/.test(all[start - 2] ?? "");
      const endsHere = indentAt(all, start + lines.length) <= indent.length;
      if (!beginsHere || !endsHere) return lines;
      const members = lines.slice(0, -1).split("\n");
      const union = members
        .map((member) => member.slice(indent.length + 2))
        .join(" | ");
      return indent.length + union.length <= lineWidth
        ? `${indent}${union}\n`
        : lines;
    },
  );
}

/** Two lines or more that begin alike. */
const membersOnLines = /^( *)\| .*\n(?:\1\| .*\n)+/gm;

/** The indentation of the line that begins there. */
function indentAt(text: string, lineStart: number): number {
  let end = lineStart;
  while (text[end] === " ") end += 1;
  return end - lineStart;
}
