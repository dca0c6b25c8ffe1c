/**
 * True for what JSON calls an object: a plain object or an instance of a class, not an array and none of the
 * built-in kinds (`Date`, `Map`, `Blob`, …). All its data are its own: what inherits a member is refused,
 * because such members do not go into JSON.
 */
export function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === Object.prototype || prototype === null || isInstance(value)
  );
}

function isInstance(value: object): boolean {
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  let count = 0;
  for (const _ in value) count++;
  return count === Object.keys(value).length;
}

/** Whether the object has a member of that name itself. */
export function hasOwn(value: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, name);
}

/** The own member; undefined where there is none, whatever the prototype has under that name. */
export function own(value: object, name: string): unknown {
  return hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The number of members; one that is undefined does not count. */
export function countMembers(value: Record<string, unknown>): number {
  let count = 0;
  for (const key in value) if (value[key] !== undefined) count++;
  return count;
}

/** The length of a text in Unicode code points. A surrogate without its partner counts as one. */
export function codePoints(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Whether a number is a multiple of another, both taken as the decimals that they are written as:
 * 19.99 is a multiple of 0.01, 1.005 is not.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isInteger(divisor) && Number.isSafeInteger(value)) {
    return value % divisor === 0;
  }
  const [valueDigits, valueExponent] = decimal(value);
  const [divisorDigits, divisorExponent] = decimal(divisor);
  const shift = valueExponent - divisorExponent;
  const scale = BigInt(10) ** BigInt(Math.abs(shift));
  const remainder =
    shift >= 0
      ? (valueDigits * scale) % divisorDigits
      : valueDigits % (divisorDigits * scale);
  return remainder === BigInt(0);
}

/** The digits and the exponent of the shortest decimal that stands for the number. */
function decimal(value: number): [digits: bigint, exponent: number] {
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** True for raw bytes: what a part of a multipart body or a whole body may be. */
export function isBinary(value: unknown): boolean {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream
  );
}
