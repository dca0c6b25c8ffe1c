import type { Keyword, KeywordByKind } from "../../model/schema.js";
import { content } from "./content-keywords.js";
import { format } from "./format-keywords.js";
import * as numbers from "./number-keywords.js";
import type { Pass } from "./pass.js";
import type { Statement } from "./statement.js";
import * as strings from "./string-keywords.js";
import type { Subject } from "./subject.js";

type NumberKind =
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum"
  | "multipleOf"
  | "format";

type StringKind = "minLength" | "maxLength" | "pattern" | "format" | "content";

type Makers<Kinds extends Keyword["kind"]> = {
  readonly [K in Kinds]: (
    keyword: KeywordByKind[K],
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

/** What the keywords for numbers ask of a value that is known to be one. */
export function numberStatements(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return statements(numberMakers, keywords, subject, pass);
}

/** What the keywords for strings ask of a value that is known to be one; lengths come before patterns. */
export function stringStatements(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  const implied = strings.impliedLengths(keywords);
  const without = new Set(implied.flatMap(({ lengths }) => lengths));
  const needed = keywords.filter((keyword) => !without.has(keyword));
  if (pass.mode === "is") {
    return statements(stringMakers, needed, subject, pass);
  }
  const [first] = implied;
  const isLength = ({ kind }: Keyword): boolean =>
    kind === "minLength" || kind === "maxLength";
  const others = keywords.filter((keyword) => !isLength(keyword));
  if (first === undefined || needed.some(isLength)) {
    return [
      ...strings.lengthStatements(keywords, subject),
      ...statements(stringMakers, others, subject, pass),
    ];
  }
  const { pattern, lengths } = first;
  return [
    ...strings.patternWithLengths(pattern, lengths, subject, pass),
    ...statements(
      stringMakers,
      others.filter((keyword) => keyword !== pattern),
      subject,
      pass,
    ),
  ];
}

function statements<Kinds extends Keyword["kind"]>(
  makers: Makers<Kinds>,
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
): Statement[] {
  return keywords.flatMap((keyword) => {
    const make = makers[keyword.kind as Kinds] as (
      keyword: Keyword,
      subject: Subject,
      pass: Pass,
    ) => Statement[];
    return make(keyword, subject, pass);
  });
}
