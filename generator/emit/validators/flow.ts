import type { Code } from "../../code/code.js";
import type { JsonValue } from "../../model/json.js";
import type { DefinitionId, Keyword } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import { definitionKinds } from "../value-kinds.js";
import type { Pass } from "./pass.js";
import {
  kindOf,
  type Narrowing,
  type Subject,
  type ValueKind,
} from "./subject.js";
import { kindOfType } from "./type-conditions.js";

/** Whether several schemas may look at the same expression in one function. */
function looksTwice(keywords: readonly Keyword[]): boolean {
  return keywords.some(
    (keyword) =>
      revisiting.has(keyword.kind) ||
      (keyword.kind === "properties" && keyword.patterns.length > 0),
  );
}

const revisiting: ReadonlySet<Keyword["kind"]> = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "conditional",
  "dependentSchemas",
]);

/** A pass whose tests say nothing of what follows it. */
export function forked(pass: Pass): Pass {
  return pass.flow === undefined ? pass : { ...pass, flow: new Map(pass.flow) };
}

/**
 * Notes what one of several tests leaves, of which none but the first that holds has run.
 * @param branches the passes of the tests, each forked from the one around
 */
export function noteEither(branches: readonly Pass[], { flow }: Pass): void {
  const [first] = branches;
  if (flow === undefined || first?.flow === undefined) return;
  for (const text of first.flow.keys()) {
    const all = branches.map((branch) => branch.flow?.get(text));
    if (all.every((each) => each !== undefined)) flow.set(text, either(all));
  }
}

/** The pass of another function, in which nothing has been tested. */
export function withoutFlow(pass: Pass): Pass {
  const { flow: _, ...others } = pass;
  return others;
}

/**
 * The pass for the keywords of a schema, which knows what the tests of its types and constants leave of a value. Where
 * issues are collected, a type narrows what is tested under it alone, and constants narrow nothing.
 */
export function noting(
  keywords: readonly Keyword[],
  subject: Subject,
  around: Pass,
): Pass {
  if (around.flow === undefined && !looksTwice(keywords)) return around;
  const pass: Pass =
    around.flow === undefined || around.mode === "collect"
      ? { ...around, flow: new Map(around.flow) }
      : around;
  for (const keyword of keywords) {
    if (keyword.kind === "type") {
      note(subject.code, { kinds: kindsOfTypes(keyword.types) }, pass);
    } else if (pass.mode === "is" && keyword.kind === "const") {
      note(subject.code, narrowingOf([keyword.value]), pass);
    } else if (pass.mode === "is" && keyword.kind === "enum") {
      note(subject.code, narrowingOf(keyword.values), pass);
    }
  }
  return pass;
}

/** Notes what is left of a value for a variable that it is copied to. */
export function noteCopy(variable: Code, value: Code, { flow }: Pass): void {
  const known = flow?.get(textOf(value));
  if (known === undefined) flow?.delete(textOf(variable));
  else flow?.set(textOf(variable), known);
}

/**
 * Notes of a member what tests that run only where it is present leave of it.
 * @param tests the pass of the tests, forked from the one around
 */
export function noteWherePresent(
  member: Code,
  tests: Pass,
  { flow }: Pass,
): void {
  const text = textOf(member);
  const left = tests.flow?.get(text);
  if (left !== undefined) flow?.set(text, left);
}

/** Notes that a value is absent. */
export function noteAbsence(value: Code, pass: Pass): void {
  note(value, { kinds: new Set() }, pass);
}

/** Notes what the type guard of a definition leaves of a value. */
export function noteReference(
  target: DefinitionId,
  subject: Subject,
  pass: Pass,
): void {
  if (pass.flow === undefined) return;
  const kinds = definitionKinds.of(pass.context.api, target);
  if (kinds === null) return;
  note(
    subject.code,
    {
      kinds: new Set<ValueKind>([
        "null",
        ...kinds.flatMap((kind): ValueKind[] =>
          kind === "object" ? ["object", "array"] : [kind],
        ),
      ]),
      ...valuesOf(target, pass.context),
    },
    pass,
  );
}

function valuesOf(
  target: DefinitionId,
  { api }: EmitContext,
): Pick<Narrowing, "values"> {
  const schema = api.definitions[target]?.schema;
  const keywords = schema?.kind === "keywords" ? schema.keywords : [];
  const listed = keywords.find((keyword) => keyword.kind === "enum")?.values;
  return listed === undefined ? {} : { values: listed };
}

function note(value: Code, found: Narrowing, { flow }: Pass): void {
  if (flow === undefined) return;
  const text = textOf(value);
  const before = flow.get(text);
  flow.set(text, before === undefined ? found : both(before, found));
}

function either(all: readonly Narrowing[]): Narrowing {
  const values = all.map((one) => one.values);
  return {
    kinds: new Set(all.flatMap((one) => [...one.kinds])),
    ...(values.every((each) => each !== undefined) && {
      values: values.flat(),
    }),
  };
}

function both(a: Narrowing, b: Narrowing): Narrowing {
  const others = b.values && new Set(b.values);
  const values =
    a.values === undefined || others === undefined
      ? (a.values ?? b.values)
      : a.values.filter((value) => others.has(value));
  return {
    kinds: new Set([...a.kinds].filter((kind) => b.kinds.has(kind))),
    ...(values === undefined ? {} : { values }),
  };
}

function narrowingOf(values: readonly JsonValue[]): Narrowing {
  return { kinds: new Set(values.map(kindOf)), values };
}

function kindsOfTypes(
  types: readonly (keyof typeof kindOfType)[],
): ReadonlySet<ValueKind> {
  return new Set(types.map((type) => kindOfType[type]));
}

/** The text of an expression, by which it is found again. */
export function textOf({ parts }: Code): string {
  return parts
    .map((part) => (typeof part === "string" ? part : part.name))
    .join("");
}
