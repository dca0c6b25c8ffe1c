export function isInt8(value: number): boolean {
  return Number.isInteger(value) && value >= -128 && value < 128;
}

export function isInt16(value: number): boolean {
  return Number.isInteger(value) && value >= -32768 && value < 32768;
}

export function isInt32(value: number): boolean {
  return (value | 0) === value;
}

/** Integers beyond 2^53 have lost digits on their way into a number; only the range is tested. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
}

export function isUint8(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 256;
}

export function isUint16(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 65536;
}

export function isUint32(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

export function isUint64(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 64;
}

/** An integer that a double holds exactly. */
export function isDoubleInt(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** A number in the range of a 32-bit float. */
export function isFloat(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}
