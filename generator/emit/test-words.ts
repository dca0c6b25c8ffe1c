import { boundText } from "../model/exact-integer.js";
import type { TestKeyword } from "../model/presence-formula.js";

/** What a keyword asks of a value: a verb, and what comes after it in all its forms. */
export interface TestWords {
  readonly verb: "be" | "have" | "match";
  readonly rest: string | { readonly name: string };
}

/** A keyword about a single value in words: "is at least 3". */
export function testWords(keyword: TestKeyword): TestWords {
  switch (keyword.kind) {
    case "type":
      return be(typesText(keyword.types));
    case "minimum":
      return be(`at least ${boundText(keyword)}`);
    case "maximum":
      return be(`at most ${boundText(keyword)}`);
    case "exclusiveMinimum":
      return be(`greater than ${boundText(keyword)}`);
    case "exclusiveMaximum":
      return be(`less than ${boundText(keyword)}`);
    case "multipleOf":
      return be(`a multiple of ${keyword.value}`);
    case "minLength":
      return have(countText(keyword.value, undefined, "character"));
    case "maxLength":
      return have(countText(undefined, keyword.value, "character"));
    case "minItems":
      return have(countText(keyword.value, undefined, "item"));
    case "maxItems":
      return have(countText(undefined, keyword.value, "item"));
    case "pattern":
      return { verb: "match", rest: { name: keyword.pattern } };
  }
}

/** `at least 1 item`, `3 to 5 items`, `exactly 34 characters`. */
export function countText(
  min: number | undefined,
  max: number | undefined,
  unit: string,
): string {
  const units = (count: number): string => (count === 1 ? unit : `${unit}s`);
  if (min === undefined) {
    const count = max ?? 0;
    return `at most ${count} ${units(count)}`;
  }
  if (max === undefined) return `at least ${min} ${units(min)}`;
  if (min === max) return `exactly ${min} ${units(min)}`;
  return `${min} to ${max} ${units(max)}`;
}

function be(text: string): TestWords {
  return { verb: "be", rest: text };
}

function have(text: string): TestWords {
  return { verb: "have", rest: text };
}

function typesText(types: readonly string[]): string {
  const texts = types.map((type) => {
    if (type === "null") return "null";
    return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
  });
  const [last = "", ...others] = texts.reverse();
  return others.length === 0
    ? last
    : `${others.reverse().join(", ")} or ${last}`;
}
