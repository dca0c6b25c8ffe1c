import { impliedType } from "./implied-type.js";
import type { ModelContext } from "./model-context.js";
import { isAnnotation } from "./read-annotations.js";
import {
  booleanMember,
  elementsOf,
  isObjectSource,
  locationOf,
  member,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** How `null` becomes valid under a schema. */
export interface NullReading {
  /** `null` joins the types. */
  readonly inType: boolean;
  /** `null` joins the values of the enum. */
  readonly inEnum: boolean;
  /** The schema and `null` become the branches of a union. */
  readonly asBranch: boolean;
  /** The spelling that the specification gives no such meaning, in words; undefined where it does. */
  readonly spelling?: string;
}

const asWritten: NullReading = {
  inType: false,
  inEnum: false,
  asBranch: false,
};
const inTypeAlone: NullReading = { ...asWritten, inType: true };

/** How `null` becomes valid under a schema, as the setting `nullable` says. */
export function readNull(
  source: ObjectSource,
  context: ModelContext,
): NullReading {
  if (context.nullable === "intent") return intendedNull(source, context);
  const counts =
    booleanMember(source, "nullable") === true &&
    context.version === "3.0" &&
    typesOf(source).length > 0;
  return counts ? inTypeAlone : asWritten;
}

/**
 * `nullable: true`, and `"null"` in a list of types, as their author means them: the schema takes `null`, whatever
 * stands beside. By the letter, OpenAPI 3.0.3 counts `nullable` only beside `type`, 3.1 does not know it, and every
 * other keyword still has to hold.
 */
export function intendedNull(
  source: ObjectSource,
  context: ModelContext,
): NullReading {
  if (booleanMember(source, "nullable") === true) {
    const spelling = spellingOfBare(source);
    return spelling === undefined
      ? nullableReading(source, context)
      : { ...asWritten, spelling };
  }
  if (hasNullablePart(source, context)) return partReading(source, context);
  const types = member(source, "type")?.value;
  return Array.isArray(types) && types.includes("null")
    ? listedReading(source, context)
    : asWritten;
}

/** True if a schema says `nullable: true`, and nothing else that restricts values. */
export function isBareNullable(schema: Source): boolean {
  return (
    isObjectSource(schema) &&
    booleanMember(schema, "nullable") === true &&
    Object.keys(schema.value).every(
      (keyword) => keyword === "nullable" || isAnnotation(keyword),
    )
  );
}

/** True for a branch of a union that says `nullable: true` alone: with the setting `intent`, it takes nothing but `null`. */
export function isNullBranch(
  branch: Source,
  branches: readonly Source[],
  { nullable }: ModelContext,
): branch is ObjectSource {
  return (
    nullable === "intent" &&
    isBareNullable(branch) &&
    !branches.every(isBareNullable)
  );
}

/** What a bare `nullable` in a list of schemas is called; undefined for every other schema. */
function spellingOfBare(source: ObjectSource): string | undefined {
  const keyword = /\/(allOf|anyOf|oneOf)\/\d+$/u.exec(source.pointer)?.[1];
  return keyword === undefined || !isBareNullable(source)
    ? undefined
    : `"nullable" alone in ${keyword === "allOf" ? "a part" : "a branch"} of "${keyword}"`;
}

function hasNullablePart(source: ObjectSource, context: ModelContext): boolean {
  return (
    !isOldReference(source, context) &&
    elementsOf(source, "allOf").some(isBareNullable)
  );
}

/** A bare `nullable` among the parts of `allOf` speaks for the whole; the part has the warning. */
function partReading(source: ObjectSource, context: ModelContext): NullReading {
  const verdict = all([
    typesOf(source).length === 0 ? "silent" : "refuses",
    constantVerdict(source),
    enumVerdict(source),
    verdictOfCombined(source, context, new Set()),
  ]);
  const isOpen =
    verdict === "silent" &&
    !suggestsType(source) &&
    elementsOf(source, "allOf").every(isBareNullable);
  return { ...asWritten, asBranch: verdict !== "admits" && !isOpen };
}

function nullableReading(
  source: ObjectSource,
  context: ModelContext,
): NullReading {
  const combined = verdictOfCombined(source, context, new Set());
  const keyword = combiners.find((name) => Object.hasOwn(source.value, name));
  const beside = (word: string): string => `"nullable" beside ${word}`;
  const asBranch = { ...asWritten, asBranch: true };
  if (isOldReference(source, context)) {
    return combined === "admits"
      ? asWritten
      : { ...asBranch, spelling: beside('"$ref"') };
  }
  if (combined === "refuses") {
    return { ...asBranch, spelling: beside(JSON.stringify(keyword)) };
  }
  if (constantVerdict(source) === "refuses") {
    return { ...asBranch, spelling: beside('"const"') };
  }
  if (enumVerdict(source) === "refuses") {
    const spelling = beside(withoutNull);
    return { ...inTypeAlone, inEnum: true, spelling };
  }
  const types = typesOf(source);
  if (types.length > 0) {
    const isKnown = context.version === "3.0" || types.includes("null");
    const spelling = `"nullable" in OpenAPI ${context.version}`;
    return isKnown ? inTypeAlone : { ...inTypeAlone, spelling };
  }
  if (combined === "admits" || enumVerdict(source) === "admits") {
    return asWritten;
  }
  const spelling = '"nullable" without "type"';
  if (keyword !== undefined || suggestsType(source)) {
    return { ...asBranch, spelling };
  }
  return context.version === "3.0" ? { ...asWritten, spelling } : asWritten;
}

const withoutNull = "an enum without null";

/** Constants without `null` contradict a list of types with it; other keywords may narrow the types on purpose. */
function listedReading(
  source: ObjectSource,
  context: ModelContext,
): NullReading {
  const isConstant = constantVerdict(source) === "refuses";
  if (!isConstant && enumVerdict(source) !== "refuses") return asWritten;
  const spelling = `"null" in "type" beside ${isConstant ? '"const"' : withoutNull}`;
  const asBranch =
    isConstant || verdictOfCombined(source, context, new Set()) === "refuses";
  return { ...asWritten, inEnum: !asBranch, asBranch, spelling };
}

/** OpenAPI 3.0 ignores what stands beside `$ref`. */
function isOldReference(
  source: ObjectSource,
  { version }: ModelContext,
): boolean {
  return version === "3.0" && stringMember(source, "$ref") !== undefined;
}

/** What a schema says of `null`; "silent" where it takes it only because it names no type. */
type Verdict = "refuses" | "admits" | "silent";

const combiners = [
  "$ref",
  "$dynamicRef",
  "allOf",
  "oneOf",
  "anyOf",
  "not",
  "if",
] as const;

function verdictOf(
  source: Source | undefined,
  context: ModelContext,
  seen: ReadonlySet<string>,
): Verdict {
  if (source === undefined || source.value === true) return "silent";
  if (!isObjectSource(source)) return "refuses";
  const location = locationOf(source);
  if (seen.has(location)) return "refuses";
  if (
    booleanMember(source, "nullable") === true ||
    hasNullablePart(source, context)
  ) {
    return "admits";
  }
  const within = new Set(seen).add(location);
  const combined = verdictOfCombined(source, context, within);
  if (isOldReference(source, context)) return combined;
  const types = typesOf(source);
  if (types.includes("null")) return all(["admits", combined]);
  return all([
    types.length === 0 ? "silent" : "refuses",
    constantVerdict(source),
    enumVerdict(source),
    combined,
  ]);
}

/** What the keywords say that apply other schemas to the value itself. */
function verdictOfCombined(
  source: ObjectSource,
  context: ModelContext,
  seen: ReadonlySet<string>,
): Verdict {
  const inner = (schema: Source | undefined): Verdict =>
    verdictOf(schema, context, seen);
  // Keywords that stand for a type do so in schemas that are referred to, and in branches that no type is beside.
  const own = (schema: Source | undefined): Verdict => {
    const verdict = inner(schema);
    return verdict === "silent" && impliesType(schema, context)
      ? "refuses"
      : verdict;
  };
  const isTyped =
    Object.hasOwn(source.value, "type") || impliesType(source, context);
  const branch = isTyped ? inner : own;
  const referred = ["$ref", "$dynamicRef"].map((keyword): Verdict => {
    const reference = stringMember(source, keyword);
    if (reference === undefined) return "silent";
    const { resources } = context;
    return own(resources.resolve(reference, source, resources.at(source)));
  });
  if (isOldReference(source, context)) return all(referred);
  return all([
    ...referred,
    ...elementsOf(source, "allOf")
      .filter((part) => !isBareNullable(part))
      .map(inner),
    any(elementsOf(source, "anyOf").map(branch)),
    exactlyOne(elementsOf(source, "oneOf").map(branch)),
    not(member(source, "not"), inner),
    conditional(source, inner),
  ]);
}

/** True for a schema whose keywords stand for a type that it does not name. */
function impliesType(
  schema: Source | undefined,
  context: ModelContext,
): boolean {
  if (schema === undefined || !isObjectSource(schema)) return false;
  const resource = context.resources.at(schema);
  return impliedType(schema, resource, context) !== undefined;
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refuses")) return "refuses";
  return verdicts.includes("admits") ? "admits" : "silent";
}

function any(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("admits")) return "admits";
  return verdicts.length === 0 || verdicts.includes("silent")
    ? "silent"
    : "refuses";
}

function exactlyOne(verdicts: readonly Verdict[]): Verdict {
  const [only, ...others] = verdicts.filter((one) => one !== "refuses");
  if (verdicts.length === 0) return "silent";
  return only === undefined || others.length > 0 ? "refuses" : only;
}

function not(
  schema: Source | undefined,
  inner: (schema: Source) => Verdict,
): Verdict {
  if (schema === undefined) return "silent";
  return inner(schema) === "refuses" ? "silent" : "refuses";
}

function conditional(
  source: ObjectSource,
  inner: (schema: Source | undefined) => Verdict,
): Verdict {
  const condition = member(source, "if");
  if (condition === undefined) return "silent";
  const isMet = inner(condition) !== "refuses";
  return inner(member(source, isMet ? "then" : "else"));
}

function constantVerdict(source: ObjectSource): Verdict {
  const written = member(source, "const");
  if (written === undefined) return "silent";
  return written.value === null ? "admits" : "refuses";
}

/** An enum without any value takes nothing, `null` neither. */
function enumVerdict(source: ObjectSource): Verdict {
  const values = member(source, "enum")?.value;
  if (!Array.isArray(values) || values.length === 0) return "silent";
  return values.includes(null) ? "admits" : "refuses";
}

function typesOf(source: ObjectSource): readonly unknown[] {
  const written = member(source, "type")?.value;
  if (written === undefined) return [];
  return Array.isArray(written) ? written : [written];
}

/** True where keywords of members or items make a reader think of objects or lists. */
function suggestsType(source: ObjectSource): boolean {
  return (
    objectMember(source, "properties") !== undefined ||
    ["required", "additionalProperties", "items", "prefixItems"].some((name) =>
      Object.hasOwn(source.value, name),
    )
  );
}
