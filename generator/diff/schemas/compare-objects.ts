import type { Schema } from "../../model/schema.js";
import type { Direction } from "../verdict.js";
import { isLeftOut, type Side } from "../side.js";
import {
  canonicalText,
  partsOf,
  type Conjunct,
  type MergedProperty,
} from "./conjunct.js";
import { shown, type Look } from "./look.js";

/** Compares objects: their properties, which are required, and what they take besides. */
export function compareObjects(look: Look): void {
  const { old, new: fresh } = look;
  for (const [name, property] of old.properties) {
    const other = fresh.properties.get(name);
    if (other === undefined) reportRemoved(name, property, look);
    else compareProperty(name, property, other, look);
  }
  for (const [name, property] of fresh.properties) {
    if (!old.properties.has(name)) reportAdded(name, property, look);
  }
  compareUnnamedRequired(look);
  compareAdditional(look);
}

function reportRemoved(
  name: string,
  { schema }: MergedProperty,
  look: Look,
): void {
  const { direction, sides, at, report } = look;
  if (isLeftOut(schema, direction, sides.old)) return;
  report({
    kind: "property-removed",
    old: placeOf(schema, sides.old),
    new: holderOf(name, look.old, look.new) ?? at.new,
    reason: `The property ${shown(name)} is gone.`,
  });
}

function reportAdded(
  name: string,
  { schema }: MergedProperty,
  look: Look,
): void {
  const { direction, sides, at, new: fresh, report } = look;
  if (isLeftOut(schema, direction, sides.new)) return;
  const isRequired = fresh.required.has(name);
  const place = {
    old: holderOf(name, fresh, look.old) ?? at.old,
    new: placeOf(schema, sides.new),
  };
  if (isRequired && direction === "request") {
    report({
      kind: "required-property-added",
      ...place,
      reason: `The property ${shown(name)} is new, and has to be sent.`,
    });
    return;
  }
  report({
    kind: isRequired ? "required-property-added" : "property-added",
    ...place,
    reason: isRequired
      ? `The property ${shown(name)} is new, and always there. Objects of this type that tests build lack it.`
      : `The property ${shown(name)} is new.`,
  });
}

/** Where a property of one side would be on the other: in the object of the same place, else in the first one. */
function holderOf(
  name: string,
  its: Conjunct,
  other: Conjunct,
): string | undefined {
  const holder = its.objects.find(({ keyword }) =>
    keyword.named.some((property) => property.name === name),
  );
  const same = other.objects.find(({ at }) => at === holder?.at);
  return (same ?? other.objects[0])?.at;
}

function compareProperty(
  name: string,
  before: MergedProperty,
  after: MergedProperty,
  look: Look,
): void {
  const { direction, sides, report, within } = look;
  const wasLeftOut = isLeftOut(before.schema, direction, sides.old);
  const isNowLeftOut = isLeftOut(after.schema, direction, sides.new);
  if (wasLeftOut && isNowLeftOut) return;
  const place = {
    old: placeOf(before.schema, sides.old),
    new: placeOf(after.schema, sides.new),
  };
  if (wasLeftOut || isNowLeftOut) {
    reportAccess(name, isNowLeftOut, place, look);
    return;
  }
  const wasRequired = look.old.required.has(name);
  const isRequired = look.new.required.has(name);
  if (wasRequired !== isRequired) {
    report({
      kind: isRequired ? "property-required" : "property-optional",
      ...place,
      reason: isRequired
        ? `The property ${shown(name)} is required now.`
        : `The property ${shown(name)} may be absent now.`,
    });
  }
  if (
    canonicalText(before.property.ignoredWith) !==
    canonicalText(after.property.ignoredWith)
  ) {
    report({
      kind: "ignored-with-changed",
      ...place,
      reason: `The server ignores ${shown(name)} in other cases.`,
    });
  }
  within(before.schema, after.schema);
}

/** A property that one direction no longer has, or has now. */
function reportAccess(
  name: string,
  isGone: boolean,
  place: { readonly old: string; readonly new: string },
  { direction, new: fresh, report }: Look,
): void {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const isNeeded = direction === "request" && fresh.required.has(name);
  report({
    kind: "property-access-changed",
    ...place,
    verdict: isGone || isNeeded ? "major" : "minor",
    reason: isGone
      ? `The property ${shown(name)} is ${mark} now: ${wordsOf[direction].gone}.`
      : `The property ${shown(name)} is no longer ${mark}: ${wordsOf[direction].here}${isNeeded ? ", and have to" : ""}.`,
  });
}

const wordsOf: Readonly<Record<Direction, { gone: string; here: string }>> = {
  request: { gone: "requests no longer have it", here: "requests can have it" },
  response: { gone: "responses no longer have it", here: "responses have it" },
};

/** Names that are required and that no property describes. */
function compareUnnamedRequired({ old, new: fresh, at, report }: Look): void {
  const unnamed = ({ required, properties }: Conjunct): string[] =>
    [...required].filter((name) => !properties.has(name));
  const before = unnamed(old);
  const after = unnamed(fresh);
  for (const name of after) {
    if (old.required.has(name)) continue;
    report({
      kind: "keyword-added",
      old: old.requiredParts[0]?.at ?? at.old,
      new: fresh.requiredParts[0]?.at ?? at.new,
      layers: ["types"],
      reason: `The member ${shown(name)} is required now.`,
    });
  }
  for (const name of before) {
    if (fresh.required.has(name)) continue;
    report({
      kind: "property-optional",
      old: old.requiredParts[0]?.at ?? at.old,
      new: fresh.requiredParts[0]?.at ?? at.new,
      reason: `The member ${shown(name)} is no longer required.`,
    });
  }
}

/** Compares what objects take besides their named properties. */
function compareAdditional(look: Look): void {
  const { old, new: fresh, at, report, within } = look;
  if (!mayBeObject(old) || !mayBeObject(fresh)) return;
  const before = additionalOf(old);
  const after = additionalOf(fresh);
  const place = { old: before.at ?? at.old, new: after.at ?? at.new };
  if (before.isClosed !== after.isClosed) {
    report({
      kind: after.isClosed
        ? "additional-properties-closed"
        : "additional-properties-opened",
      ...place,
      reason: after.isClosed
        ? "Members that no property names are refused now."
        : "Members that no property names are allowed now.",
    });
  } else if (before.schema !== undefined && after.schema !== undefined) {
    within(before.schema, after.schema);
  } else if (before.schema !== after.schema) {
    reportIndex(before.schema, after.schema, place, look);
  }
  comparePatterns(look);
}

/** Members that a schema speaks of on one side, and that are free on the other. */
function reportIndex(
  before: Schema | undefined,
  after: Schema | undefined,
  place: { readonly old: string; readonly new: string },
  { sides, report }: Look,
): void {
  const isAny = [
    before && sides.old.conjuncts.of(before).isAny,
    after && sides.new.conjuncts.of(after).isAny,
  ].includes(true);
  if (isAny) {
    report({
      kind: "additional-properties-changed",
      ...place,
      verdict: after === undefined ? "major" : "minor",
      reason:
        after === undefined
          ? "The type no longer has members of any name."
          : "The type has members of any name now.",
    });
    return;
  }
  report({
    kind: after === undefined ? "schema-unconstrained" : "schema-constrained",
    ...place,
    reason:
      after === undefined
        ? "Members that no property names have no schema now."
        : "Members that no property names have a schema now.",
  });
}

function mayBeObject({ types }: Conjunct): boolean {
  return types === undefined || types.has("object");
}

interface Additional {
  readonly isClosed: boolean;
  readonly schema?: Schema;
  readonly at?: string;
}

function additionalOf({ objects, parts }: Conjunct): Additional {
  const unevaluated = partsOf(parts, "unevaluatedProperties");
  const found = [
    ...objects.map(({ keyword, at }) => ({ schema: keyword.additional, at })),
    ...unevaluated.map(({ keyword, at }) => ({ schema: keyword.schema, at })),
  ];
  const closed = found.find(({ schema }) => schema?.kind === "never");
  if (closed !== undefined) return { isClosed: true, at: closed.at };
  const said = found.find(({ schema }) => schema !== undefined);
  const at = said?.at ?? objects[0]?.at;
  return {
    isClosed: false,
    ...(said?.schema && { schema: said.schema }),
    ...(at === undefined ? {} : { at }),
  };
}

function comparePatterns({ old, new: fresh, at, report, within }: Look): void {
  const patternsOf = ({ objects }: Conjunct) =>
    new Map(
      objects.flatMap(({ keyword }) =>
        keyword.patterns.map(
          ({ pattern, schema }) => [pattern, schema] as const,
        ),
      ),
    );
  const before = patternsOf(old);
  const after = patternsOf(fresh);
  for (const [pattern, schema] of before) {
    const other = after.get(pattern);
    if (other !== undefined) within(schema, other);
    else {
      report({
        kind: "keyword-removed",
        old: schema.pointer,
        new: at.new,
        layers: ["types"],
        reason: `Members whose names match ${shown(pattern)} have no schema of their own now.`,
      });
    }
  }
  for (const [pattern, schema] of after) {
    if (before.has(pattern)) continue;
    report({
      kind: "keyword-added",
      old: at.old,
      new: schema.pointer,
      layers: ["types"],
      reason: `Members whose names match ${shown(pattern)} have a schema of their own now.`,
    });
  }
}

/** Where a property is written; of several schemas of one name, the first. */
function placeOf(schema: Schema, { conjuncts }: Side): string {
  return schema.pointer === ""
    ? (conjuncts.of(schema).sources[0]?.pointer ?? "")
    : schema.pointer;
}
