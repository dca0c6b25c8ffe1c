import type { Api, Definition } from "./api.js";
import type { Reporter } from "./reporter.js";
import type { DefinitionId, Keyword, KeywordByKind, Schema } from "./schema.js";

type InPlace = {
  readonly [K in Keyword["kind"]]?: (
    keyword: KeywordByKind[K],
  ) => readonly (Schema | undefined)[];
};

/** The schemas of a keyword that apply to the same value as the keyword. */
const inPlace: InPlace = {
  allOf: (keyword) => keyword.schemas,
  anyOf: (keyword) => keyword.schemas,
  oneOf: (keyword) => keyword.schemas,
  not: (keyword) => [keyword.schema],
  conditional: (keyword) => [keyword.if, keyword.then, keyword.else],
  dependentSchemas: (keyword) => keyword.entries.map(({ schema }) => schema),
};

/** So many definitions that are a reference and nothing else count as one: little is done at each. */
const bareReferences = 16;

/**
 * Reports definitions that apply to the same value for ever, because references in place lead back to them
 * (JSON Schema Core §9.4.1), and those that lead through too long a chain of others. Each cycle is reported once, at
 * its first definition; of a chain, the definition with which it becomes too long.
 */
export function checkEndless(
  definitions: Api["definitions"],
  reporter: Reporter,
): void {
  const done = new Map<DefinitionId, number>();
  for (const id of Object.keys(definitions)) {
    const cycle = findCycle(id, definitions, done);
    if (cycle === undefined) continue;
    const [first = id] = cycle;
    reporter.add(
      "schema-endless",
      sourceLocation(first),
      `The schema applies to the same value for ever: ${[...cycle, first].slice(0, 8).join(" → ")}.`,
      "Let one of the references stand under properties or items, or remove it.",
    );
  }
  const longest = reporter.limits.chain;
  const most = longest * bareReferences;
  for (const [id, length] of done) {
    const below = length - weightOf(definitions[id]);
    if (length <= most || below > most) continue;
    reporter.addExceeded(
      "chain",
      sourceLocation(id),
      `The schema applies more than ${longest} others to the same value (${most}, where they are references alone), each through a reference of the one before.`,
      "Refer to the last of them, or put members of some into one schema.",
    );
  }

  function sourceLocation(id: DefinitionId): { file: string; pointer: string } {
    const place = definitions[id]?.schema.pointer ?? id;
    const hash = place.indexOf("#");
    return { file: place.slice(0, hash), pointer: place.slice(hash + 1) };
  }
}

interface Step {
  readonly id: DefinitionId;
  readonly targets: DefinitionId[];
  /** Of the chain that begins with the definition, as far as it has been walked. */
  length: number;
}

/**
 * The first cycle that is reached from a definition. What has been walked is not walked again.
 * @param done the length of the longest chain that begins with a definition, for all that were walked
 */
function findCycle(
  start: DefinitionId,
  definitions: Api["definitions"],
  done: Map<DefinitionId, number>,
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
      done.set(step.id, step.length);
      path.pop();
      lengthen(path.at(-1), step.length);
    } else if (onPath.has(target)) {
      const ids = path.map(({ id }) => id);
      found ??= ids.slice(ids.indexOf(target));
    } else if (done.has(target)) lengthen(step, done.get(target));
    else enter(target);
  }
  return found;

  function lengthen(step: Step | undefined, below = 0): void {
    if (step === undefined) return;
    const length = below + weightOf(definitions[step.id]);
    step.length = Math.max(step.length, length);
  }

  function enter(id: DefinitionId): void {
    const definition = definitions[id];
    const targets =
      definition === undefined ? [] : targetsInPlace(definition.schema);
    path.push({ id, targets: targets.reverse(), length: 0 });
    onPath.add(id);
  }
}

function weightOf(definition: Definition | undefined): number {
  return definition?.schema.kind === "ref" ? 1 : bareReferences;
}

/** The definitions that a schema applies to the very value that it is applied to. */
function targetsInPlace(root: Schema): DefinitionId[] {
  const targets: DefinitionId[] = [];
  const open: Schema[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "ref") targets.push(next.target);
    if (next.kind !== "keywords") continue;
    for (const keyword of next.keywords) {
      if (keyword.kind === "reference") targets.push(keyword.target);
      const read = inPlace[keyword.kind] as
        ((keyword: Keyword) => readonly (Schema | undefined)[]) | undefined;
      for (const schema of read?.(keyword) ?? []) {
        if (schema !== undefined) open.push(schema);
      }
    }
  }
  return targets;
}
