import { code, lines, type Code } from "../../code/code.js";
import type { Declaration, FunctionParameter } from "../../code/file.js";
import { identifier } from "../../code/literals.js";
import type { Schema } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import { testCall } from "./condition.js";
import { LocalNames } from "./local-names.js";
import type { ModuleScope } from "./module-scope.js";
import {
  collectorParameters,
  depthParameter,
  rootLocation,
} from "./part-functions.js";
import { bodyCode, newSubject, type Pass, type ValidatorView } from "./pass.js";
import { runtime, runtimeType } from "../runtime-symbols.js";
import { statementsOf } from "./schema-statements.js";
import { booleanBody, type Statement } from "./statement.js";
import type { Subject } from "./subject.js";

/** What is to be made into validators. */
export interface ValidatorRequest {
  readonly schema: Schema;
  readonly view: ValidatorView;
  /** The type that a valid value has. */
  readonly type: Code;
  /** Whether the boolean functions are type guards. */
  readonly narrows: boolean;
  /** Names of the functions to declare. */
  readonly is: string;
  readonly validate: string;
  readonly collect: string;
  /** Name of the counting function; given for a recursive definition, and for nothing else. */
  readonly isWithin?: string;
  /** Whether what was found of a value is remembered, because it may be looked at many times. */
  readonly remembers?: boolean;
  readonly exported: boolean;
  /** From which the names of functions for parts are made; without it, what follows `is` in the name. */
  readonly base?: string;
  /** What a valid value is, for the documentation comments: `a pet`. */
  readonly noun: string;
  /** Shared by all validators of one file. */
  readonly scope: ModuleScope;
}

/**
 * The validators of a schema: `is…`, the boolean one; `validate…`, which gives the value or every issue; and
 * `collect…`, which adds the issues to the list of a location. Hoisted constants and the functions for parts of
 * the schema are left in the scope; the file has to declare them too.
 */
export function validatorDeclarations(
  request: ValidatorRequest,
  context: EmitContext,
): Declaration[] {
  const { type, is, validate, collect, exported, noun } = request;
  const value: FunctionParameter = { name: "value", type: code`unknown` };
  const predicate = request.narrows ? code`value is ${type}` : code`boolean`;
  const valid = request.narrows ? code`value` : code`value: value as ${type}`;
  const booleanBody = booleanCode(request, context);
  const collectorBody = collectorCode(request, context);
  request.scope.addRoot(booleanBody);
  request.scope.addRoot(collectorBody);
  const booleans: Declaration[] =
    request.isWithin === undefined
      ? [
          {
            kind: "function",
            name: is,
            exported,
            docs: `True for ${noun}.`,
            parameters: [value],
            returnType: predicate,
            body: booleanBody,
          },
        ]
      : [
          {
            kind: "function",
            name: is,
            exported,
            docs: `True for ${noun}.`,
            parameters: [value],
            returnType: predicate,
            body: code`return ${identifier(request.isWithin)}(value, 0);`,
          },
          {
            kind: "function",
            name: request.isWithin,
            exported,
            docs: `True for ${noun} that is not nested too deep; for the validators of schemas that hold it.`,
            parameters: [value, depthParameter],
            returnType: predicate,
            body: lines([
              code`if (${runtime.isTooFar}(depth)) return false;`,
              request.remembers === true
                ? code`return ${runtime.testOnce}(${identifier(request.isWithin)}, value, () => {\n${booleanBody}\n});`
                : booleanBody,
            ]),
          },
        ];
  return [
    ...booleans,
    {
      kind: "function",
      name: validate,
      exported,
      docs: `Gives the value where it is ${noun}, else every issue.`,
      parameters: [value],
      returnType: code`${runtimeType.ValidationResult}<${type}>`,
      body: code`return ${identifier(is)}(value) ? { ok: true, ${valid} } : ${runtime.failure}(value, ${identifier(collect)});`,
    },
    {
      kind: "function",
      name: collect,
      exported,
      docs: `Adds every issue of the value to the list of the location.`,
      parameters: fromParameters,
      returnType: code`void`,
      body: collectorBody,
    },
  ];
}

/** What is to be made into a collector alone. */
export type CollectorRequest = Pick<
  ValidatorRequest,
  "schema" | "view" | "collect" | "scope"
> & { readonly base: string };

/**
 * The collector of a schema by itself, for values whose issues are always wanted: no boolean function is tried
 * first, so that none has to be there. It stays in its file.
 */
export function collectorDeclaration(
  request: CollectorRequest,
  context: EmitContext,
): Declaration {
  const { schema, base, collect } = request;
  const pass: Pass = {
    ...firstPass("collect", undefined, { ...request, is: base }, context),
    collectsOnly: true,
  };
  const subject = rootSubject({ schema, is: base }, pass);
  const statements = statementsOf(schema, subject, pass);
  const body =
    statements.length === 0
      ? code``
      : lines([
          code`const at = ${runtime.schemaLocation}(from, ${schema.pointer});`,
          bodyCode(statements, pass),
        ]);
  request.scope.addRoot(body);
  return {
    kind: "function",
    name: collect,
    exported: false,
    parameters: fromParameters,
    returnType: code`void`,
    body,
  };
}

/** A collector of a whole schema says by itself where the schema is. */
const fromParameters: readonly FunctionParameter[] = collectorParameters.map(
  (parameter) =>
    parameter.name === "at" ? { ...parameter, name: "from" } : parameter,
);

/** The statements of a boolean function. */
export function booleanCode(
  request: Pick<
    ValidatorRequest,
    "schema" | "view" | "is" | "isWithin" | "base" | "scope"
  >,
  context: EmitContext,
): Code {
  const depth = request.isWithin === undefined ? undefined : code`depth`;
  const pass = firstPass("is", depth, request, context);
  const statements = statementsOf(
    request.schema,
    rootSubject(request, pass),
    pass,
  );
  return booleanBody(statements);
}

function collectorCode(request: ValidatorRequest, context: EmitContext): Code {
  const depth = request.isWithin === undefined ? undefined : code`at.depth`;
  const pass = firstPass("collect", depth, request, context);
  const statements = statementsOf(
    request.schema,
    rootSubject(request, pass),
    pass,
  );
  const tooDeep =
    depth === undefined
      ? []
      : [
          code`if (${runtime.isTooFar}(from.depth, from.issues)) return ${runtime.depthIssue}(from);`,
        ];
  if (statements.length === 0) return lines(tooDeep);
  const body = [
    code`const at = ${runtime.schemaLocation}(from, ${request.schema.pointer});`,
    bodyCode(sharingTheTest(statements, request), pass),
  ];
  if (request.remembers !== true) return lines([...tooDeep, ...body]);
  const call = code`${runtime.collectOnce}(${identifier(request.collect)}, value, from, (from) => {`;
  return lines([...tooDeep, call, ...body, code`});`]);
}

/** A list of values is long, so it is tested by the boolean function where nothing else has to hold. */
function sharingTheTest(
  statements: readonly Statement[],
  { schema, is }: ValidatorRequest,
): readonly Statement[] {
  const isList =
    schema.kind === "keywords" &&
    schema.keywords.some(({ kind }) => kind === "enum");
  const [first, second] = statements;
  return isList && first?.kind === "check" && second === undefined
    ? [{ ...first, condition: testCall(code`${identifier(is)}(value)`) }]
    : statements;
}

function firstPass(
  mode: Pass["mode"],
  depth: Code | undefined,
  {
    view,
    scope,
    is,
    base = is.replace(/^is/, ""),
  }: Pick<ValidatorRequest, "view" | "scope" | "is" | "base">,
  context: EmitContext,
): Pass {
  return {
    mode,
    context,
    view,
    scope,
    base,
    locals: new LocalNames(),
    depth,
    collectsOnly: false,
    statementsOf,
  };
}

function rootSubject(
  { schema, is }: Pick<ValidatorRequest, "schema" | "is">,
  pass: Pass,
): Subject {
  return newSubject(
    schema,
    code`value`,
    is.replace(/^is/, ""),
    rootLocation,
    0,
    pass,
  );
}
