import { isJsonObject, type JsonValue } from "../../../generator/model/json.js";
import {
  below,
  fileOf,
  targetOf,
  valueAt,
  type Documents,
  type Location,
} from "./locations.js";

/** What a schema itself says of a member. */
export interface OwnValues {
  /** True if the member is among the properties, also of what the schema takes over. */
  readonly isDeclared: boolean;
  /** The values of `const` and `enum`; undefined where there is no such list. */
  readonly values: readonly JsonValue[] | undefined;
}

const deepest = 10;

/** What a schema says of the member that discriminates. */
export function ownValues(
  location: Location,
  property: string,
  documents: Documents,
): OwnValues {
  return valuesWithin(location, property, documents, 0);
}

function valuesWithin(
  location: Location,
  property: string,
  documents: Documents,
  depth: number,
): OwnValues {
  const members = membersOf(location, property, documents, 0);
  const unions = unionsOf(location, documents, 0).map((branches) =>
    branches.map((each) =>
      depth > deepest
        ? unknownValues
        : valuesWithin(each, property, documents, depth + 1),
    ),
  );
  const lists = [
    ...members.flatMap((each) => listsOf(each, documents, 0)),
    ...unions.flatMap((branches) =>
      branches.every(({ values }) => values !== undefined)
        ? [branches.flatMap(({ values = [] }) => values)]
        : [],
    ),
  ];
  const [first, ...others] = lists;
  return {
    isDeclared:
      members.length > 0 ||
      unions.some((branches) => branches.every((each) => each.isDeclared)),
    values: first?.filter((value) =>
      others.every((list) => list.includes(value)),
    ),
  };
}

const unknownValues: OwnValues = { isDeclared: false, values: undefined };

/** The unions that a schema is made of, by itself and by what it takes over. */
function unionsOf(
  location: Location,
  documents: Documents,
  depth: number,
): readonly (readonly Location[])[] {
  const schema = valueAt(location, documents);
  if (depth > deepest || !isJsonObject(schema)) return [];
  return [
    ...["oneOf", "anyOf"].flatMap((keyword) => {
      const branches = schema[keyword];
      const at = below(location, keyword);
      return Array.isArray(branches)
        ? [branches.map((_, index) => below(at, index))]
        : [];
    }),
    ...appliedBy(location, documents).flatMap((each) =>
      unionsOf(each, documents, depth + 1),
    ),
  ];
}

/** The schemas of a member: in `properties`, through references and `allOf`. */
function membersOf(
  location: Location,
  property: string,
  documents: Documents,
  depth: number,
): readonly Location[] {
  const schema = valueAt(location, documents);
  if (depth > deepest || !isJsonObject(schema)) return [];
  const { properties } = schema;
  const isOwn = isJsonObject(properties) && Object.hasOwn(properties, property);
  return [
    ...(isOwn ? [below(below(location, "properties"), property)] : []),
    ...appliedBy(location, documents).flatMap((each) =>
      membersOf(each, property, documents, depth + 1),
    ),
  ];
}

/** The lists of values that hold for a schema. */
function listsOf(
  location: Location,
  documents: Documents,
  depth: number,
): readonly (readonly JsonValue[])[] {
  const schema = valueAt(location, documents);
  if (depth > deepest || !isJsonObject(schema)) return [];
  const { enum: values, const: value } = schema;
  return [
    ...(value === undefined ? [] : [[value]]),
    ...(Array.isArray(values) ? [values as readonly JsonValue[]] : []),
    ...appliedBy(location, documents).flatMap((each) =>
      listsOf(each, documents, depth + 1),
    ),
  ];
}

/** What a schema refers to, and the parts of its `allOf`. */
function appliedBy(location: Location, documents: Documents): Location[] {
  const schema = valueAt(location, documents);
  if (!isJsonObject(schema)) return [];
  const { $ref: reference, allOf } = schema;
  return [
    ...(typeof reference === "string"
      ? [targetOf(reference, fileOf(location))]
      : []),
    ...(Array.isArray(allOf)
      ? allOf.map((_, index) => below(below(location, "allOf"), index))
      : []),
  ];
}
