import { code, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import { holds, never, not, or, test, type Condition } from "./condition.js";
import type { Evaluated, When } from "./evaluated.js";
import { forked } from "./flow.js";
import { memberCode, presence } from "./members.js";
import { conditionOf } from "./part-functions.js";
import type { Pass } from "./pass.js";
import { isKnown, type Subject } from "./subject.js";

/** One thing that is evaluated only where a variable of the function is true. */
export interface Flagged {
  readonly flag: Code;
  readonly evaluated: Evaluated;
}

/**
 * Declares a variable for each condition under which something more is evaluated.
 * @param matters whether what a condition evaluates makes a difference
 */
export function declareFlags(
  evaluated: Evaluated,
  matters: (evaluated: Evaluated) => boolean,
  subject: Subject,
  pass: Pass,
): {
  readonly declarations: readonly Code[];
  readonly flags: readonly Flagged[];
} {
  const declarations: Code[] = [];
  const flags: Flagged[] = [];
  const add = (from: Evaluated, outer: Code | undefined): void => {
    for (const { when, evaluated: inner } of from.conditional) {
      if (!reaches(inner, matters)) continue;
      const condition = conditionFor(when, subject, pass);
      if (condition.kind === "never") continue;
      const flag = identifier(pass.locals.unused("evaluates"));
      const value = holds(condition);
      declarations.push(
        outer === undefined
          ? code`const ${flag} = ${value};`
          : code`const ${flag} = ${outer} && (${value});`,
      );
      flags.push({ flag, evaluated: inner });
      add(inner, flag);
    }
  };
  add(evaluated, undefined);
  return { declarations, flags };
}

function reaches(
  evaluated: Evaluated,
  matters: (evaluated: Evaluated) => boolean,
): boolean {
  return (
    matters(evaluated) ||
    evaluated.conditional.some((each) => reaches(each.evaluated, matters))
  );
}

function conditionFor(when: When, subject: Subject, pass: Pass): Condition {
  if (when.kind === "tagged") {
    if (!isKnown(subject, "object")) return never;
    const member = memberCode(subject, when.property);
    return or(
      when.tags.map((tag) =>
        test(code`${member} === ${tag}`, code`${member} !== ${tag}`),
      ),
    );
  }
  if (when.kind === "has") {
    return isKnown(subject, "object") ? presence(subject, when.name) : never;
  }
  const { schema } = when;
  const inner = { ...subject, pointer: schema.pointer };
  const condition = conditionOf(schema, "Option", inner, forked(pass));
  return when.kind === "matches" ? condition : not(condition);
}
