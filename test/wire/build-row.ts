import type { Parameter, VectorRow } from "./vector-rows.js";

/** The versions that most rows hold for, and those of what only the newest has. */
export const oas: readonly string[] = ["3.0.4", "3.1.2", "3.2.0"];
export const newest: readonly string[] = ["3.2.0"];

function outcomeOf(expected: string): Pick<VectorRow, "outcome" | "expected"> {
  if (expected === "<error>") return { outcome: "error", expected: null };
  return expected === "<omit>"
    ? { outcome: "omit", expected: null }
    : { outcome: "text", expected };
}

export function parameterRow(
  id: string,
  parameter: Parameter,
  value: unknown,
  expected: string,
  versions: readonly string[] = oas,
): VectorRow {
  return {
    id,
    group: "parameter",
    kind: "parameter",
    oas: versions,
    status: "normative",
    parameter,
    value,
    ...outcomeOf(expected),
  };
}

export function bodyRow(
  id: string,
  mediaType: string,
  value: unknown,
  expected: string,
  encoding?: object,
  versions: readonly string[] = oas,
): VectorRow {
  return {
    id,
    group: "body",
    kind: "body",
    oas: versions,
    status: "normative",
    mediaType,
    value,
    encoding,
    ...outcomeOf(expected),
  };
}

export function partsRow(
  id: string,
  value: unknown,
  expected: readonly object[],
  encoding?: object,
): VectorRow {
  return {
    id,
    group: "multipart",
    kind: "body",
    oas,
    status: "normative",
    mediaType: "multipart/form-data",
    value,
    encoding,
    outcome: "parts",
    expected,
  };
}
