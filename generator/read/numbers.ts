/** What becomes of a number's text when it is read as a double (IEEE 754, which JSON numbers are here). */
export type NumberFault = "range" | "precision";

/** The fault of reading a decimal number's text as `value`, if any. */
export function numberFault(
  text: string,
  value: number,
): NumberFault | undefined {
  if (!Number.isFinite(value)) return "range";
  if (text.length < 16 && !/[eExXoO]/.test(text)) return undefined;
  if (/^[-+]?0[xo]/i.test(text)) {
    return Number.isSafeInteger(value) ? undefined : "precision";
  }
  const written = significant(text);
  if (value === 0) return written.digits === "" ? undefined : "range";
  const kept = significant(String(value));
  return written.digits === kept.digits && written.exponent === kept.exponent
    ? undefined
    : "precision";
}

/** The digits without zeros at either end, and the power of ten of the last of them. */
function significant(text: string): { digits: string; exponent: number } {
  const [mantissa = "", power = "0"] = text
    .replace(/^[-+]/, "")
    .toLowerCase()
    .split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  return {
    digits,
    exponent: Number(power) - fraction.length + (all.length - digits.length),
  };
}
