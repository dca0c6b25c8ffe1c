import { createHash } from "node:crypto";

/**
 * A short text that says what a value is, by its JSON: 120 bits of SHA-256, enough to tell the values of a
 * description apart.
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return createHash("sha256").update(text).digest("base64").slice(0, 20);
}
