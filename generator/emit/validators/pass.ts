import { code, type Code } from "../../code/code.js";
import type { EmitContext } from "../context.js";
import type { Schema } from "../../model/schema.js";
import type { View } from "../../model/views.js";
import type { LocalNames } from "./local-names.js";
import type { ModuleScope } from "./module-scope.js";
import { booleanCode, collectingCode, type Statement } from "./statement.js";
import type { Flow, Subject } from "./subject.js";
import { waivedNames } from "./waived-names.js";

/** Which reading of a schema a validator enforces: as written, or as one side of the wire sees it. */
export type ValidatorView = View | "exact";

/** The making of one function: a boolean one, or one that collects issues. */
export interface Pass {
  readonly mode: "is" | "collect";
  readonly context: EmitContext;
  readonly view: ValidatorView;
  readonly scope: ModuleScope;
  /** From which the names of the functions for parts are made: `Pet`. */
  readonly base: string;
  readonly locals: LocalNames;
  /** The expression of how many recursive schemas were entered; undefined where nothing recursive is met. */
  readonly depth: Code | undefined;
  /** Whether issues are collected without a test before, so that the boolean functions are not needed. */
  readonly collectsOnly: boolean;
  /** What TypeScript may know of expressions; undefined where no expression is looked at twice. */
  readonly flow?: Flow;
  /** The statements of a schema within: handed down, because keywords hold schemas and schemas keywords. */
  readonly statementsOf: (
    schema: Schema,
    subject: Subject,
    pass: Pass,
  ) => Statement[];
}

/**
 * A value of which nothing is known yet, as the schema sees it.
 * @param level 0 for the value that a function is given, else one more than that of the value it lies within
 */
export function newSubject(
  schema: Schema,
  code: Code,
  hint: string,
  location: () => Code,
  level: number,
  { view, context }: Pass,
): Subject {
  return {
    code,
    hint,
    known: undefined,
    location,
    pointer: schema.pointer,
    isShared: false,
    isExact: false,
    level,
    waived: waivedNames(schema, view, context.api),
  };
}

/** The pass for tests in the same function: whatever they stand in, they are boolean. */
export function testing(pass: Pass): Pass {
  return { ...pass, mode: "is" };
}

/** The code of statements, by the mode of the pass. */
export function bodyCode(statements: readonly Statement[], pass: Pass): Code {
  return pass.mode === "is"
    ? booleanCode(statements)
    : collectingCode(statements);
}

/** `, depth` for calls of functions of the module, where the function counts. */
export function depthArgument(pass: Pass): Code {
  return pass.depth === undefined ? code`` : code`, ${pass.depth}`;
}
