import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { buildDescription } from "./corpus/build-description.js";
import { checkAssignable } from "./corpus/types/check-assignable.js";
import { checkFixtures, type FixtureReport } from "./corpus/check-fixtures.js";
import { checkExamples } from "./corpus/check-examples.js";
import { checkHeap, type HeapReport } from "./corpus/check-heap.js";
import { compileErrors, layoutFaults } from "./corpus/check-output.js";
import { checkSamples, type SampleReport } from "./corpus/check-samples.js";
import { findSpecs, type CorpusSpec } from "./corpus/corpus-specs.js";
import { runSpecwright } from "./measure/measured-run.js";
import { refusedSpecs } from "./corpus/refused-specs.js";
import { corpusTable, refusalTable, type Row } from "./corpus/table.js";
import {
  checkTypeValues,
  type TypeValueReport,
} from "./corpus/types/check-type-values.js";
import { explainedRefusals } from "./corpus/types/explained-refusals.js";
import { replaceSection } from "./measure/replace-section.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = fileURLToPath(new URL("../../shared/", import.meta.url));

const flags = new Set(
  process.argv.slice(2).filter((arg) => arg.startsWith("-")),
);
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));

/** Fewer samples, and of large outputs TypeScript 7 under one resolution alone and no prettier. */
const isQuick = flags.has("--quick");
/** Megabytes up to which a quick run looks at an output with every tool. */
const quickLimit = 10;

if (!existsSync(`${shared}corpus`)) {
  console.log("SKIPPED: there is no folder shared/corpus beside the checkout.");
  process.exit(0);
}

const work = mkdtempSync(`${tmpdir()}/specwright-corpus-`);
const rows: Row[] = [];
const refusals = new Map<string, number>();

const explained = explainedRefusals(`${root}docs/json-schema.md`);
try {
  const specs = findSpecs(shared).filter(
    ({ name }) =>
      wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  for (const spec of specs) {
    const { row, faults } = await checkSpec(spec, `${work}/${rows.length}`);
    rows.push(row);
    console.log(Object.values(row).join(" | "));
    for (const fault of faults) console.log(`    ${fault}`);
  }
} finally {
  if (!flags.has("--keep")) rmSync(work, { recursive: true, force: true });
  else console.log(`kept ${work}`);
}
const broken = rows.filter((row) => row.verdict === "faults");
const refused = rows.filter((row) => row.verdict === "refused");
console.log(
  `${rows.length} specs: ${rows.length - broken.length - refused.length} ok, ${refused.length} refused for faults of their own, ${broken.length} with faults of ours`,
);
if (flags.has("--write") && !isQuick && wanted.length === 0) {
  const page = `${root}docs/corpus.md`;
  replaceSection(page, "corpus", corpusTable(rows));
  replaceSection(page, "refusals", refusalTable(refusals));
}
process.exitCode = broken.length === 0 ? 0 : 1;

/**
 * Generates one spec in a process of its own and checks what came out.
 * @returns its row, and what is wrong in words: at most three of a kind
 */
async function checkSpec(
  spec: CorpusSpec,
  folder: string,
): Promise<{ row: Row; faults: readonly string[] }> {
  const run = runSpecwright(["generate", spec.path, "--out", folder]);
  const diagnostics = countDiagnostics(run.stderr);
  const figures = {
    spec: spec.name,
    cpu: run.cpuSeconds.toFixed(2),
    memory: run.peakMegabytes.toFixed(0),
    diagnostics,
  };
  if (run.status !== 0) {
    const nothing = { operations: 0, schemas: 0, files: 0, size: "0" };
    const unchecked = {
      ...{ tsc59: "", tsc7: "", layout: "", examples: "", fixtures: "" },
      ...{ samples: "", disagreements: "", typed: "", assignable: "" },
      ...{ typeValues: "", heap: "" },
    };
    return {
      row: {
        ...figures,
        ...nothing,
        ...unchecked,
        verdict: isKnownRefusal(spec, run.stderr) ? "refused" : "faults",
      },
      faults: run.stderr.split("\n").slice(0, 12),
    };
  }
  const output = describeOutput(folder);
  const isPartial = isQuick && Number(output.size) > quickLimit;
  const [tsc59, nodenext, browser, layout, examples, values] =
    await Promise.all([
      isPartial ? [] : compileErrors(folder, "5.9", "nodenext"),
      compileErrors(folder, "7", "nodenext"),
      isPartial ? [] : compileErrors(folder, "7", "browser"),
      isPartial ? [] : layoutFaults(folder),
      checkExamples(spec.path, folder),
      checkValues(spec.path, folder),
    ]);
  const tsc7 = [...nodenext, ...browser];
  const { fixtures, samples, refused, typeValues, heap } = values;
  const ours = [
    ...[tsc59, tsc7, layout, fixtures.faults, samples.faults, refused],
    unexplained(typeValues),
    heap.isTooMuch ? [`heap of all validators: ${heap.figure} MB`] : [],
  ];
  const isOk = ours.every((list) => list.length === 0);
  const failed = examples.failures.length;
  const disagreements = Object.values(samples.explained);
  return {
    row: {
      ...figures,
      ...output,
      tsc59: isPartial ? "" : String(tsc59.length),
      tsc7: String(tsc7.length),
      layout: isPartial ? "" : String(layout.length),
      examples: `${examples.checked - failed} of ${examples.checked}`,
      fixtures: `${fixtures.valid} of ${fixtures.all}`,
      samples: `${samples.samples} (${samples.valid})`,
      disagreements: String(
        disagreements.reduce(
          (sum, count) => sum + count,
          samples.faults.length,
        ),
      ),
      typed: heldFigure(samples),
      assignable: `${samples.typed - refused.length} of ${samples.typed}`,
      typeValues: `${typeValues.values} (${typeValues.refused})`,
      heap: heap.figure,
      verdict: isOk ? "ok" : "faults",
    },
    faults: [...ours, examples.failures, samples.notes].flatMap((list) =>
      list.slice(0, flags.has("--all") ? Infinity : 3),
    ),
  };
}

/** Holds samples of every named schema against ajv and the types, and values of the types against the guards. */
async function checkValues(
  specPath: string,
  folder: string,
): Promise<{
  fixtures: FixtureReport;
  samples: SampleReport;
  refused: readonly string[];
  typeValues: TypeValueReport;
  heap: HeapReport;
}> {
  const built = buildDescription(specPath);
  const samples = await checkSamples(built, folder, isQuick ? 20 : 100);
  const fixtures = await checkFixtures(built.api, folder);
  const heap = await checkHeap(built.description, folder);
  const refused = await checkAssignable(folder);
  const typeValues = await checkTypeValues(
    built.api,
    folder,
    isQuick ? 10 : 40,
  );
  return { fixtures, samples, refused, typeValues, heap };
}

/** The kinds of refusal that the docs do not explain, each with a value. Counts all kinds. */
function unexplained({ kinds }: TypeValueReport): readonly string[] {
  return [...kinds].flatMap(([kind, { count, example }]) => {
    refusals.set(kind, (refusals.get(kind) ?? 0) + count);
    return explained.has(kind)
      ? []
      : [`"${kind}" is not explained in docs/json-schema.md: ${example}`];
  });
}

/** How many schemas were held against their types, and how many could not be, because nothing is valid under them. */
function heldFigure({ held, empty, schemas }: SampleReport): string {
  const figure = `${held} of ${schemas}`;
  return empty === 0 ? figure : `${figure} (${empty} take nothing)`;
}

/** Whether a run was refused for just the faults that the spec is known for. */
function isKnownRefusal({ name }: CorpusSpec, stderr: string): boolean {
  const codes = [...stderr.matchAll(/^\S.*:\d+:\d+: error ([\w-]+):/gm)];
  const found = [...new Set(codes.map((match) => match[1]))].sort();
  return found.join() === [...(refusedSpecs[name] ?? ["none"])].sort().join();
}

function describeOutput(
  folder: string,
): Pick<Row, "operations" | "schemas" | "files" | "size"> {
  const { operations, webhooks, callbacks, schemas } = JSON.parse(
    readFileSync(`${folder}/manifest.json`, "utf8"),
  ) as Record<
    "operations" | "webhooks" | "callbacks" | "schemas",
    { module: string }[]
  >;
  const missing = [...operations, ...webhooks, ...callbacks, ...schemas].filter(
    ({ module }) => !existsSync(`${folder}/${module}`),
  );
  if (missing.length > 0) throw new Error(`no file ${missing[0]?.module}`);
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(`${entry.parentPath}/${entry.name}`).size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    operations: operations.length + webhooks.length + callbacks.length,
    schemas: schemas.length,
    files: sizes.length,
    size: (bytes / 1e6).toFixed(1),
  };
}

/** Diagnostics by severity, for example `2 warnings`. */
function countDiagnostics(stderr: string): string {
  return ["error", "warning"]
    .map((severity) => {
      const pattern = new RegExp(`^\\S.*:\\d+:\\d+: ${severity} `, "gm");
      return [severity, stderr.match(pattern)?.length ?? 0] as const;
    })
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count > 1 ? "s" : ""}`)
    .join(", ");
}
