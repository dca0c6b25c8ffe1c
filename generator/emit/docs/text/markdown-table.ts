import { stringWidth } from "./string-width.js";

/**
 * A table of Markdown, its columns as wide as their widest cell. Cells are inline Markdown, pipes escaped already.
 * @param rows the head first; all of the same length
 */
export function markdownTable(
  rows: readonly (readonly string[])[],
  alignments: readonly ("" | "left" | "center" | "right")[],
): string {
  const widths = alignments.map((_, column) =>
    rows.reduce(
      (most, row) => Math.max(most, stringWidth(row[column] ?? "")),
      3,
    ),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const printed = rows.map((row) =>
    line(
      alignments.map((alignment, column) => {
        const text = row[column] ?? "";
        const room = (widths[column] as number) - stringWidth(text);
        const before =
          alignment === "right"
            ? room
            : alignment === "center"
              ? Math.floor(room / 2)
              : 0;
        return " ".repeat(before) + text + " ".repeat(room - before);
      }),
    ),
  );
  const rule = line(
    alignments.map((alignment, column) => {
      const left = alignment === "left" || alignment === "center" ? ":" : "-";
      const right = alignment === "right" || alignment === "center" ? ":" : "-";
      return left + "-".repeat((widths[column] as number) - 2) + right;
    }),
  );
  return [printed[0], rule, ...printed.slice(1)].join("\n");
}
