import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as content from "../../templates/runtime/content.js";
import * as email from "../../templates/runtime/format-email.js";
import * as host from "../../templates/runtime/format-host.js";
import * as ip from "../../templates/runtime/format-ip.js";
import * as iri from "../../templates/runtime/format-iri.js";
import * as fields from "../../templates/runtime/format-structured-field.js";
import * as texts from "../../templates/runtime/format-text.js";
import * as time from "../../templates/runtime/format-time.js";
import * as uri from "../../templates/runtime/format-uri.js";

type Test = (text: string) => boolean;

/** Every function that tests a format or an encoding. */
const formats = Object.entries({
  ...content,
  ...email,
  ...host,
  ...ip,
  ...iri,
  ...fields,
  ...texts,
  ...time,
  ...uri,
}).filter(([name]) => name.startsWith("is")) as [string, Test][];

const size = 5_000_000;
const long = (piece: string): string =>
  piece.repeat(Math.floor(size / piece.length));

/** Long texts of many kinds; which of them a format takes. */
const takes: Readonly<Record<string, readonly string[]>> = {
  isBase16: ["aAbB"],
  isBase32: ["A2B3C4D5"],
  isBase32Hex: ["A0B1C2D3"],
  isQuotedPrintable: ["=C3", "plain", "a\r\n"],
  isSevenBit: ["plain"],
  isUriTemplate: ["{a,b.c}", "{+x*}/y%20", "plain"],
  isJsonPointer: ["/a~0b"],
  isBase64: ["aB+/"],
  isBase64Url: ["aB-_"],
  isDecimal: ["1"],
  isIri: ["https://x/é"],
  isIriReference: ["/é", "plain", "1", "aB-_", "%C3%A9"],
  isUriReference: ["/a", "plain", "1", "aB-_", "%C3%A9"],
  isRegex: ["a", "(?:a)"],
};

const pieces = [
  ...new Set([
    ...Object.values(takes).flat(),
    ...[
      "a@",
      "a.",
      ".",
      "é",
      "\ud83d\ude00",
      "\ud800",
      "{",
      "}",
      "~",
      "=",
      "\\",
    ],
    ...['"', '\\"', "xn--a-", "-", ":", "[::1]", "//", " ", ",", "; a=b", "\0"],
  ]),
];

describe("a text of five million characters", { timeout: 60_000 }, () => {
  test.each(formats)("does not make %s throw", (name, accepts) => {
    for (const piece of pieces) {
      const text = `${long(piece)}\u0001`;
      expect(typeof accepts(text), `${name} of ${piece}`).toBe("boolean");
    }
  });

  test.each(Object.entries(takes))("is taken by %s", (name, kinds) => {
    const accepts = formats.find(([one]) => one === name)?.[1];
    for (const piece of kinds) expect(accepts?.(long(piece)), piece).toBe(true);
  });

  test("is taken in quotes", () => {
    const quoted = long('\\"').slice(0, -2);
    expect(fields.isSfString(`"${quoted}"`)).toBe(true);
    expect(fields.isSfString(`"${quoted}`)).toBe(false);
    expect(texts.isMediaRange(`a/b; c="${quoted}"`)).toBe(true);
    expect(texts.isMediaRange(`a/b${long("; c=d")}`)).toBe(true);
  });

  test.each([
    ["bytesOfBase64", long("aB+/"), 3 / 4],
    ["bytesOfBase32", long("A2B3C4D5"), 5 / 8],
    ["bytesOfBase16", long("aAbB"), 1 / 2],
    ["bytesOfQuotedPrintable", long("=C3="), 1 / 2],
  ] as const)("is decoded by %s", (name, text, ratio) => {
    const bytes = content[name](text);
    expect(bytes.length).toBeGreaterThanOrEqual(text.length * ratio - 1);
  });
});

/** The formats as patterns that repeat groups: what they mean, and too deep a stack for long texts. */
const patterns: Readonly<Record<string, RegExp>> = {
  isBase16: /^(?:[\dA-Fa-f]{2})*$/,
  isBase32:
    /^(?:[A-Z2-7]{8})*(?:[A-Z2-7]{2}={6}|[A-Z2-7]{4}={4}|[A-Z2-7]{5}={3}|[A-Z2-7]{7}=)?$/,
  isBase64: /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/,
  isBase64Url: /^(?:[\w-]{4})*(?:[\w-]{2}(?:==)?|[\w-]{3}=?)?$/,
  isJsonPointer: /^(?:\/(?:[^/~]|~[01])*)*$/,
  isRelativeJsonPointer: /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^/~]|~[01])*)*)$/,
  isSfString: /^"(?:[ !#-[\]-~]|\\["\\])*"$/,
  isQuotedPrintable:
    /^(?!.*[\t ](?:\r\n|$))(?:[\t !-<>-~]|=[\dA-F]{2}|=?\r\n)*$/s,
  isUriTemplate:
    /^(?:[^\0-\x20"%<>\\^`{|}\x7f-\x9f]|%[\da-f]{2}|\{[+#./;?&=,!@|]?(?:\w|%[\da-f]{2})+(?:\.(?:\w|%[\da-f]{2})+)*(?::[1-9]\d{0,3}|\*)?(?:,(?:\w|%[\da-f]{2})+(?:\.(?:\w|%[\da-f]{2})+)*(?::[1-9]\d{0,3}|\*)?)*\})*$/i,
  isMediaRange:
    /^(?:\*\/\*|[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)(?:[\t ]*;[\t ]*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))*$/,
};

/** Short texts of the characters that matter to a format. */
const alphabets: Readonly<Record<string, string>> = {
  isBase16: "aF09=g",
  isBase32: "A27=a",
  isBase64: "aZ0+/=-",
  isBase64Url: "aZ0-_=+",
  isJsonPointer: "/~01a#\n",
  isRelativeJsonPointer: "/~01a#",
  isSfString: '"\\a é',
  isQuotedPrintable: "=A3 \r\n\ta",
  isUriTemplate: "{}+,.:*a%0 1é",
  isMediaRange: 'a/*;= "\\\té',
};

describe("means the same as a pattern", () => {
  test.each(Object.entries(patterns))("%s", (name, pattern) => {
    const accepts = formats.find(([one]) => one === name)?.[1];
    const letters = [...(alphabets[name] ?? "")];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { maxLength: 18 }),
        (characters) => {
          const text = characters.join("");
          expect(accepts?.(text), JSON.stringify(text)).toBe(
            pattern.test(text),
          );
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
  });
});
