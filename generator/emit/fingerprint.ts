import { hash } from "node:crypto";

const length = 20;

/**
 * A short text that says what a value is: its JSON where that is shorter, else 120 bits of its SHA-256, enough to
 * tell the values of a description apart.
 */
export function fingerprint(value: unknown): string {
  return fingerprintOf(textOf(value));
}

/** The JSON of a value; for none a word that is no JSON. */
export function textOf(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}

/** The fingerprint of a value by its text. */
export function fingerprintOf(text: string): string {
  if (text.length < length) return text;
  return hash("sha256", text, "base64").slice(0, length);
}
