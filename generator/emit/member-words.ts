import type { JsonValue } from "../model/json.js";
import type { ConditionalRule, MemberRule } from "../model/member-rule.js";
import type { MemberState, Test } from "../model/member-states.js";
import { testWords } from "./test-words.js";

/**
 * Words with names of members, values and patterns in them, before it is known how those are written. `value` is there
 * for a value alone.
 */
export type MemberWords = readonly (
  string | { readonly name: string; readonly value?: JsonValue }
)[];

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
        ...namesOf(rule.names, "and"),
        rule.names.length === 1 ? " is not allowed" : " are not allowed",
      ];
    case "excluded":
      return rule.names.length === 2
        ? [...namesOf(rule.names, "and"), " exclude each other"]
        : [...namesOf(rule.names, "and"), " cannot all be given"];
    case "exactlyOne":
      return ["exactly one of ", ...namesOf(rule.names, "and"), " is needed"];
    case "atMostOne":
      return ["at most one of ", ...namesOf(rule.names, "and"), " is allowed"];
    case "nothing":
      return ["no object is valid"];
    case "state":
      return demandWords(rule.state);
    case "conditional":
      return conditionalWords(rule);
  }
}

function conditionalWords({
  where,
  unless,
  rules,
}: ConditionalRule): MemberWords {
  const start: MemberWords =
    where.length === 0 ? [] : ["where ", ...conditionWords(where), ", "];
  const [first = [], ...others] = unless;
  const exception: MemberWords =
    unless.length === 0
      ? []
      : [
          "unless ",
          ...(others.length === 0
            ? listed(first.map(stateWords), "or")
            : conditionWords(unless.flat())),
          ", ",
        ];
  return [
    ...start,
    ...exception,
    ...rules.flatMap((rule, index) => [
      ...(index === 0 ? [] : [", and "]),
      ...memberWords(rule),
    ]),
  ];
}

/** States that are so together, as a condition: "`country` is `US` and `zip` is given". */
export function conditionWords(states: readonly MemberState[]): MemberWords {
  const words = states.map(stateWords);
  const isAmbiguous = words.flat().includes(orAbsentWords);
  return isAmbiguous
    ? words.flatMap((each, index) => (index === 0 ? each : [", and ", ...each]))
    : listed(words, "and");
}

const orAbsentWords = " or is not given";

function stateWords({
  name,
  kind,
  values,
  tests,
  orAbsent,
}: MemberState): MemberWords {
  const absent = orAbsent === true ? [orAbsentWords] : [];
  switch (kind) {
    case "any":
      return [{ name }, " is given"];
    case "none":
      return [{ name }, " is not given"];
    case "values":
      return [{ name }, " is ", ...valuesOf(values, "or"), ...absent];
    case "otherValues":
      return [
        { name },
        orAbsent === false ? " is given and is " : " is ",
        ...otherValues(values),
        ...absent,
      ];
    case "tests":
      return [{ name }, " ", ...testsOf(tests, "says"), ...absent];
  }
}

/** A state as a demand. */
function demandWords({
  name,
  kind,
  values,
  tests,
  orAbsent,
}: MemberState): MemberWords {
  // A member that must not have a value may be absent.
  const start: MemberWords =
    orAbsent === true && kind !== "otherValues"
      ? [{ name }, ", if given, "]
      : orAbsent === false
        ? [{ name }, " is needed and "]
        : [{ name }, " "];
  switch (kind) {
    case "any":
      return [{ name }, " is needed"];
    case "none":
      return [{ name }, " is not allowed"];
    case "values":
      return [...start, "must be ", ...valuesOf(values, "or")];
    case "otherValues":
      return [...start, "must not be ", ...valuesOf(values, "or")];
    case "tests":
      return [...start, ...testsOf(tests, "demands")];
  }
}

function testsOf(
  tests: readonly Test[],
  manner: "says" | "demands",
): MemberWords {
  return listed(
    tests.map(({ keyword, isPassed }) => {
      const { verb, rest } = testWords(keyword);
      const { says, denies, demand } = verbs[verb];
      if (manner === "demands") {
        return [isPassed ? "must " : "must not ", demand, " ", rest];
      }
      return [isPassed ? says : denies, " ", rest];
    }),
    "and",
  );
}

const verbs = {
  be: { says: "is", denies: "is not", demand: "be" },
  have: { says: "has", denies: "does not have", demand: "have" },
  match: { says: "matches", denies: "does not match", demand: "match" },
} as const;

function neededWords(
  when: readonly string[],
  options: readonly (readonly string[])[],
): MemberWords {
  const [first = [], ...others] = options;
  const isPlain = options.every((names) => names.length === 1);
  const verb = when.length > 1 ? " together need " : " needs ";
  const start = when.length === 0 ? [] : [...namesOf(when, "and"), verb];
  if (isPlain && others.length > 0) {
    const names = options.flat();
    return when.length > 0
      ? [...start, ...namesOf(names, "or")]
      : ["at least one of ", ...namesOf(names, "and"), " is needed"];
  }
  const end =
    when.length > 0 ? [] : [first.length === 1 ? " is needed" : " are needed"];
  return [
    ...start,
    ...namesOf(first, "and"),
    ...end,
    ...others.flatMap((names) => [", or ", ...namesOf(names, "and")]),
  ];
}

/** `a`, `a` and `b`, `a`, `b` and `c`. */
function namesOf(names: readonly string[], last: "and" | "or"): MemberWords {
  return listed(
    names.map((name) => [{ name }]),
    last,
  );
}

function valuesOf(
  values: readonly JsonValue[],
  last: "and" | "or",
): MemberWords {
  return listed(
    values.map((value) => [{ name: valueText(value), value }]),
    last,
  );
}

function otherValues(values: readonly JsonValue[]): MemberWords {
  return values.length === 1
    ? ["not ", ...valuesOf(values, "or")]
    : ["none of ", ...valuesOf(values, "and")];
}

function listed(
  items: readonly MemberWords[],
  last: "and" | "or",
): MemberWords {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === items.length - 1 ? ` ${last} ` : ", ", ...item];
  });
}

/** A value of JSON; a string without its quotes where it cannot be mistaken. */
export function valueText(value: JsonValue): string {
  const isPlain =
    typeof value === "string" &&
    value !== "" &&
    value.trim() === value &&
    !/^(?:true|false|null|-?\d.*|["'[{].*)$/s.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/**
 * The words as text.
 * @param write how a name is written, or a value, which is given as text and as it is
 */
export function memberText(
  words: MemberWords,
  write: (text: string, value?: JsonValue) => string,
): string {
  return words
    .map((word) =>
      typeof word === "string" ? word : write(word.name, word.value),
    )
    .join("");
}

/** The words as a sentence. */
export function memberSentence(words: MemberWords): MemberWords {
  const [first, ...rest] = words;
  return typeof first === "string"
    ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest, "."]
    : [...words, "."];
}
