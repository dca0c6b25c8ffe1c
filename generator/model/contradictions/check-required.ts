import { didYouMean } from "../../diagnostics/suggest.js";
import { visible } from "../../diagnostics/shown-text.js";
import { ownKeywords } from "../matches.js";
import type { RequiredKeyword, Schema } from "../schema.js";
import type { Relatives } from "./in-place.js";
import type { Report } from "./report.js";

/**
 * Reports names in `required` that are no properties: neither of the schema nor of any that speaks of the same
 * values. Where members without a name of their own are described (`additionalProperties` and the like), and where
 * there are no properties at all, any name can be one.
 */
export function checkRequired(
  schema: Schema,
  keyword: RequiredKeyword,
  relatives: Relatives,
  report: Report,
): void {
  const own = propertiesOf(schema);
  if (own !== undefined && keyword.names.every((name) => own.has(name))) return;
  const known = relatives.describedNames(schema);
  if (known === undefined || known.size === 0) return;
  const place = schema.kind === "keywords" ? `${schema.pointer}/required` : "";
  keyword.names.forEach((name, index) => {
    if (known.has(name)) return;
    report(
      "required-unknown",
      `${place}/${index}`,
      `"required" names "${visible(name)}", and no property is called so.`,
      didYouMean(name, known) ?? "Describe the property, or remove the name.",
    );
  });
}

function propertiesOf(schema: Schema): ReadonlySet<string> | undefined {
  const keyword = ownKeywords(schema).find(({ kind }) => kind === "properties");
  return keyword?.kind === "properties"
    ? new Set(keyword.named.map(({ name }) => name))
    : undefined;
}
