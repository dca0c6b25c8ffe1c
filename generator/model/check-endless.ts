import type { Api } from "./api.js";
import type { Reporter } from "./reporter.js";
import type { DefinitionId, Rule, RuleByKind, Schema } from "./schema.js";

type InPlace = {
  readonly [K in Rule["kind"]]?: (
    rule: RuleByKind[K],
  ) => readonly (Schema | undefined)[];
};

/** The schemas of a rule that apply to the same value as the rule. */
const inPlace: InPlace = {
  allOf: (rule) => rule.schemas,
  anyOf: (rule) => rule.schemas,
  oneOf: (rule) => rule.schemas,
  not: (rule) => [rule.schema],
  conditional: (rule) => [rule.if, rule.then, rule.else],
  dependentSchemas: (rule) => rule.entries.map(({ schema }) => schema),
};

/**
 * Reports definitions that apply to the same value for ever, because references in place lead back to them
 * (JSON Schema Core §9.4.1). Each cycle is reported once, at its first definition.
 */
export function checkEndless(
  definitions: Api["definitions"],
  reporter: Reporter,
): void {
  const done = new Set<DefinitionId>();
  for (const id of Object.keys(definitions)) {
    const cycle = findCycle(id, definitions, done);
    if (cycle === undefined) continue;
    const [first = id] = cycle;
    const place = definitions[first]?.schema.pointer ?? first;
    const hash = place.indexOf("#");
    reporter.add(
      "schema-endless",
      { file: place.slice(0, hash), pointer: place.slice(hash + 1) },
      `The schema applies to the same value for ever: ${[...cycle, first].slice(0, 8).join(" → ")}.`,
      "Let one of the references stand under properties or items, or remove it.",
    );
  }
}

interface Step {
  readonly id: DefinitionId;
  readonly targets: DefinitionId[];
}

/** The first cycle that is reached from a definition. What has been walked is not walked again. */
function findCycle(
  start: DefinitionId,
  definitions: Api["definitions"],
  done: Set<DefinitionId>,
): DefinitionId[] | undefined {
  if (done.has(start)) return undefined;
  const path: Step[] = [];
  const onPath = new Set<DefinitionId>();
  let found: DefinitionId[] | undefined;
  enter(start);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const target = step.targets.pop();
    if (target === undefined) {
      onPath.delete(step.id);
      done.add(step.id);
      path.pop();
    } else if (onPath.has(target)) {
      const ids = path.map(({ id }) => id);
      found ??= ids.slice(ids.indexOf(target));
    } else if (!done.has(target)) enter(target);
  }
  return found;

  function enter(id: DefinitionId): void {
    const definition = definitions[id];
    const targets =
      definition === undefined ? [] : targetsInPlace(definition.schema);
    path.push({ id, targets: targets.reverse() });
    onPath.add(id);
  }
}

/** The definitions that a schema applies to the very value that it is applied to. */
function targetsInPlace(root: Schema): DefinitionId[] {
  const targets: DefinitionId[] = [];
  const open: Schema[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "ref") targets.push(next.target);
    if (next.kind !== "rules") continue;
    for (const rule of next.rules) {
      if (rule.kind === "reference") targets.push(rule.target);
      const read = inPlace[rule.kind] as
        ((rule: Rule) => readonly (Schema | undefined)[]) | undefined;
      for (const schema of read?.(rule) ?? []) {
        if (schema !== undefined) open.push(schema);
      }
    }
  }
  return targets;
}
