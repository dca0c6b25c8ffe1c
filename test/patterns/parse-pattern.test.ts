import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePattern } from "../../generator/patterns/parse-pattern.js";

function sourceOf(pattern: string): string {
  const result = parsePattern(pattern);
  if ("reason" in result) throw new Error(result.reason);
  return result.source;
}

function faultOf(pattern: string): string {
  const result = parsePattern(pattern);
  return "reason" in result ? result.reason : "";
}

test("what compiles with u stays as it is", () => {
  for (const pattern of ["^\\p{L}{1,3}$", "\\/", "[^-\\w-]", "(?<n>a)\\k<n>"])
    expect(sourceOf(pattern)).toBe(pattern);
});

describe("what Annex B allows is written so that it means the same with u", () => {
  test.each([
    ["[\\w-.]+", "[\\w\\-.]+"],
    ["[\\s-_()\\[\\]]", "[\\s\\-_()\\[\\]]"],
    ["\\d{4}\\-\\d\\@\\_\\ ", "\\d{4}-\\d@_ "],
    ["[\\-\\#\\,]", "[\\-#,]"],
    ["[a-z]{1-70}", "[a-z]\\{1-70\\}"],
    ["{x}]", "\\{x\\}\\]"],
    ["\\8[\\000-\\037]", "8[\\x00-\\x1f]"],
    ["\\c1[\\c1]", "\\\\c1[\\x11]"],
    ["(?=a)*b", "(?:(?=a))*b"],
    ["💡\\-[💡\\@]", "💡-[💡@]"],
  ])("%s", (pattern, source) => {
    expect(sourceOf(pattern)).toBe(source);
  });

  test("what ECMA-262 reads with the flag u, or no POSIX class is, stays", () => {
    expect(sourceOf("[:alpha]")).toBe("[:alpha]");
    expect(sourceOf("\\[[:alpha:]")).toBe("\\[[:alpha:]");
  });

  const piece = fc.constantFrom(
    ..."ab-_@#{}],01",
    ...["\\-", "\\@", "\\_", "\\#", "\\012", "\\8", "\\.", "\\w", "\\d", "."],
    ...["[\\w-.]", "[\\-a]", "[a\\]-]", "[^\\@{]", "(?:a|\\@)", "(?=a)*", "a?"],
  );
  test("on random patterns and texts", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(fc.constantFrom(..."ab-_@#{}],01.8\n"), { maxLength: 6 }),
        (pieces, characters) => {
          const pattern = pieces.join("");
          const text = characters.join("");
          let loose: RegExp;
          try {
            loose = new RegExp(`^(?:${pattern})$`);
          } catch {
            return;
          }
          expect(new RegExp(`^(?:${sourceOf(pattern)})$`, "u").test(text)).toBe(
            loose.test(text),
          );
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe("what other dialects mean is a fault, though Annex B takes it for letters", () => {
  test.each([
    ["\\h+", "\\h has no meaning in ECMA-262"],
    [
      "[\\p{Print}&&[^|:/]]",
      "\\p stands before no property that ECMA-262 knows",
    ],
    ["\\x{41}", "\\x has no meaning in ECMA-262"],
    ["\\k", "\\k has no meaning in ECMA-262"],
  ])("%s", (pattern, reason) => {
    expect(faultOf(pattern)).toBe(reason);
  });
});

test("what newer engines know besides is a fault under each engine", () => {
  expect(faultOf("(?i:a)")).toBe("Invalid group");
  expect(faultOf("(?<n>a)|(?<n>b)")).toBe("Duplicate capture group name");
});

test("groups within groups without end are a fault, not a crash", () => {
  const depth = 100_000;
  expect(faultOf("(".repeat(depth) + ")".repeat(depth))).not.toBe("");
});

describe("what other regular expressions write in one meaning is read", () => {
  test.each([
    ["(?i)^abc$", "^[aA][bB][cC]$"],
    ["(?i)[a-f]+[^x_]\\d", "[a-fA-F]+[^xX_]\\d"],
    ["(?i)[A-Fa-f]", "[A-Fa-fa-fA-F]"],
    ["(?i)\\p{L}é", "\\p{L}[éÉ]"],
    ["(?s)a.b", "a[\\s\\S]b"],
    ["(?is).k", "[\\s\\S][kK]"],
    ["(?P<year>\\d{4})-(?P=year)", "(?<year>\\d{4})-\\k<year>"],
    ["\\A[A-Z]+\\z", "^[A-Z]+$"],
    ["^\\w+\\Z", "^\\w+$"],
    ["^[[:alpha:]_]+$", "^[A-Za-z_]+$"],
    ["[^[:space:][:punct:]]", "[^ \\t-\\r!-\\/:-@\\[-`\\{-~]"],
    ["(?i)^[[:xdigit:]]$", "^[0-9A-Fa-fa-fA-F]$"],
  ])("%s", (pattern, source) => {
    expect(parsePattern(pattern)).toMatchObject({ source, isForeign: true });
  });

  test.each(["(?m)^a", "(?x) a", "(?i)(a)\\1", "(?i)\\p{Lu}", "(?i)(a", "a++"])(
    "%s cannot be read",
    (pattern) => {
      expect(faultOf(pattern)).not.toBe("");
    },
  );

  const piece = fc.constantFrom(
    ..."aBk.éß-_",
    ...["[a-c]", "[^X]", "[A-z]", "[à-þ]", "\\w", "(?:a|B)", "a?", "[k_]"],
  );
  test("without regard to case, on random patterns and texts", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom(..."aAbBkKxXéÉþÞz_-"), { maxLength: 5 }),
        (pieces, characters) => {
          const pattern = pieces.join("");
          const text = characters.join("");
          const source = sourceOf(`(?i)^(?:${pattern})$`);
          expect(new RegExp(source, "u").test(text)).toBe(
            new RegExp(`^(?:${pattern})$`, "iu").test(text),
          );
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });
});
