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
  if (/^[-+]?\d+$/.test(text)) {
    return isNearEnough(BigInt(text.replace("+", "")), value)
      ? undefined
      : "precision";
  }
  const written = significant(text);
  if (value === 0) return written.digits === "" ? undefined : "range";
  const kept = significant(String(value));
  return written.digits === kept.digits && written.exponent === kept.exponent
    ? undefined
    : "precision";
}

/**
 * True for an integer that is read exactly, that is written as `String` writes its double, or that is the limit
 * of an integer type (2^n - 1, read as 2^n): no double lies between, so that as a bound it means the same.
 */
function isNearEnough(integer: bigint, value: number): boolean {
  if (BigInt(value) === integer) return true;
  if (BigInt(String(value).includes("e") ? value : String(value)) === integer) {
    return true;
  }
  const size = integer < 0n ? -integer : integer;
  return (size & (size + 1n)) === 0n;
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
