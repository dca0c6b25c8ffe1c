import type { DiagnosticCode } from "./catalogue.js";

/** A bound on what a run takes, with the diagnostic that is given beyond it. */
export interface Limit {
  /** What is counted. */
  readonly counts: string;
  readonly usual: number;
  /** The highest value of the setting; what lies beyond has not been tried, or does not fit the stack. */
  readonly most: number;
  readonly code: DiagnosticCode;
}

/** Every bound that the configuration can move, by the name of its setting in `limits`. */
export const limits = {
  fileSize: {
    counts: "bytes of a file, of what a URL gives, or of standard input",
    usual: 64 * 2 ** 20,
    most: 500_000_000,
    code: "file-too-large",
  },
  fetchSeconds: {
    counts: "seconds until a URL has given the description, redirects included",
    usual: 30,
    most: 3600,
    code: "not-fetched",
  },
  expansion: {
    counts: "values that the YAML aliases of a file stand for",
    usual: 1_000_000,
    most: 100_000_000,
    code: "yaml-expansion",
  },
  nesting: {
    counts: "levels of lists and maps in a file",
    usual: 500,
    most: 1000,
    code: "nested-too-deeply",
  },
  schemaDepth: {
    counts: "levels of schemas that are written within each other",
    usual: 200,
    most: 300,
    code: "schema-too-deep",
  },
  chain: {
    counts:
      "schemas that apply to the same value, each by a reference of the one before (16 times as many if they are references alone)",
    usual: 256,
    most: 400,
    code: "schema-chain-long",
  },
  schemas: {
    counts: "schemas of a description, those within others included",
    usual: 1_000_000,
    most: 100_000_000,
    code: "schemas-too-many",
  },
  names: {
    counts: "operations and named schemas, each of which has modules and pages",
    usual: 100_000,
    most: 10_000_000,
    code: "names-too-many",
  },
  diagnostics: {
    counts: "errors, and as many warnings and notes, that are told in full",
    usual: 10_000,
    most: 10_000_000,
    code: "diagnostics-cut",
  },
  patternSteps: {
    counts: "steps of looking for slow texts in one pattern",
    usual: 200_000,
    most: 1_000_000_000,
    code: "pattern-unchecked",
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limits;

/** The bounds of a run. */
export type Limits = { readonly [K in LimitName]: number };

/** The bounds of a run that moves some of them. */
export function limitsWith(moved: Partial<Limits> = {}): Limits {
  const of = (name: LimitName): number => moved[name] ?? limits[name].usual;
  return {
    fileSize: of("fileSize"),
    fetchSeconds: of("fetchSeconds"),
    expansion: of("expansion"),
    nesting: of("nesting"),
    schemaDepth: of("schemaDepth"),
    chain: of("chain"),
    schemas: of("schemas"),
    names: of("names"),
    diagnostics: of("diagnostics"),
    patternSteps: of("patternSteps"),
  };
}

/** The sentence of a fix that says how a bound is moved. */
export function raiseAdvice(name: LimitName, now: number): string {
  const { most } = limits[name];
  return now >= most
    ? `"limits.${name}" is at its highest value, ${most}.`
    : `If the description is meant so, raise "limits.${name}" in specwright.config.ts; it is ${now}.`;
}
