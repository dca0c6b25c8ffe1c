import { suggest } from "../../diagnostics/suggest.js";
import type { OpenApiVersion } from "../../resolve/description.js";
import type { ModelContext } from "../model-context.js";
import type { JsonValue } from "../json.js";
import { intendedNull } from "../null-reading.js";
import { member, type ObjectSource, type Source } from "../source.js";
import type { Field, ObjectType } from "./field-types.js";

/** A field that OpenAPI does not know. */
export function reportUnknownField(
  source: ObjectSource,
  key: string,
  { title, fields }: ObjectType,
  { reporter }: ModelContext,
): void {
  const meant = suggest(key, fields.keys());
  reporter.add(
    "field-unknown",
    { ...(member(source, key) as Source), at: "key" },
    `${article(title, "The")} knows no field ${JSON.stringify(key)}; it changes nothing.`,
    meant === undefined
      ? `Remove it, or call it ${JSON.stringify(`x-${key}`)} if it is an extension.`
      : `Did you mean ${JSON.stringify(meant)}?${Object.hasOwn(source.value, meant) ? " It is there already: join the two." : ""}`,
  );
}

/** A field that another version of OpenAPI knows. */
export function reportOtherVersion(
  source: ObjectSource,
  key: string,
  field: Field,
  { title }: ObjectType,
  context: ModelContext,
): void {
  const { version, reporter } = context;
  if (key === "nullable" && takesNull(source, context)) return;
  const place = { ...(member(source, key) as Source), at: "key" as const };
  const instead =
    field.instead === undefined ? "" : ` ${version} writes ${field.instead}.`;
  if (field.until !== undefined) {
    reporter.add(
      "field-of-older-version",
      place,
      `${article(title, "The")} knows ${JSON.stringify(key)} up to OpenAPI ${field.until} only; in ${version} it changes nothing.`,
      field.instead === undefined ? "Remove it." : `Write ${field.instead}.`,
    );
    return;
  }
  reporter.add(
    "field-of-newer-version",
    place,
    `${article(title, "The")} knows ${JSON.stringify(key)} since OpenAPI ${field.since ?? "3.0"}; this description says ${version}, and it is read as there.${instead}`,
    `Raise "openapi" to ${field.since ?? "3.0"}, or remove the field.`,
  );
}

/** True if `nullable` has the effect that its own check reports. */
function takesNull(source: ObjectSource, context: ModelContext): boolean {
  const { spelling } = intendedNull(source, context);
  return context.nullable === "intent" && spelling !== undefined;
}

/** `true` or `false` as a schema, which 3.0 knows for `additionalProperties` alone. */
export function reportBooleanSchema(
  source: Source,
  { version, reporter, resources }: ModelContext,
): void {
  if (version !== "3.0") return;
  if (/\/additional(?:Properties|Items)$/u.test(source.pointer)) return;
  const { draft } = resources.at(source);
  if (draft !== undefined && draft !== "draft-04") return;
  reporter.add(
    "field-of-newer-version",
    source,
    "OpenAPI 3.0 knows true and false as a schema for additionalProperties alone; read as in 3.1, where they can stand everywhere.",
    "Write {} for true and not: {} for false.",
  );
}

/** A required field that is absent: an error, unless there is something harmless to take in its place. */
export function reportMissingField(
  source: ObjectSource,
  key: string,
  field: Field,
  { title }: ObjectType,
  { reporter }: ModelContext,
): void {
  if (field.otherwise === undefined) {
    reporter.add(
      "field-missing",
      { ...source, at: "key" },
      `${article(title, "The")} has no ${JSON.stringify(key)}, which is required.`,
      `Add ${JSON.stringify(key)}.`,
    );
    return;
  }
  reporter.add(
    "field-assumed",
    { ...source, at: "key" },
    `${article(title, "The")} has no ${JSON.stringify(key)}, which is required; ${field.otherwise}.`,
    `Add ${JSON.stringify(key)}.`,
  );
}

/** How messages name the field that a value belongs to. */
export interface FieldLabel {
  readonly label: string;
  readonly required: boolean;
  readonly informative: boolean;
}

/** A value of the wrong type; null is taken as absent where it can be, and what only informs readers is ignored. */
export function reportWrongType(
  source: Source,
  wanted: string,
  { label, required, informative }: FieldLabel,
  { reporter }: ModelContext,
): void {
  const isCollection = wanted === "a list" || wanted === "a map";
  if (source.value === null && (!required || isCollection || informative)) {
    reporter.add(
      "null-ignored",
      source,
      `${capital(label)} is null, where ${wanted} is wanted; it is taken as absent.`,
      "Remove it.",
    );
    return;
  }
  reporter.add(
    informative ? "value-ignored" : "wrong-type",
    source,
    `${capital(label)} must be ${wanted}; it is ${nameOfValue(source.value)}${informative ? ", and is ignored" : ""}.`,
    fixOfType(source.value, wanted),
  );
}

/** What stands beside a reference without effect. */
export function reportSiblings(
  source: ObjectSource,
  allowed: readonly string[],
  label: string,
  { version, reporter }: ModelContext,
): void {
  const ignored = Object.keys(source.value).filter(
    (key) => !allowed.includes(key) && !key.startsWith("x-"),
  );
  if (ignored.length === 0) return;
  reporter.add(
    "reference-siblings",
    source,
    `What stands beside $ref is ignored in ${label}: ${ignored.join(", ")}.`,
    version === "3.0"
      ? "Put the reference into allOf, or move to OpenAPI 3.1, where a schema applies both."
      : "Move it to the object that is referred to.",
  );
}

/** A `$ref` that is no string. */
export function reportWrongReference(
  source: ObjectSource,
  { reporter }: ModelContext,
): void {
  reporter.add(
    "wrong-type",
    { ...source, pointer: `${source.pointer}/$ref` },
    `"$ref" must be a string; it is ${nameOfValue(source.value["$ref"])}.`,
    "Write a URI reference such as #/components/schemas/Name.",
  );
}

const versions: readonly OpenApiVersion[] = ["3.0", "3.1", "3.2"];

/** Whether a version knows a field. */
export function isKnown(
  field: Pick<Field, "since" | "until">,
  version: OpenApiVersion,
): boolean {
  if (field.since === undefined && field.until === undefined) return true;
  const index = versions.indexOf(version);
  return (
    index >= versions.indexOf(field.since ?? "3.0") &&
    index <= versions.indexOf(field.until ?? "3.2")
  );
}

/** Whether a version requires a field. */
export function isRequired(field: Field, version: OpenApiVersion): boolean {
  if (field.required === undefined) return false;
  return field.required === true || isKnown(field.required, version);
}

/** What a value is, in words. */
export function nameOfValue(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return `the number ${value}`;
  return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
}

/** The title of an object with its article. */
export function article(
  title: string,
  word: "The" | undefined = undefined,
): string {
  if (word !== undefined) return `${word} ${title}`;
  return `${/^[AEIOU]/u.test(title) ? "an" : "a"} ${title}`;
}

export function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** How to turn a value into what is wanted, where that is plain. */
function fixOfType(value: JsonValue, wanted: string): string {
  const isScalar = typeof value !== "object";
  if (wanted === "a string" && isScalar) {
    return `Put it into quotes: ${JSON.stringify(String(value))}.`;
  }
  if (wanted === "a list" && isScalar) {
    return `Write a list: [${JSON.stringify(value)}].`;
  }
  const isNumeric =
    typeof value === "string" && /^\s*[-+]?\d+(?:\.\d+)?\s*$/u.test(value);
  return isNumeric && /number/u.test(wanted)
    ? "Remove the quotes."
    : `Write ${wanted}.`;
}

type NamedField = readonly [key: string, field: Field];

const required = new WeakMap<
  ObjectType,
  Map<OpenApiVersion, readonly NamedField[]>
>();

/** The fields that an object must have, found once for each kind of object and version. */
export function requiredFields(
  object: ObjectType,
  version: OpenApiVersion,
): readonly NamedField[] {
  const byVersion = required.get(object) ?? new Map();
  required.set(object, byVersion);
  const known = byVersion.get(version) as readonly NamedField[] | undefined;
  if (known !== undefined) return known;
  const found = [...object.fields].filter(([, field]) =>
    isRequired(field, version),
  );
  byVersion.set(version, found);
  return found;
}
