import { code, joinCode, type Code } from "../../code/code.js";
import { identifier } from "../../code/literals.js";
import {
  holds,
  never,
  not,
  or,
  test,
  type Condition,
  memberCode,
  presence,
} from "./condition.js";
import type { Evaluated, When } from "./evaluated.js";
import { forked } from "./flow.js";
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
  const ways = new Map<Evaluated, Code[]>();
  for (const from of inOrder(evaluated, matters)) {
    const flag = from === evaluated ? undefined : flagFor(from);
    if (from !== evaluated && flag === undefined) continue;
    for (const { when, evaluated: inner } of from.conditional) {
      const known = ways.get(inner);
      if (known === undefined) continue;
      const condition = conditionFor(when, subject, pass);
      if (condition.kind === "never") continue;
      const value = holds(condition);
      known.push(flag === undefined ? value : code`${flag} && (${value})`);
    }
  }
  return { declarations, flags };

  /** Undefined where no condition that leads there can hold. */
  function flagFor(inner: Evaluated): Code | undefined {
    const [only, ...others] = ways.get(inner) ?? [];
    if (only === undefined) return undefined;
    const flag = identifier(pass.locals.unused("evaluates"));
    const value =
      others.length === 0
        ? only
        : joinCode(
            [only, ...others].map((way) => code`(${way})`),
            code` || `,
          );
    declarations.push(code`const ${flag} = ${value};`);
    flags.push({ flag, evaluated: inner });
    return flag;
  }

  /** Everything that matters, each before what its conditions lead to. */
  function inOrder(
    root: Evaluated,
    doesMatter: (evaluated: Evaluated) => boolean,
  ): Evaluated[] {
    const order: Evaluated[] = [];
    const seen = new Map<Evaluated, boolean>();
    const visit = (one: Evaluated): boolean => {
      const known = seen.get(one);
      if (known !== undefined) return known;
      seen.set(one, false);
      let reaches = one === root || doesMatter(one);
      for (const { evaluated: inner } of [...one.conditional].reverse()) {
        if (visit(inner)) reaches = true;
      }
      seen.set(one, reaches);
      if (reaches) {
        order.push(one);
        ways.set(one, []);
      }
      return reaches;
    };
    visit(root);
    return order.reverse();
  }
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
