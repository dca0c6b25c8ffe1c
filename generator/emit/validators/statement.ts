import { code, isEmpty, lines, type Code } from "../../code/code.js";
import { and, fails, type Condition } from "./condition.js";

/** A piece of a validator's body. */
export type Statement =
  | {
      readonly kind: "check";
      /** What has to hold. */
      readonly condition: Condition;
      /** The call that reports an issue. */
      readonly issue: Code;
    }
  | { readonly kind: "block"; readonly code: Code };

/** How many tests one `if` may hold before the next begins. */
const testsPerLine = 6;

/** The statements of a function that gives a boolean: the first check that fails ends it. */
export function booleanCode(statements: readonly Statement[]): Code {
  const pieces: Code[] = [];
  let pending: Condition[] = [];
  let size = 0;
  const flush = (): void => {
    if (pending.length > 0) {
      pieces.push(code`if (${fails(and(pending))}) return false;`);
    }
    pending = [];
    size = 0;
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
    if (size + condition.size > testsPerLine) flush();
    pending.push(condition);
    size += condition.size;
  }
  flush();
  return lines(pieces);
}

/** The statements of a function that reports every check that fails. */
export function collectingCode(statements: readonly Statement[]): Code {
  const pieces: Code[] = [];
  for (const statement of statements) {
    if (statement.kind === "block") {
      pieces.push(statement.code);
    } else if (statement.condition.kind === "never") {
      pieces.push(code`${statement.issue};`);
    } else if (statement.condition.kind === "test") {
      pieces.push(code`if (${fails(statement.condition)}) ${statement.issue};`);
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

/** `if (test) { body }`, or nothing where the body is. */
export function ifBlock(condition: Code, body: Code): Code {
  return isEmpty(body) ? body : code`if (${condition}) {\n${body}\n}`;
}
