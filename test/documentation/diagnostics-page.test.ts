import { format } from "prettier";
import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../generator/diagnostics/catalogue-entry.js";
import { catalogue } from "../../generator/diagnostics/catalogue.js";

const headings = {
  error: [
    "Errors",
    "Nothing is written. `yes` in the last column: `--allow CODE` goes on, with what the table says.",
  ],
  warning: [
    "Warnings",
    "The output is written. `--strict` makes errors of them.",
  ],
  info: ["Information", "Nothing is wrong; something is worth knowing."],
} as const;

const introduction = `# Diagnostics

<!-- Made from generator/diagnostics/catalogue.ts: run \`npx vitest run test/documentation -u\` after a change there. -->

What specwright has to say about a description carries a code that stays the same between releases, a severity, the file,
line and column it means, and where possible what to do about it. All the problems of a description are reported in one
run. \`--json\` prints them for programs; \`generate()\` and \`check()\` return them.

\`\`\`
openapi.yaml:14:15: error reference-not-found: The reference "#/components/schemas/Pte" cannot be followed: …
\`\`\`

## Read a report

A run prints about 60 lines, errors last, next to the prompt: up to three places of each code with the lines around them, how
many more there are, a line for each code with its count, and the command to run next. That command goes on past the errors
with \`--allow\`; where one of them has no way on, it lists all places instead.

| flag | what is printed |
| --- | --- |
| \`--verbose\` | every place of every diagnostic, and every file that \`check\` finds to differ |
| \`--format json\` | the whole result as JSON, for programs; \`--json\` is short for it |
| \`--format github\` | annotations of GitHub Actions as well, at most ten of each severity, as many as GitHub shows |

In a job of GitHub Actions, \`--format github\` is the default, so that a pull request shows errors and warnings at their
lines. Give \`--format text\` to leave the annotations out.

## Severities

| severity | what it means                                                                                                                    | exit code |
| -------- | -------------------------------------------------------------------------------------------------------------------------------- | --------- |
| error    | There is no sensible reading of the description, or there are two that differ in what would be generated.                         | 1         |
| warning  | The description breaks a specification, or says something odd. It is read in the one sensible way, and the message says in which. | 0         |
| info     | Nothing is wrong; something is worth knowing.                                                                                     | 0         |

A description of somebody else is read as it is. Of your own you want every check: make errors of warnings.

\`\`\`sh
specwright check --strict
specwright check --strict --allow field-unknown
specwright generate --allow reference-not-found,path-malformed
\`\`\`

- \`--strict\` makes errors of all warnings. In the configuration, \`strict: true\` does the same, and a list of codes makes
  errors of these alone.
- \`--allow CODE\` (several with commas between, or \`allow\` in the configuration) makes a warning of an error that has a way
  on, and keeps a warning one under \`--strict\`. An error without a way on cannot be allowed.

\`check\` takes both, so that a pull request can be stricter than a build.
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
