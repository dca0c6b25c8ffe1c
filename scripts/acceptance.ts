import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { runOurs, type OurRun } from "./acceptance/our-run.js";
import {
  accepts,
  installRivals,
  rivals,
  versionOf,
} from "./acceptance/rivals.js";
import { findSpecs, type CorpusSpec } from "./corpus/corpus-specs.js";
import { root } from "./measure/measured-run.js";
import { markdownTable, replaceSection } from "./measure/replace-section.js";

// Which real descriptions specwright and other generators take as they are. `--write` puts the table into
// docs/corpus.md; words choose the descriptions whose names contain one.
const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith("-"));

if (!existsSync(`${shared}corpus`)) {
  console.log("SKIPPED: there is no folder shared/corpus beside the checkout.");
  process.exit(0);
}

interface Line {
  readonly cells: readonly string[];
  readonly ours: OurRun;
  readonly accepted: readonly boolean[];
  readonly isSwagger: boolean;
}

installRivals();
const limit = pLimit(availableParallelism());
const specs = findSpecs(shared).filter(
  ({ name }) =>
    wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const lines = await Promise.all(specs.map((spec) => limit(() => lineOf(spec))));
const text = [table(lines), "", summary(lines), "", ...refusals(lines)].join(
  "\n",
);
console.log(text);
if (args.includes("--write") && wanted.length === 0) {
  replaceSection(`${root}docs/corpus.md`, "acceptance", text.trimEnd());
}
const isClean = lines.every(({ ours }) =>
  Object.values(ours.typeErrors).every(
    (count) => count === "0" || count === "",
  ),
);
process.exitCode = isClean ? 0 : 1;

async function lineOf({ name, path }: CorpusSpec): Promise<Line> {
  const out = mkdtempSync(`${tmpdir()}/specwright-acceptance-`);
  try {
    const ours = await runOurs(path, `${out}/output`);
    const accepted: boolean[] = [];
    for (const rival of rivals) accepted.push(await accepts(rival, path));
    const { isGenerated, warnings, errors, typeErrors } = ours;
    return {
      ours,
      accepted,
      isSwagger: /"?swagger"?\s*:\s*["']?2\.0/.test(
        readFileSync(path, "utf8").slice(0, 100_000),
      ),
      cells: [
        name,
        isGenerated ? "yes" : `no: ${[...errors.keys()].join(", ")}`,
        warnings.join(", "),
        typeErrors["5.9"],
        typeErrors["7"],
        ...accepted.map((each) => (each ? "yes" : "no")),
      ],
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function table(lines: readonly Line[]): string {
  return markdownTable([
    [
      ...["description", "specwright", "warnings"],
      ...["type errors, TypeScript 5.9", "type errors, TypeScript 7"],
      ...rivals.map((rival) => `${rival.name} ${versionOf(rival)}`),
    ],
    ...lines.map(({ cells }) => cells),
  ]);
}

function summary(lines: readonly Line[]): string {
  const kinds = [
    ["OpenAPI 3", lines.filter(({ isSwagger }) => !isSwagger)],
    ["Swagger 2.0", lines.filter(({ isSwagger }) => isSwagger)],
  ] as const;
  const count = (
    chosen: readonly Line[],
    test: (line: Line) => boolean,
  ): string => String(chosen.filter(test).length);
  return markdownTable([
    [
      "taken as it is",
      "descriptions",
      "specwright",
      ...rivals.map(({ name }) => name),
    ],
    ...kinds.map(([kind, chosen]) => [
      kind,
      String(chosen.length),
      count(chosen, ({ ours }) => ours.isGenerated),
      ...rivals.map((_, index) =>
        count(chosen, ({ accepted }) => accepted[index] === true),
      ),
    ]),
  ]);
}

/** Why each description that is refused is refused, in the words of its diagnostics. */
function refusals(lines: readonly Line[]): readonly string[] {
  return lines.flatMap(({ cells: [name = ""], ours }) =>
    [...ours.errors].map(
      ([code, message]) =>
        `- ${name}, \`${code}\`: ${message.replaceAll(shared, "shared/")}`,
    ),
  );
}
