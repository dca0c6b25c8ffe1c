import { code, lines, type Code } from "../../code/code.js";
import { regexLiteral } from "../../code/literals.js";
import type {
  MaxLengthKeyword,
  MinLengthKeyword,
  PatternKeyword,
  Keyword,
} from "../../model/schema.js";
import { and, or, test, testCall } from "./condition.js";
import type { ModuleScope } from "./module-scope.js";
import type { Pass } from "./pass.js";
import { runtime } from "../runtime-symbols.js";
import { ifBlock, type Check, type Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/**
 * `minLength` and `maxLength` where issues are collected: units say where it is worth counting, the runtime
 * counts.
 */
export function lengthStatements(
  keywords: readonly Keyword[],
  at: Subject,
): Check[] {
  const min = Math.max(
    0,
    ...keywords.map((keyword) =>
      keyword.kind === "minLength" ? keyword.value : 0,
    ),
  );
  const max = keywords.find((keyword) => keyword.kind === "maxLength")?.value;
  if (min === 0 && max === undefined) return [];
  const length = code`${at.code}.length`;
  const enough = min < 2 ? min : 2 * min;
  const notShort = test(
    code`${length} >= ${enough}`,
    code`${length} < ${enough}`,
  );
  const upper = max ?? 0;
  const notLong = test(code`${length} <= ${upper}`, code`${length} > ${upper}`);
  const points = code`${runtime.codePoints}(${at.code})`;
  const exact = and([
    test(code`${length} === ${min}`, code`${length} !== ${min}`),
    test(code`${points} === ${min}`, code`${points} !== ${min}`),
  ]);
  const bounds = max === undefined ? code`${min}` : code`${min}, ${max}`;
  const both = min === max ? exact : and([notShort, notLong]);
  return [
    {
      kind: "check",
      condition: max === undefined ? notShort : min === 0 ? notLong : both,
      issue: () =>
        code`${runtime.lengthIssues}(${at.location()}, ${at.code}, ${bounds})`,
    },
  ];
}

/** `minLength` (Validation §6.3.2): code points are counted only where the number of units does not decide. */
export function minLength(
  { value }: MinLengthKeyword,
  at: Subject,
): Statement[] {
  const points = code`${runtime.codePoints}(${at.code})`;
  const units = test(
    code`${at.code}.length >= ${value}`,
    code`${at.code}.length < ${value}`,
  );
  const condition =
    value < 2
      ? units
      : and([
          units,
          or([
            test(
              code`${at.code}.length >= ${2 * value}`,
              code`${at.code}.length < ${2 * value}`,
            ),
            test(code`${points} >= ${value}`, code`${points} < ${value}`),
          ]),
        ]);
  return value === 0
    ? []
    : [
        {
          kind: "check",
          condition,
          issue: at.location,
        },
      ];
}

/** `maxLength` (Validation §6.3.1). */
export function maxLength(
  { value }: MaxLengthKeyword,
  at: Subject,
): Statement[] {
  const points = code`${runtime.codePoints}(${at.code})`;
  const units = test(
    code`${at.code}.length <= ${value}`,
    code`${at.code}.length > ${value}`,
  );
  const condition =
    value === 0
      ? units
      : or([
          units,
          test(code`${points} <= ${value}`, code`${points} > ${value}`),
        ]);
  return [
    {
      kind: "check",
      condition,
      issue: at.location,
    },
  ];
}

/**
 * A pattern that decides the length, and the lengths it decides, where issues are collected: what the pattern
 * takes is not counted.
 */
export function patternWithLengths(
  keyword: PatternKeyword,
  lengths: readonly Keyword[],
  at: Subject,
  pass: Pass,
): Statement[] {
  const reports = [
    ...lengthStatements(lengths, at),
    ...pattern(keyword, at, pass),
  ].map((statement) => code`${statement.issue()};`);
  const literal = patternConstant(keyword.pattern, at.hint, pass.scope);
  return ifBlock(code`!${literal}.test(${at.code})`, lines(reports));
}

/** `pattern` (Validation §6.3.3), not anchored. */
export function pattern(
  keyword: PatternKeyword,
  at: Subject,
  pass: Pass,
): Check[] {
  const literal = patternConstant(keyword.pattern, at.hint, pass.scope);
  return [
    {
      kind: "check",
      condition: testCall(code`${literal}.test(${at.code})`),
      issue: () =>
        code`${runtime.patternIssue}(${at.location()}, ${at.code}, ${literal})`,
    },
  ];
}

/** The constant of the module that holds a regular expression. */
export function patternConstant(
  pattern: string,
  hint: string,
  scope: ModuleScope,
): Code {
  const literal = regexLiteral(pattern);
  return scope.constant(`/${pattern}/u`, hint, "Pattern", literal);
}

/**
 * The `minLength` and `maxLength` that a pattern among the keywords decides already: it is anchored on both sides
 * and made of ASCII characters and classes with fixed counts, so that it is as fast as the length test.
 */
export function impliedLengths(keywords: readonly Keyword[]): {
  readonly pattern: PatternKeyword;
  readonly lengths: readonly Keyword[];
}[] {
  return keywords.flatMap((pattern) => {
    if (pattern.kind !== "pattern") return [];
    const length = fixedLength(pattern.pattern);
    if (length === undefined) return [];
    const lengths = keywords.filter(
      (keyword) =>
        (keyword.kind === "minLength" && keyword.value <= length) ||
        (keyword.kind === "maxLength" && keyword.value >= length),
    );
    return lengths.length === 0 ? [] : [{ pattern, lengths }];
  });
}

/** The length of every text that a pattern takes; undefined where there is more than one, or none is known. */
function fixedLength(source: string): number | undefined {
  const inside = /^\^(.*)\$$/s.exec(source)?.[1];
  if (inside === undefined) return undefined;
  const atoms =
    /(?:\[(?!\^)[A-Za-z0-9_.+-]+\]|\\d|[A-Za-z0-9_:@/ -])(?:\{(\d{1,4})\})?/y;
  let length = 0;
  let position = 0;
  while (position < inside.length) {
    atoms.lastIndex = position;
    const atom = atoms.exec(inside);
    if (atom === null) return undefined;
    length += Number(atom[1] ?? 1);
    position += atom[0].length;
  }
  return length;
}
