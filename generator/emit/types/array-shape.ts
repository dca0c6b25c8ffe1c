import type { OutputSettings } from "../../config/config.js";
import type { Keyword, Schema } from "../../model/schema.js";
import {
  neverShape,
  unknownShape,
  type Shape,
  type TupleShape,
} from "./shape.js";
import {
  appliesInPlace,
  keywordOf,
  ofMembers,
  type ShapeScope,
} from "./shape-scope.js";

/** Items beyond `prefixItems` that bounds call for are spelled out in tuples up to this length. */
const longestTuple = 8;

/** The list that `prefixItems`, `items` and the bounds of its length describe. */
export function arrayShape(
  keywords: readonly Keyword[],
  scope: ShapeScope,
): Shape {
  const inner = ofMembers(scope);
  const prefix = (keywordOf(keywords, "items")?.prefix ?? []).map((schema) =>
    scope.shapeOf(schema, inner),
  );
  const further = furtherItems(keywords);
  const rest =
    further === undefined ? unknownShape : scope.shapeOf(further, inner);
  const own = {
    least: keywordOf(keywords, "minItems")?.value ?? 0,
    most: mostItems(prefix, rest, keywordOf(keywords, "maxItems")?.value),
  };
  const least = Math.max(own.least, scope.size?.least ?? 0);
  const most = Math.min(own.most, scope.size?.most ?? Infinity);
  if (least > most) return neverShape;
  const isBeside =
    scope.size?.isNamedTuple === true &&
    rest === unknownShape &&
    most <= longestTuple;
  return prefix.length > 0 || most === 0 || isBeside
    ? tupleShape({ prefix, rest, least, most })
    : listShape(rest, own, scope);
}

/** A list of items that are alike, a tuple where the setting `listLengths` asks for it. */
function listShape(
  item: Shape,
  { least, most }: Pick<Items, "least" | "most">,
  { context }: ShapeScope,
): Shape {
  return isTupleOf({ least, most }, context.settings)
    ? tupleShape({
        prefix: [],
        rest: item,
        least,
        most: least === most ? most : Infinity,
      })
    : { kind: "array", item };
}

/** Whether a list of items that are alike has a tuple as its type. */
function isTupleOf(
  { least, most }: Pick<Items, "least" | "most">,
  { listLengths }: Pick<OutputSettings, "listLengths">,
): boolean {
  return (
    least > 0 &&
    least <= longestTuple &&
    (listLengths === "least" || (listLengths === "fixed" && least === most))
  );
}

/** Which bounds of a list's length its type says, so that words need not. */
export function shownBounds(
  keywords: readonly Keyword[],
  settings: Pick<OutputSettings, "listLengths">,
): { readonly least: boolean; readonly most: boolean } {
  const items = keywordOf(keywords, "items");
  const isList =
    items !== undefined ||
    keywordOf(keywords, "type")?.types.includes("array") === true;
  if (!isList) return { least: false, most: false };
  const prefix = items?.prefix.length ?? 0;
  const least = keywordOf(keywords, "minItems")?.value ?? 0;
  const most = Math.min(
    keywordOf(keywords, "maxItems")?.value ?? Infinity,
    items?.rest?.kind === "never" ? prefix : Infinity,
  );
  if (prefix === 0 && most > 0) {
    const isTuple = isTupleOf({ least, most }, settings);
    return { least: isTuple, most: isTuple && least === most };
  }
  const length = tupleLength(prefix, least, most);
  return { least: least <= length, most: length === most };
}

/** The schema of items behind the prefix; undefined if nothing is known of it. */
function furtherItems(keywords: readonly Keyword[]): Schema | undefined {
  const rest = keywordOf(keywords, "items")?.rest;
  if (rest !== undefined) return rest;
  const isKnown =
    !appliesInPlace(keywords) && keywordOf(keywords, "contains") === undefined;
  return isKnown ? keywordOf(keywords, "unevaluatedItems")?.schema : undefined;
}

/** How long a list can be: up to `maxItems`, and up to the first item that cannot be. */
function mostItems(
  prefix: readonly Shape[],
  rest: Shape,
  maxItems = Infinity,
): number {
  const first = [...prefix, rest].findIndex(({ kind }) => kind === "never");
  return first === -1 ? maxItems : Math.min(first, maxItems);
}

interface Items {
  readonly prefix: readonly Shape[];
  readonly rest: Shape;
  readonly least: number;
  readonly most: number;
}

/** How many items a tuple spells out. */
function tupleLength(prefix: number, least: number, most: number): number {
  const wanted = most === Infinity ? least : most;
  const listed = wanted <= longestTuple ? Math.max(wanted, prefix) : prefix;
  return Math.min(listed, most);
}

function tupleShape({ prefix, rest, least, most }: Items): TupleShape {
  const length = tupleLength(prefix.length, least, most);
  return {
    kind: "tuple",
    items: Array.from({ length }, (_, index) => ({
      shape: prefix[index] ?? rest,
      optional: index >= least,
    })),
    ...(length === most ? {} : { rest }),
  };
}
