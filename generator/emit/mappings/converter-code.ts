import { code, joinCode, type Code } from "../../code/code.js";
import { propertyKey, regexLiteral } from "../../code/literals.js";
import { externalSymbol } from "../../code/symbol.js";
import type { UserType } from "../../config/type-mapping.js";
import type { Leaf } from "../../mapping/mappings.js";
import type {
  ChoicePlan,
  ItemsPlan,
  MembersPlan,
  Plan,
  PlanByKind,
  TaggedPlan,
} from "../../mapping/plan.js";
import type { EmitContext } from "../context.js";
import { guardFunction } from "../validators/guard-function.js";
import type { ModuleScope } from "../validators/module-scope.js";
import { runtime } from "../runtime-symbols.js";

/** `parse` leads from the wire to memory, `serialize` back. */
export type Direction = "parse" | "serialize";

/** What the code of a converter is made in. */
export interface ConverterScope {
  readonly direction: Direction;
  readonly context: EmitContext;
  /** Takes the functions that tell options apart. */
  readonly scope: ModuleScope;
  /** From which their names are made. */
  readonly base: string;
}

/** The expression of the function that converts values as a plan says. */
export function converterCode(plan: Plan, scope: ConverterScope): Code {
  return (byKind[plan.kind] as (plan: Plan, scope: ConverterScope) => Code)(
    plan,
    scope,
  );
}

const byKind: {
  readonly [K in Plan["kind"]]: (
    plan: PlanByKind[K],
    scope: ConverterScope,
  ) => Code;
} = {
  leaf: ({ leaf }, { direction }) => leafCode(leaf, direction),
  definition: ({ id }, { direction, context }) => {
    const mapped = context.names.schemas.get(id)?.mapped;
    if (mapped === undefined) throw new RangeError(`${id} is not mapped`);
    return code`${mapped[direction]}`;
  },
  items: itemsCode,
  members: membersCode,
  every: ({ parts }, scope) =>
    code`${runtime.everyOf}(${joinCode(
      parts.map((part) => converterCode(part, scope)),
      code`, `,
    )})`,
  tagged: taggedCode,
  choice: choiceCode,
  present: ({ name, plan }, scope) =>
    code`${runtime.whenPresent}(${name}, ${converterCode(plan, scope)})`,
};

function leafCode(leaf: Leaf, direction: Direction): Code {
  const { type, wire, format } = leaf;
  if (typeof type === "object") return userCode(leaf, type, direction);
  const isParse = direction === "parse";
  if (type === "Date") {
    if (isParse) return code`${runtime.parseDate}`;
    return format === "date"
      ? code`${runtime.serializeDay}`
      : code`${runtime.serializeDate}`;
  }
  if (!wire.includes("number")) {
    return isParse
      ? code`${runtime.parseBigintText}`
      : code`${runtime.serializeBigintText}`;
  }
  return isParse
    ? code`${runtime.parseBigint}`
    : code`${runtime.serializeBigint}`;
}

function userCode(leaf: Leaf, user: UserType, direction: Direction): Code {
  const { wire, others, isExact } = leaf;
  const name = user[direction];
  if (name === undefined) throw new RangeError(`${user.type} is only a type`);
  const convert = externalSymbol(name, user.module, false);
  if (direction === "serialize") {
    const list = others.map((kind) => code`, ${kind}`);
    return code`${runtime.serializeWith}(${convert}, ${user.type}${list})`;
  }
  const kinds: readonly string[] = isExact ? [...wire, "bigint"] : wire;
  const list = kinds.map((kind) => code`, ${kind}`);
  return code`${runtime.parseWith}(${convert}, ${user.type}${list})`;
}

function itemsCode({ prefix, rest }: ItemsPlan, scope: ConverterScope): Code {
  const plans = [rest, ...prefix];
  const list = plans.map((plan) => optionalCode(plan, scope));
  return code`${runtime.itemsOf}(${joinCode(list, code`, `)})`;
}

function membersCode(
  { named, patterns, rest }: MembersPlan,
  scope: ConverterScope,
): Code {
  const members = named.map(
    ({ name, plan }) => code`${tableKey(name)}: ${optionalCode(plan, scope)}`,
  );
  const table =
    members.length === 0 ? code`{}` : code`{ ${joinCode(members, code`, `)} }`;
  if (patterns.length === 0) {
    return rest === undefined
      ? code`${runtime.membersOf}(${table})`
      : code`${runtime.membersOf}(${table}, () => ${converterCode(rest, scope)})`;
  }
  const choice = patterns.reduceRight(
    (otherwise, { pattern, plan }) =>
      code`${regexLiteral(pattern)}.test(key) ? ${optionalCode(plan, scope)} : ${otherwise}`,
    optionalCode(rest, scope),
  );
  return code`${runtime.membersOf}(${table}, (key) => ${choice})`;
}

function taggedCode(
  { property, cases, otherwise }: TaggedPlan,
  scope: ConverterScope,
): Code {
  const members = cases.map(
    ({ value, plan }) => code`${tableKey(value)}: ${optionalCode(plan, scope)}`,
  );
  const rest =
    otherwise === undefined
      ? code``
      : code`, ${converterCode(otherwise, scope)}`;
  return code`${runtime.taggedBy}(${property}, { ${joinCode(members, code`, `)} }${rest})`;
}

function choiceCode(
  { takes, options }: ChoicePlan,
  scope: ConverterScope,
): Code {
  const { direction, context } = scope;
  const view = direction === "parse" ? "response" : "request";
  const list = options.map(({ schema, plan }) => {
    const fits = guardFunction(schema, view, scope.base, scope.scope, context);
    return plan === undefined
      ? code`[${fits}]`
      : code`[${fits}, ${converterCode(plan, scope)}]`;
  });
  const choose =
    direction === "parse" ? runtime.parseChoice : runtime.serializeChoice;
  return code`${choose}(${takes}, ${joinCode(list, code`, `)})`;
}

function optionalCode(plan: Plan | undefined, scope: ConverterScope): Code {
  return plan === undefined ? code`undefined` : converterCode(plan, scope);
}

/** A key of a table; `__proto__` would else set the prototype. */
export function tableKey(name: string): Code {
  return name === "__proto__" ? code`[${name}]` : propertyKey(name);
}
