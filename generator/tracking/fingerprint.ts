import { hash } from "node:crypto";

const length = 20;

/**
 * A short text that says what a value is: its JSON where that is shorter (for none a word that is no JSON), else 120
 * bits of its SHA-256, enough to tell the values of a description apart.
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  if (text.length < length) return text;
  return hash("sha256", text, "base64").slice(0, length);
}
