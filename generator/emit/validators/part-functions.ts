import { code, type Code } from "../../code/code.js";
import type {
  FunctionDeclaration,
  FunctionParameter,
} from "../../code/file.js";
import { mayBeBigint } from "../../mapping/mappings.js";
import type { Schema } from "../../model/schema.js";
import { referencesWithin } from "../../model/walk-schema.js";
import { and, testCall, type Condition } from "./condition.js";
import { forked, noteEither, withoutFlow } from "./flow.js";
import { LocalNames, localName } from "./local-names.js";
import {
  bodyCode,
  depthArgument,
  newSubject,
  testing,
  type Pass,
} from "./pass.js";
import { countsDepth } from "./reference-graph.js";
import { targetSymbols } from "./reference-keywords.js";
import { runtimeType } from "../runtime-symbols.js";
import { booleanBody, conditionsOf, type Statement } from "./statement.js";
import { isKnown, narrowed, type Subject, type ValueKind } from "./subject.js";

/** A condition with more tests than this gets a function of its own. */
const largestCondition = 6;

/**
 * The test of a part of a schema: an expression where it is short, else the call of a function of the module.
 * @param role what the part is, for the function's name: `Option`, `Condition`
 */
export function conditionOf(
  schema: Schema,
  role: string,
  subject: Subject,
  pass: Pass,
): Condition {
  const inner = testing(pass);
  return (
    shortCondition(schema, subject, inner) ??
    functionCondition(schema, role, subject, inner)
  );
}

/** The call of the boolean function for a part of a schema. */
function functionCondition(
  schema: Schema,
  role: string,
  subject: Subject,
  outer: Pass,
): Condition {
  const pass = countingFor(schema, outer);
  const kind = (["object", "string", "array", "number"] as const).find((each) =>
    isKnown(subject, each),
  );
  const name = pass.scope.partFunction(
    schema,
    `is ${pass.view} ${kind ?? ""} ${pass.depth === undefined ? "" : "depth"}`,
    `is${pass.base}${role}`,
    (text) =>
      booleanFunction(
        text,
        kind === undefined ? code`unknown` : typeOf(kind, schema, pass),
        (inner) =>
          pass.statementsOf(
            schema,
            ownSubject(schema, subject.hint, kind, inner),
            inner,
          ),
        pass,
      ),
  );
  return testCall(code`${name}(${subject.code}${depthArgument(pass)})`);
}

/** The pass for the function of a part: it counts no depth where nothing recursive lies within. */
function countingFor(schema: Schema, pass: Pass): Pass {
  if (pass.depth === undefined) return pass;
  const { api } = pass.context;
  for (const target of referencesWithin(schema)) {
    if (countsDepth.of(api, target)) return pass;
  }
  return { ...pass, depth: undefined };
}

/**
 * The call of the boolean function for some members of an object.
 * @param first the number of the first of them
 * @param statementsIn what is asked of the members of `value`, made in the pass of the function
 */
export function membersCondition(
  schema: Schema,
  first: number,
  statementsIn: (pass: Pass) => Statement[],
  subject: Subject,
  outer: Pass,
): Condition {
  const pass = countingFor(schema, outer);
  const name = pass.scope.partFunction(
    schema,
    `members ${first} ${pass.view} ${pass.depth === undefined ? "" : "depth"}`,
    `is${pass.base}Members`,
    (text) => booleanFunction(text, typeOfKind.object, statementsIn, pass),
  );
  return testCall(code`${name}(${subject.code}${depthArgument(pass)})`);
}

/** The check of a member or item whose schema is large enough to have functions of its own. */
export function partCheck(
  schema: Schema,
  subject: Subject,
  pass: Pass,
): Statement {
  const name = localName(subject.hint);
  const role = name.charAt(0).toUpperCase() + name.slice(1);
  const issue = (): Code =>
    code`${collectorOf(schema, role, pass)}(${subject.code}, ${subject.location()})`;
  // Within a recursive schema a test of its own would look at what lies below once more at each level.
  if (
    pass.mode === "collect" &&
    (pass.collectsOnly || pass.depth !== undefined)
  ) {
    return { kind: "block", code: code`${issue()};` };
  }
  const condition = functionCondition(schema, role, subject, testing(pass));
  return {
    kind: "check",
    condition,
    issue: pass.mode === "is" ? subject.location : issue,
  };
}

function shortCondition(
  schema: Schema,
  subject: Subject,
  pass: Pass,
): Condition | undefined {
  const long = pass.scope.longIn(pass.view);
  if (long.has(schema)) return undefined;
  const inner = { ...forked(pass), locals: new LocalNames() };
  const statements = pass.statementsOf(schema, subject, inner);
  const conditions = conditionsOf(statements);
  const condition = conditions === undefined ? undefined : and(conditions);
  if (
    condition === undefined ||
    (condition.kind === "test" && condition.size > largestCondition)
  ) {
    long.add(schema);
    return undefined;
  }
  noteEither([inner], pass);
  return condition;
}

function booleanFunction(
  name: string,
  type: Code,
  statementsIn: (pass: Pass) => Statement[],
  pass: Pass,
): FunctionDeclaration {
  const depth = pass.depth === undefined ? undefined : code`depth`;
  return {
    kind: "function",
    name,
    exported: false,
    parameters: [
      { name: "value", type },
      ...(depth === undefined ? [] : [depthParameter]),
    ],
    returnType: code`boolean`,
    body: booleanBody(
      statementsIn({ ...withoutFlow(pass), locals: new LocalNames(), depth }),
    ),
  };
}

/**
 * The function that collects the issues of a part of a schema: of a reference the definition's own, else one
 * of the module.
 */
export function collectorOf(schema: Schema, role: string, pass: Pass): Code {
  if (schema.kind === "ref") {
    return code`${targetSymbols(schema.target, pass).collect}`;
  }
  return pass.scope.partFunction(
    schema,
    `collect ${pass.view}`,
    `collect${pass.base}${role}`,
    (name) => {
      const inner: Pass = {
        ...withoutFlow(pass),
        mode: "collect",
        locals: new LocalNames(),
      };
      return {
        kind: "function",
        name,
        exported: false,
        parameters: collectorParameters,
        returnType: code`void`,
        body: bodyCode(
          pass.statementsOf(
            schema,
            ownSubject(schema, role, undefined, inner),
            inner,
          ),
          inner,
        ),
      };
    },
  );
}

export const depthParameter: FunctionParameter = {
  name: "depth",
  type: code`number`,
};

export const collectorParameters: readonly FunctionParameter[] = [
  { name: "value", type: code`unknown` },
  { name: "at", type: code`${runtimeType.InstanceLocation}` },
];

const typeOfKind = {
  object: code`Record<string, unknown>`,
  array: code`readonly unknown[]`,
  string: code`string`,
  number: code`number`,
} as const satisfies Partial<Record<ValueKind, Code>>;

/** The type of a value that is known to be of a kind; a number may be a bigint where the schema says so. */
function typeOf(
  kind: keyof typeof typeOfKind,
  schema: Schema,
  { context }: Pass,
): Code {
  const isExact = kind === "number" && mayBeBigint(context.mappings, schema);
  return isExact ? code`number | bigint` : typeOfKind[kind];
}

/** The location of the value that a function is given. */
export const rootLocation = (): Code => code`at`;

function ownSubject(
  schema: Schema,
  hint: string,
  kind: ValueKind | undefined,
  pass: Pass,
): Subject {
  const subject = newSubject(schema, code`value`, hint, rootLocation, 0, pass);
  return kind === undefined ? subject : narrowed(subject, kind);
}
