import { hasOwn } from "./data.js";

/** A header field as the number that it says; as text where it says none. */
export function numberField(text: string): unknown {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? text : value;
}

/** A header field as `true` or `false`; as text where it says neither. */
export function booleanField(text: string): unknown {
  return text === "true" || (text === "false" ? false : text);
}

/** A header field as text. */
export function textField(text: string): unknown {
  return text;
}

/** A header field as a list (style `simple`). */
export function listField(
  item: (text: string) => unknown,
): (text: string) => unknown {
  return (text) => text.split(",").map((part) => item(part.trim()));
}

/** A header of which there is a field an item: `Set-Cookie`. */
export function repeatedField(
  item: (text: string) => unknown,
): (text: string, fields: readonly string[]) => unknown {
  return (_text, fields) => fields.map(item);
}

/** A header field as an object (style `simple`): `k,v,k,v`, exploded `k=v,k=v`. */
export function objectField(
  members: Readonly<Record<string, (text: string) => unknown>>,
  explode: boolean,
): (text: string) => unknown {
  return (text) => {
    const parts = text.split(",").flatMap((part) => {
      const at = explode ? part.indexOf("=") : -1;
      return at < 0
        ? [part.trim()]
        : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    });
    const entries: [string, unknown][] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const [key = "", value = ""] = parts.slice(at, at + 2);
      entries.push([
        key,
        (hasOwn(members, key) && members[key] ? members[key] : textField)(
          value,
        ),
      ]);
    }
    return Object.fromEntries(entries);
  };
}

/** A header field as JSON; as text where it is none. */
export function jsonField(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
