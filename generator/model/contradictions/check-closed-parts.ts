import { visible } from "../../diagnostics/shown-text.js";
import type { Api } from "../api.js";
import { ownKeywords } from "../matches.js";
import type { PropertiesKeyword, Schema } from "../schema.js";
import { appliedInPlace } from "./in-place.js";
import type { Report } from "./report.js";

/** A part of a conjunction: the properties that it describes, and which it requires. */
interface Part {
  readonly properties: PropertiesKeyword | undefined;
  readonly required: readonly string[];
}

/**
 * Reports a schema of which one part is closed (`additionalProperties: false`) to properties of another: its own
 * keywords, those of references, and the parts of `allOf`. Such a property can never be there.
 */
export function checkClosedParts(
  schema: Schema,
  api: Pick<Api, "definitions">,
  report: Report,
): void {
  if (schema.kind !== "keywords") return;
  const parts = partsOf(schema, api);
  if (parts.length < 2) return;
  for (const closed of parts) {
    const keyword = closed.properties;
    if (keyword?.additional?.kind !== "never" || keyword.patterns.length > 0)
      continue;
    const known = new Set(keyword.named.map(({ name }) => name));
    const others = parts.filter((part) => part !== closed);
    const required = others.flatMap((part) => part.required);
    const described = others.flatMap(
      (part) =>
        part.properties?.named
          .filter((property) => property.schema.kind !== "never")
          .map(({ name }) => name) ?? [],
    );
    const name = [...required, ...described].find((each) => !known.has(each));
    if (name === undefined) continue;
    const isNeeded = required.includes(name);
    report(
      "closed-parts",
      schema.pointer,
      `A part of this schema has additionalProperties: false and does not describe "${visible(name)}", which another part ${isNeeded ? "requires: nothing is valid" : "describes: it can never be there"}.`,
      "Leave additionalProperties out of the parts; since OpenAPI 3.1, unevaluatedProperties: false closes the whole.",
    );
    return;
  }
}

/** The parts of a conjunction, each once. */
function partsOf(
  schema: Schema,
  api: Pick<Api, "definitions">,
): readonly Part[] {
  const parts: Part[] = [];
  const found = new Set([schema]);
  for (const each of found) {
    const keywords = ownKeywords(each);
    const properties = keywords.find(
      (keyword) => keyword.kind === "properties",
    );
    const required = keywords.flatMap((keyword) =>
      keyword.kind === "required" ? keyword.names : [],
    );
    if (properties !== undefined || required.length > 0) {
      parts.push({ properties, required });
    }
    for (const keyword of keywords) {
      if (keyword.kind !== "reference" && keyword.kind !== "allOf") continue;
      for (const part of appliedInPlace(keyword, api)) found.add(part);
    }
  }
  return parts;
}
