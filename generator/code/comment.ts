import { Code, nothing } from "./code.js";

/**
 * Makes text safe to stand in a `/** *\/` comment: no comment end, however it is put together, no line end
 * but `\n`, no control or direction character. The text keeps its lines.
 */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      " ",
    )
    .replace(/\*(?=\/)/g, "*\\");
}

/** A documentation comment: one line where the text is one line, else a block. Nothing for no text. */
export function docComment(text: string | undefined): Code {
  const safe = commentText(text ?? "").trim();
  if (safe === "") return nothing;
  if (!safe.includes("\n")) return Code.fromTrustedParts([`/** ${safe} */\n`]);
  const body = safe.split("\n").map((line) => ` * ${line}`.trimEnd());
  return Code.fromTrustedParts([`/**\n${body.join("\n")}\n */\n`]);
}
