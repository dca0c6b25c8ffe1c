import { Code } from "./code.js";
import { escapeUnit, quoteString } from "./quote.js";
import type { JsonValue } from "../model/json.js";

const identifierName = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** An identifier. Throws a `TypeError` where the text is not one: names come from the names stage alone. */
export function identifier(name: string): Code {
  if (!identifierName.test(name)) {
    throw new TypeError(`not an identifier: ${JSON.stringify(name)}`);
  }
  return Code.fromTrustedParts([name]);
}

/** The name of a property in an object literal or type: bare where it is an ASCII identifier, else quoted. */
export function propertyKey(name: string): Code {
  return Code.fromTrustedParts([isPlainName(name) ? name : quoteString(name)]);
}

/** The access to a property: `.name` or `["odd name"]`. */
export function propertyAccess(name: string): Code {
  return Code.fromTrustedParts([
    isPlainName(name) ? `.${name}` : `[${quoteString(name)}]`,
  ]);
}

/** The access to a property of what may be null or undefined: `?.name` or `?.["odd name"]`. */
export function optionalAccess(name: string): Code {
  return Code.fromTrustedParts([
    isPlainName(name) ? `?.${name}` : `?.[${quoteString(name)}]`,
  ]);
}

/** A value of JSON as an expression. An own `__proto__` becomes a computed key, so that it sets no prototype. */
export function jsonLiteral(value: JsonValue): Code {
  return Code.fromTrustedParts([jsonText(value)]);
}

/**
 * A regular expression with the flag `u`: a literal, in which slashes and line ends are escaped. With named groups
 * it is a call, since TypeScript refuses them in literals for targets before ES2018.
 * @throws SyntaxError where the pattern does not compile
 */
export function regexLiteral(pattern: string): Code {
  const { source: escaped } = new RegExp(pattern, "u");
  const text = escaped.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    escapeUnit,
  );
  return Code.fromTrustedParts([
    /\(\?<(?![=!])/.test(pattern)
      ? `/* @__PURE__ */ new RegExp(${quoteString(pattern)}, "u")`
      : `/${text}/u`,
  ]);
}

/** Whether a property of that name needs no quotes. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__";
}

function jsonText(value: JsonValue): string {
  if (typeof value === "string") return quoteString(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value))
      throw new RangeError(`${value} is not a number of JSON`);
    return String(value);
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => {
    const name =
      key === "__proto__"
        ? '["__proto__"]'
        : isPlainName(key)
          ? key
          : quoteString(key);
    return `${name}: ${jsonText(member as JsonValue)}`;
  });
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A template literal: a string is fixed text, code stands in `${}`. A plain string literal where there is no code. */
export function templateLiteral(pieces: readonly (string | Code)[]): Code {
  const texts = pieces.filter((piece) => typeof piece === "string");
  if (texts.length === pieces.length) {
    return Code.fromTrustedParts([quoteString(texts.join(""))]);
  }
  const parts = pieces.flatMap((piece) =>
    typeof piece === "string"
      ? [
          quoteString(piece)
            .slice(1, -1)
            .replaceAll('\\"', '"')
            .replace(/`|\$(?=\{|$)/g, "\\$&"),
        ]
      : ["${", ...piece.parts, "}"],
  );
  return Code.fromTrustedParts(["`", ...parts, "`"]);
}
