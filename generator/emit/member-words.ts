import type { MemberRule } from "../model/member-rules.js";

/** Words with the names of members in them, before it is known how either is written. */
export type MemberWords = readonly (string | { readonly name: string })[];

/**
 * A rule about members as a clause that begins with a small letter and has no full stop, for comments, messages and
 * pages alike: "at least one of `a` and `b` is needed".
 */
export function memberWords(rule: MemberRule): MemberWords {
  switch (rule.kind) {
    case "needed":
      return neededWords(rule.when, rule.options);
    case "absent":
      return [
        ...listOf(rule.names, "and"),
        rule.names.length === 1 ? " is not allowed" : " are not allowed",
      ];
    case "excluded":
      return rule.names.length === 2
        ? [...listOf(rule.names, "and"), " exclude each other"]
        : [...listOf(rule.names, "and"), " cannot all be given"];
    case "exactlyOne":
      return ["exactly one of ", ...listOf(rule.names, "and"), " is needed"];
    case "atMostOne":
      return ["at most one of ", ...listOf(rule.names, "and"), " is allowed"];
    case "nothing":
      return ["no object is valid"];
  }
}

function neededWords(
  when: readonly string[],
  options: readonly (readonly string[])[],
): MemberWords {
  const [first = [], ...others] = options;
  const isPlain = options.every((names) => names.length === 1);
  const verb = when.length > 1 ? " together need " : " needs ";
  const start = when.length === 0 ? [] : [...listOf(when, "and"), verb];
  if (isPlain && others.length > 0) {
    const names = options.flat();
    return when.length > 0
      ? [...start, ...listOf(names, "or")]
      : ["at least one of ", ...listOf(names, "and"), " is needed"];
  }
  const end =
    when.length > 0 ? [] : [first.length === 1 ? " is needed" : " are needed"];
  return [
    ...start,
    ...listOf(first, "and"),
    ...end,
    ...others.flatMap((names) => [", or ", ...listOf(names, "and")]),
  ];
}

/** `a`, `a` and `b`, `a`, `b` and `c`. */
function listOf(names: readonly string[], last: "and" | "or"): MemberWords {
  return names.flatMap((name, index) => {
    if (index === 0) return [{ name }];
    return [index === names.length - 1 ? ` ${last} ` : ", ", { name }];
  });
}

/**
 * The words as text.
 * @param write how a name is written
 */
export function memberText(
  words: MemberWords,
  write: (name: string) => string,
): string {
  return words
    .map((word) => (typeof word === "string" ? word : write(word.name)))
    .join("");
}

/** The words as a sentence. */
export function memberSentence(words: MemberWords): MemberWords {
  const [first, ...rest] = words;
  return typeof first === "string"
    ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest, "."]
    : [...words, "."];
}
