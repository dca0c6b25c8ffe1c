import { format } from "prettier";
import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../generator/diagnostics/catalogue-entry.js";
import { catalogue } from "../../generator/diagnostics/catalogue.js";

const headings = {
  error: [
    "Errors",
    "The description breaks a specification, or asks for something that the output cannot hold to. Nothing is written. Where there is a sensible way to go on all the same, the last column says so: `--allow CODE` (several with commas between, or `allow` in the configuration) makes a warning of it.",
  ],
  warning: [
    "Warnings",
    "The output is written, and it may not be what the author of the description meant.",
  ],
  info: ["Information", "Nothing is wrong; something is worth knowing."],
} as const;

const introduction = `# Diagnostics

<!-- Made from generator/diagnostics/catalogue.ts: run \`npx vitest run test/documentation -u\` after a change there. -->

What specwright has to say about a description carries a code that stays the same between releases, a severity, the file,
line and column it means, and where possible what to do about it. All the problems of a description are reported in one
run. \`--json\` prints them for programs; \`generate()\` and \`check()\` return them.

\`\`\`
openapi.yaml:14:15 error reference-not-found
\`\`\`
`;

/** The page as the catalogue has it. */
function diagnosticsPage(): string {
  const entries = Object.entries<CatalogueEntry>(catalogue);
  const sections = (["error", "warning", "info"] as const).map((severity) => {
    const [title, text] = headings[severity];
    const rows = entries
      .filter(([, entry]) => entry.severity === severity)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { summary, tolerable }]) =>
        severity === "error"
          ? `| \`${code}\` | ${summary} | ${tolerable ? "yes" : ""} |`
          : `| \`${code}\` | ${summary} |`,
      );
    return [
      `## ${title}\n\n${text}\n`,
      severity === "error" ? "| code | when | `--allow` |" : "| code | when |",
      severity === "error" ? "| --- | --- | --- |" : "| --- | --- |",
      ...rows,
    ].join("\n");
  });
  return [introduction, ...sections].join("\n\n");
}

test("docs/diagnostics.md lists the catalogue", async () => {
  const page = await format(diagnosticsPage(), { parser: "markdown" });
  await expect(page).toMatchFileSnapshot("../../docs/diagnostics.md");
});

test("every entry is one sentence that a table can hold", () => {
  for (const [code, { summary }] of Object.entries<CatalogueEntry>(catalogue)) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(summary).toMatch(/^[A-Z`].*\.$/);
    expect(summary).not.toMatch(/[|\n]/);
  }
});
