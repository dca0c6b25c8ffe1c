/** Escapes a key as a token of a JSON Pointer (RFC 6901 §3). */
export function pointerToken(key: string): string {
  return key.includes("~") || key.includes("/")
    ? key.replaceAll("~", "~0").replaceAll("/", "~1")
    : key;
}

/** The JSON Pointer that names these keys from the document's root. */
export function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${pointerToken(key)}`).join("");
}

/** The keys that a JSON Pointer names: `~1` becomes `/`, then `~0` becomes `~` (RFC 6901 §4). */
export function pointerKeys(pointer: string): string[] {
  return pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** True for the text of a JSON Pointer: empty or begun by `/`, `~` only in `~0` and `~1`. */
export function isPointer(text: string): boolean {
  return (text === "" || text.startsWith("/")) && !/~(?![01])/.test(text);
}
