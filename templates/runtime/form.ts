import { hasOwn } from "./data.js";
import { isPresent, itemText, jsonText, recordOf, textOf } from "./text.js";

/** Writes one property of a form: `name=value` pairs joined by `&`, or nothing. */
export type FormField = (name: string, value: unknown) => string;

/**
 * A body of `application/x-www-form-urlencoded` (WHATWG URL §5.2). Properties are written in their own order:
 * a primitive as text, an object as JSON, a list as one pair an item; what is null or undefined is left out.
 */
export function formBody(body: unknown): string {
  return formPairs(Object.entries(recordOf(body)), itemText);
}

/** The same, of properties that are primitives and lists of primitives. */
export function textFormBody(body: unknown): string {
  return formPairs(Object.entries(recordOf(body)), textOf);
}

/** The same, with properties that have an Encoding Object of their own. */
export function formBodyWith(
  body: unknown,
  fields: Readonly<Record<string, FormField>>,
): string {
  return Object.entries(recordOf(body))
    .map(([name, value]) => {
      const field = hasOwn(fields, name) ? fields[name] : undefined;
      return (field ?? formField)(name, value);
    })
    .filter(Boolean)
    .join("&");
}

/** A property whose content type is JSON, whatever its value: an item of a list is a document of its own. */
export function formJson(name: string, value: unknown): string {
  return formPairs([[name, value]], jsonText);
}

function formField(name: string, value: unknown): string {
  return formPairs([[name, value]], itemText);
}

function formPairs(
  members: readonly (readonly [name: string, value: unknown])[],
  text: typeof textOf,
): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of members) {
    for (const item of [value].flat()) {
      if (isPresent(item)) pairs.append(textOf(name, name), text(name, item));
    }
  }
  return pairs.toString();
}
