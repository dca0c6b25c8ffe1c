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
    ["^\\w+\\Z", "\\Z has no meaning in ECMA-262"],
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
