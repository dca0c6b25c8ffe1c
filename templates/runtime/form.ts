import { isPresent, itemText, jsonText, recordOf, textOf } from "./text.js";

/** Writes one property of a form: `name=value` pairs joined by `&`, or nothing. */
export type FormField = (name: string, value: unknown) => string;

/**
 * A body of `application/x-www-form-urlencoded` (WHATWG URL §5.2). Properties are written in their own order;
 * a primitive as text, an object as JSON, a list as one pair an item; what is null or undefined is left out.
 * @param fields how the properties are written that have an Encoding Object of their own
 */
export function formBody(
  body: unknown,
  fields: Readonly<Record<string, FormField>> = {},
): string {
  return Object.entries(recordOf(body))
    .map(([name, value]) =>
      (Object.hasOwn(fields, name) ? (fields[name] ?? formField) : formField)(
        name,
        value,
      ),
    )
    .filter((pairs) => pairs !== "")
    .join("&");
}

/** A property by its content type: text, or JSON where it is an object. */
export function formField(name: string, value: unknown): string {
  return formPairs(name, value, (item) => itemText(name, item));
}

/** A property whose content type is JSON, whatever its value: an item of a list is a document of its own. */
export function formJson(name: string, value: unknown): string {
  return formPairs(name, value, (item) => jsonText(name, item));
}

function formPairs(
  name: string,
  value: unknown,
  text: (item: unknown) => string,
): string {
  const pairs = new URLSearchParams();
  for (const item of Array.isArray(value) ? value : [value]) {
    if (isPresent(item)) pairs.append(textOf(name, name), text(item));
  }
  return pairs.toString();
}
