import { readFileSync } from "node:fs";

const heading = "## What a type cannot say";

/**
 * The kinds of refusal that docs/json-schema.md explains: what stands in the first column of the table of that
 * section.
 * @throws Error where the page has no such section
 */
export function explainedRefusals(page: string): ReadonlySet<string> {
  const text = readFileSync(page, "utf8");
  const from = text.indexOf(`${heading}\n`);
  if (from < 0) throw new Error(`${page} has no section "${heading}"`);
  const section = text.slice(from).split(/\n(?=## )/)[0] ?? "";
  const kinds = section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => {
      const [, first = ""] = line.split("|");
      return [...first.matchAll(/`([^`]+)`/g)].map(([, kind = ""]) => kind);
    });
  return new Set(kinds);
}
