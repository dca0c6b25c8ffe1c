import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { and, fails, holds, type Condition } from "./condition.js";

/** A test, and what is reported where it fails. */
export interface Check {
  readonly kind: "check";
  /** What has to hold. */
  readonly condition: Condition;
  /** The call that reports an issue. */
  readonly issue: () => Code;
}

/** Code that tests by itself. */
export interface Block {
  readonly kind: "block";
  readonly code: Code;
  /** True where it is one `if` with what belongs to it. */
  readonly isIf?: boolean;
  /** The same at the end of a boolean function: it returns on every way. */
  readonly ending?: Code;
}

/** A piece of a validator's body. */
export type Statement = Check | Block;

/** How many tests one `if` or `return` holds at most. */
export const mostTests = 6;

/** The statements of a function that gives a boolean: the first check that fails ends it. */
export function booleanCode(statements: readonly Statement[]): Code {
  const pieces: Code[] = [];
  let pending: Condition[] = [];
  const flush = (): void => {
    if (pending.length > 0) {
      pieces.push(code`if (${fails(and(pending))}) return false;`);
    }
    pending = [];
  };
  for (const statement of statements) {
    if (statement.kind === "block") {
      flush();
      pieces.push(statement.code);
      continue;
    }
    const { condition } = statement;
    if (condition.kind === "always") continue;
    if (condition.kind === "never") {
      flush();
      pieces.push(code`return false;`);
      return lines(pieces);
    }
    // Single tests share a line; what holds several is easier to read by itself.
    if (condition.size > 1 || pending.length >= mostTests) flush();
    pending.push(condition);
    if (condition.size > 1) flush();
  }
  flush();
  return lines(pieces);
}

/** The whole body of a function that gives a boolean. */
export function booleanBody(statements: readonly Statement[]): Code {
  if (alwaysFails(statements)) return booleanCode(statements);
  const last = statements.at(-1);
  const conditions = conditionsOf(statements);
  const whole = conditions === undefined ? undefined : and(conditions);
  if (whole?.kind === "always") return code`return true;`;
  if (whole?.kind === "test" && whole.size <= mostTests) {
    return code`return ${holds(whole)};`;
  }
  if (last?.kind === "check" && last.condition.kind === "test") {
    const before = booleanCode(statements.slice(0, -1));
    const end = code`return ${holds(last.condition)};`;
    return isEmpty(before) ? end : lines([before, end]);
  }
  const [before, end] =
    last?.kind === "block" && last.ending !== undefined
      ? [statements.slice(0, -1), last.ending]
      : [statements, code`return true;`];
  return lines([booleanCode(before), end].filter((piece) => !isEmpty(piece)));
}

/** The statements of a function that reports every check that fails. */
export function collectingCode(statements: readonly Statement[]): Code {
  const pieces: Code[] = [];
  for (const statement of statements) {
    if (statement.kind === "block") {
      pieces.push(statement.code);
    } else if (statement.condition.kind === "never") {
      pieces.push(code`${statement.issue()};`);
    } else if (statement.condition.kind === "test") {
      pieces.push(
        code`if (${fails(statement.condition)}) ${statement.issue()};`,
      );
    }
  }
  return lines(pieces);
}

/** The conditions of statements that are checks alone; undefined where one is not. */
export function conditionsOf(
  statements: readonly Statement[],
): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const statement of statements) {
    if (statement.kind !== "check") return undefined;
    conditions.push(statement.condition);
  }
  return conditions;
}

/** True where the last piece leaves the function whatever the value is. */
export function alwaysFails(statements: readonly Statement[]): boolean {
  return statements.some(
    (statement) =>
      statement.kind === "check" && statement.condition.kind === "never",
  );
}

/** The test of a kind of value and what is asked of that kind; nothing where that is nothing. */
export function ifBlock(condition: Code, body: Code): Statement[] {
  return isEmpty(body)
    ? []
    : [
        {
          kind: "block",
          code: code`if (${condition}) {\n${body}\n}`,
          isIf: true,
        },
      ];
}

/** An `if` whose consequence is one statement, and what is done otherwise. */
export function ifElse(
  condition: Code,
  consequence: Code,
  otherwise: readonly Statement[],
  print: (statements: readonly Statement[]) => Code,
): Statement {
  const [only] = otherwise;
  const body = print(otherwise);
  const isChain =
    otherwise.length === 1 && (only?.kind === "check" || only?.isIf === true);
  const rest = isChain ? body : code`{\n${body}\n}`;
  return {
    kind: "block",
    code: isEmpty(body)
      ? code`if (${condition}) ${consequence};`
      : code`if (${condition}) ${consequence};\nelse ${rest}`,
    isIf: true,
  };
}

/**
 * A body with the declaration of a variable before it, as far as the body uses it: a schema that nothing fits looks
 * at no value.
 */
export function declaring(variable: Code, value: Code, body: Code): Code {
  const [name] = variable.parts;
  const isUsed = typeof name === "string" && wordsOf(body).has(name);
  return isUsed
    ? lines([code`const ${variable}: unknown = ${value};`, body])
    : body;
}

function wordsOf({ parts }: Code): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) =>
      typeof part === "string" ? (part.match(/[\w$]+/g) ?? []) : [],
    ),
  );
}
