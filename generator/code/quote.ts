/** A string literal in double quotes. No line end, no U+2028/U+2029 and no lone surrogate stands in it raw. */
export function quoteString(value: string): string {
  if (plainText.test(value)) return `"${value}"`;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    escapeUnit,
  );
}

/** ASCII without quotes and backslashes: nothing of it needs an escape. */
const plainText = /^[ !#-[\]-~]*$/;

/** One UTF-16 code unit as an escape that strings, templates and regular expressions share. */
export function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
