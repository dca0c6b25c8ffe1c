import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One row of a table of vectors; see the legend of the file. */
export interface VectorRow {
  readonly id: string;
  readonly kind: "parameter" | "body" | "request";
  readonly group: string;
  readonly oas: readonly string[];
  readonly status: "normative" | "derived" | "open" | "disputed";
  readonly outcome: "text" | "omit" | "error" | "parts" | "request";
  readonly expected: unknown;
  readonly accept?: readonly unknown[];
  readonly value?: unknown;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly parameter?: Parameter;
  readonly path?: string;
  readonly mediaType?: string;
  readonly schema?: unknown;
  readonly encoding?: unknown;
  readonly prefixEncoding?: unknown;
  readonly contentTypeHeader?: string;
  readonly request?: RequestRow;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly schema?: unknown;
  readonly content?: unknown;
  readonly style?: string;
  readonly explode?: boolean;
}

export interface RequestRow {
  readonly method?: string;
  readonly server: string;
  readonly serverVariables?: object;
  readonly path: string;
  readonly pathParameters?: readonly Parameter[];
  readonly parameters: readonly Parameter[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly requestBody?: object;
  readonly body?: unknown;
  readonly mediaType?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly securitySchemes?: Readonly<Record<string, object>>;
  readonly credentials?: Readonly<Record<string, unknown>>;
}

const sharedVectors = fileURLToPath(
  new URL("../../../shared/vectors/wire.json", import.meta.url),
);

/** The vectors beside the checkout; undefined where they are missing. */
export function readSharedVectors(): readonly VectorRow[] | undefined {
  if (!existsSync(sharedVectors)) return undefined;
  const { rows } = JSON.parse(readFileSync(sharedVectors, "utf8")) as {
    rows: VectorRow[];
  };
  return rows;
}

/** Turns the notation of values into the values: `{ $date }`, `{ $bytes }`, … */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  const [[key, written] = ["", undefined], ...others] = Object.entries(value);
  if (others.length === 0 && key.startsWith("$")) {
    const make = notations[key];
    if (make === undefined) throw new Error(`unknown notation ${key}`);
    return make(written as never);
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, revive(member)]),
  );
}

const notations: Readonly<Record<string, (written: never) => unknown>> = {
  $undefined: () => undefined,
  $date: (iso: string) => new Date(iso),
  $utf16: (units: number[]) => String.fromCharCode(...units),
  $number: (text: string) => Number(text),
  $bigint: (text: string) => BigInt(text),
  $json: (text: string) => JSON.parse(text) as unknown,
  $bytes: (bytes: number[]) => new Uint8Array(bytes),
  $file: (file: { name: string; type: string; text: string }) =>
    new File([file.text], file.name, { type: file.type }),
  $blob: (blob: { type: string; text: string }) =>
    new Blob([blob.text], { type: blob.type }),
};
