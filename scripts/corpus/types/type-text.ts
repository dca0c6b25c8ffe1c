import { isJsonObject, type JsonValue } from "../../../generator/model/json.js";

/** Longer texts are cut: no literal type of a description is as long, and compilers read each one. */
const longestText = 200;

/** The type of a value alone, as TypeScript writes it: JSON is nearly that already. */
export function typeText(value: JsonValue): string {
  if (typeof value === "string") {
    return JSON.stringify(value.slice(0, longestText));
  }
  if (Array.isArray(value)) {
    return `[${(value as readonly JsonValue[]).map(typeText).join(", ")}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${typeText(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}
