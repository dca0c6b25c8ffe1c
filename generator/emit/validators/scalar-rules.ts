import type { Rule, RuleByKind } from "../../model/schema.js";
import { content } from "./content-rules.js";
import { format } from "./format-rules.js";
import * as numbers from "./number-rules.js";
import type { Pass } from "./pass.js";
import type { Statement } from "./statement.js";
import * as strings from "./string-rules.js";
import type { Subject } from "./subject.js";

type NumberKind =
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum"
  | "multipleOf"
  | "format";

type StringKind = "minLength" | "maxLength" | "pattern" | "format" | "content";

type Makers<Kinds extends Rule["kind"]> = {
  readonly [K in Kinds]: (
    rule: RuleByKind[K],
    subject: Subject,
    pass: Pass,
  ) => Statement[];
};

const numberMakers: Makers<NumberKind> = {
  minimum: numbers.minimum,
  maximum: numbers.maximum,
  exclusiveMinimum: numbers.exclusiveMinimum,
  exclusiveMaximum: numbers.exclusiveMaximum,
  multipleOf: numbers.multipleOf,
  format,
};

const stringMakers: Makers<StringKind> = {
  minLength: strings.minLength,
  maxLength: strings.maxLength,
  pattern: strings.pattern,
  format,
  content,
};

/** What the rules for numbers ask of a value that is known to be one. */
export function numberStatements(
  rules: readonly Rule[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return statements(numberMakers, rules, subject, pass);
}

/** What the rules for strings ask of a value that is known to be one; lengths come before patterns. */
export function stringStatements(
  rules: readonly Rule[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  const implied = strings.impliedLengths(rules);
  const without = new Set(implied.flatMap(({ lengths }) => lengths));
  const needed = rules.filter((rule) => !without.has(rule));
  if (pass.mode === "is") {
    return statements(stringMakers, needed, subject, pass);
  }
  const [first] = implied;
  const isLength = ({ kind }: Rule): boolean =>
    kind === "minLength" || kind === "maxLength";
  const others = rules.filter((rule) => !isLength(rule));
  if (first === undefined || needed.some(isLength)) {
    return [
      ...strings.lengthStatements(rules, subject),
      ...statements(stringMakers, others, subject, pass),
    ];
  }
  const { pattern, lengths } = first;
  return [
    ...strings.patternWithLengths(pattern, lengths, subject, pass),
    ...statements(
      stringMakers,
      others.filter((rule) => rule !== pattern),
      subject,
      pass,
    ),
  ];
}

function statements<Kinds extends Rule["kind"]>(
  makers: Makers<Kinds>,
  rules: readonly Rule[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return rules.flatMap((rule) => {
    const make = makers[rule.kind as Kinds] as (
      rule: Rule,
      subject: Subject,
      pass: Pass,
    ) => Statement[];
    return make(rule, subject, pass);
  });
}
