import { Code, nothing } from "./code.js";

/**
 * Makes text safe to stand in a `/** *\/` comment: no comment end, however it is put together, no JSDoc tag,
 * no line end but `\n`, no control or direction character. The text keeps its lines.
 */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      " ",
    )
    .replace(/(^|\s)@/gm, "$1\\@")
    .replace(/\*(?=\/)/g, "*\\");
}

/**
 * A documentation comment: one line where the text is one line, else a block. Nothing where there is nothing
 * to say. Tags in the text have no effect; the one that specwright gives is `@deprecated`.
 */
export function docComment(
  text: string | undefined,
  deprecated: boolean = false,
): Code {
  const plain = commentText(text ?? "").trim();
  const tag = deprecated ? "@deprecated" : "";
  const safe = [plain, tag].filter((part) => part !== "").join("\n\n");
  if (safe === "") return nothing;
  if (!safe.includes("\n")) return Code.fromTrustedParts([`/** ${safe} */\n`]);
  const body = safe.split("\n").map((line) => ` * ${line}`.trimEnd());
  return Code.fromTrustedParts([`/**\n${body.join("\n")}\n */\n`]);
}

/** Text as Markdown code within a line: a fence longer than any run of backticks inside. */
export function inlineCode(text: string): string {
  const oneLine = text.replace(/\s*[\r\n\u2028\u2029]\s*/g, " ");
  const longest = Math.max(
    0,
    ...(oneLine.match(/`+/g) ?? []).map((run) => run.length),
  );
  const fence = "`".repeat(longest + 1);
  const pad = oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
  return `${fence}${pad}${oneLine}${pad}${fence}`;
}
