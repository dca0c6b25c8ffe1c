import {
  isJsonObject,
  type JsonObject,
} from "../../../generator/model/json.js";
import type { Families } from "./families.js";
import {
  below,
  canonical,
  fileOf,
  targetOf,
  type Documents,
  type Location,
} from "./locations.js";
import { ownValues } from "./own-values.js";
import { listIn } from "./schema-facts.js";

/** The unions that a discriminator speaks for: those that its mapping leads into, else those that know its property. */
export function selectedUnions(
  schema: JsonObject,
  location: Location,
  families: Families,
  documents: Documents,
): readonly string[] {
  const keywords = ["oneOf", "anyOf"].filter((each) =>
    Array.isArray(schema[each]),
  );
  if (keywords.length < 2) return keywords;
  const all = families.selectionOf(schema, location, [], true);
  if (all === undefined) return [];
  const mapped = keywords.filter((keyword) =>
    placesOf(keyword, schema, location, documents).some((place) =>
      all.cases.some(({ target }) => target === place),
    ),
  );
  if (mapped.length > 0) return mapped;
  const knowing = keywords.filter((keyword) =>
    placesOf(keyword, schema, location, documents).every(
      (place) => ownValues(place, all.property, documents).isDeclared,
    ),
  );
  return knowing.length > 0 ? knowing : keywords;
}

/** The places of a union's branches, or what they refer to. */
export function placesOf(
  keyword: string,
  schema: JsonObject,
  location: Location,
  documents: Documents,
): readonly Location[] {
  return listIn(schema, keyword).map((branch, index) => {
    const reference = isJsonObject(branch) ? branch["$ref"] : undefined;
    return typeof reference === "string"
      ? canonical(targetOf(reference, fileOf(location)), documents)
      : below(below(location, keyword), index);
  });
}
