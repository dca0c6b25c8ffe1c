import { code, isEmpty, joinCode, lines, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import type {
  KeywordSchema,
  UnevaluatedPropertiesKeyword,
} from "../../model/schema.js";
import { evaluatedBy, type Evaluated } from "./evaluated.js";
import { declareFlags } from "./evaluated-flags.js";
import { bodyCode, newSubject, type Pass } from "./pass.js";
import { childLocation } from "./instance-locations.js";
import { runtime } from "../runtime-symbols.js";
import type { Statement } from "./statement.js";
import { patternConstant } from "./string-keywords.js";
import type { Subject } from "./subject.js";

/**
 * `unevaluatedProperties` (Core §11.3). Which members the other keywords evaluate is known beforehand, but for
 * those under a condition: each condition is tested once and kept in a variable.
 */
export function unevaluatedProperties(
  { schema }: UnevaluatedPropertiesKeyword,
  owner: KeywordSchema,
  subject: Subject,
  pass: Pass,
): Statement[] {
  if (schema.kind === "any") return [];
  const evaluated = evaluatedBy(
    owner.keywords,
    "unevaluatedProperties",
    pass.context.api,
  );
  if (evaluated.allProperties) return [];
  const { declarations, flags } = declareFlags(
    evaluated,
    ({ names, patterns, allProperties }) =>
      allProperties ||
      patterns.length > 0 ||
      [...names].some((name) => !evaluated.names.has(name)),
    subject,
    pass,
  );
  const key = identifier(pass.locals.unused("key"));
  const field = identifier(pass.locals.unused("field"));
  const body =
    schema.kind === "never"
      ? refusal(key, subject, pass)
      : bodyCode(
          pass.statementsOf(
            schema,
            newSubject(
              schema,
              field,
              "field",
              childLocation(subject, key, schema),
              subject.level + 1,
              pass,
            ),
            pass,
          ),
          pass,
        );
  if (isEmpty(body)) return [];
  const every = flags.filter((each) => each.evaluated.allProperties);
  const some = flags.filter((each) => !each.evaluated.allProperties);
  const loop = lines([
    code`for (const ${key} in ${subject.code}) {`,
    code`const ${field} = ${subject.code}[${key}];`,
    code`if (${field} === undefined) continue;`,
    ...skipping(evaluated, undefined, key, pass),
    ...some.flatMap((each) => skipping(each.evaluated, each.flag, key, pass)),
    body,
    code`}`,
  ]);
  const unless = joinCode(
    every.map(({ flag }) => code`!${flag}`),
    code` && `,
  );
  const guarded =
    every.length === 0 ? loop : code`if (${unless}) {\n${loop}\n}`;
  return [{ kind: "block", code: lines([...declarations, guarded]) }];
}

/** Goes on to the next key where this one is evaluated. */
function skipping(
  { names, patterns }: Evaluated,
  flag: Code | undefined,
  key: Code,
  pass: Pass,
): Code[] {
  const pieces: Code[] = [];
  const condition = flag === undefined ? code`` : code`${flag} && `;
  if (names.size > 4) {
    const labels = [...names].map((name) => code`case ${name}:`);
    const leave =
      flag === undefined
        ? code`continue;`
        : code`if (${flag}) continue;\nbreak;`;
    pieces.push(code`switch (${key}) {\n${lines(labels)}\n${leave}\n}`);
  } else if (names.size > 0) {
    const tests = [...names].map((name) => code`${key} === ${name}`);
    const any = joinCode(tests, code` || `);
    pieces.push(
      flag === undefined || names.size === 1
        ? code`if (${condition}${any}) continue;`
        : code`if (${condition}(${any})) continue;`,
    );
  }
  for (const pattern of patterns) {
    const literal = patternConstant(pattern, "key", pass.scope);
    pieces.push(code`if (${condition}${literal}.test(${key})) continue;`);
  }
  return pieces;
}

function refusal(key: Code, subject: Subject, pass: Pass): Code {
  return pass.mode === "is"
    ? code`return false;`
    : code`${runtime.unexpectedIssue}(${subject.location()}, ${key}, "unevaluatedProperties");`;
}
