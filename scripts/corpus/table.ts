import { markdownTable } from "../measure/replace-section.js";

/** One spec of the corpus, as it stands in the table. */
export interface Row {
  readonly spec: string;
  readonly operations: number;
  readonly schemas: number;
  readonly files: number;
  /** Of the whole output, in megabytes. */
  readonly size: string;
  /** User and system seconds of the whole process. */
  readonly cpu: string;
  /** Peak resident memory in megabytes. */
  readonly memory: string;
  readonly diagnostics: string;
  readonly tsc59: string;
  readonly tsc7: string;
  readonly layout: string;
  readonly examples: string;
  /** Schemas, once for each side of the wire that differs, whose fixture its validator accepts. */
  readonly fixtures: string;
  /** Of all named schemas, and how many of them are valid. */
  readonly samples: string;
  /** Samples on which ajv says otherwise, explained or not. */
  readonly disagreements: string;
  /** Named schemas of which a valid sample was held against each of their types. */
  readonly typed: string;
  /** Valid samples that are assignable to their types. */
  readonly assignable: string;
  /** Valid samples of other kinds than a schema without `type` is about. */
  /** Values made from the types, and how many of them the guards refuse. */
  readonly typeValues: string;
  /** Heap of all validators imported in one process, in megabytes, and for each megabyte of the spec. */
  readonly heap: string;
  readonly verdict: "ok" | "faults" | "refused";
}

const columns: readonly (readonly [keyof Row, string])[] = [
  ["spec", "spec"],
  ["operations", "operations"],
  ["schemas", "schemas"],
  ["files", "files"],
  ["size", "MB"],
  ["cpu", "CPU s"],
  ["memory", "peak MB"],
  ["diagnostics", "diagnostics"],
  ["tsc59", "errors, TypeScript 5.9"],
  ["tsc7", "errors, TypeScript 7"],
  ["layout", "files prettier would change"],
  ["examples", "own examples accepted"],
  ["fixtures", "valid fixtures"],
  ["samples", "samples (valid)"],
  ["disagreements", "ajv disagrees"],
  ["typed", "schemas held against their types"],
  ["assignable", "assignable samples"],
  ["typeValues", "values of types (refused)"],
  ["heap", "heap of all validators, MB (per MB of spec)"],
];

/** The rows as a Markdown table. */
export function corpusTable(rows: readonly Row[]): string {
  return markdownTable([
    columns.map(([, title]) => title),
    ...rows.map((row) => columns.map(([key]) => String(row[key]))),
  ]);
}

/** How often each kind of refusal was met, the most frequent first. */
export function refusalTable(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return markdownTable([
    ["kind", "values of types that a guard refuses for it"],
    ...sorted.map(([kind, count]) => [`\`${kind}\``, String(count)]),
  ]);
}
