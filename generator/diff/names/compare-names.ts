import type { Operation } from "../../model/api.js";
import { methodGroups } from "../../names/method-names.js";
import type { Findings } from "../finding.js";
import { listed, shown } from "../schemas/look.js";
import type { OperationPairs } from "../operations/match-operations.js";
import { titleOf } from "../operations/compare-operations.js";
import type { Side, Sides } from "../side.js";
import {
  exportsOfOperation,
  exportsOfSchema,
  exportsText,
  type Exports,
} from "./exports-of.js";
import type { DefinitionPairs } from "./match-definitions.js";

/** The pairs of everything that has exports. */
export interface NamedPairs {
  readonly definitions: DefinitionPairs;
  readonly operations: OperationPairs;
}

/** Compares what the outputs of both descriptions export. */
export function compareNames(
  pairs: NamedPairs,
  sides: Sides,
  findings: Findings,
): void {
  compareSchemaNames(pairs.definitions, sides, findings);
  compareOperationNames(pairs.operations, sides, findings);
  compareEmitterNames(sides, findings);
}

/** Compares the names that emitters of the configuration have reserved. */
function compareEmitterNames(
  { old, new: fresh }: Sides,
  findings: Findings,
): void {
  const namesOf = ({ names }: Side) =>
    new Set([...names.emitters.values()].map(({ name }) => name));
  const [was, is] = [namesOf(old), namesOf(fresh)];
  const removed = [...was].filter((name) => !is.has(name));
  const added = [...is].filter((name) => !was.has(name));
  const place = { old: "#", new: "#" };
  if (removed.length > 0) {
    const reason = `Emitters no longer export: ${listed(removed)}.`;
    findings.add(
      { kind: "emitter-export-removed", ...place, reason },
      undefined,
      [],
    );
  }
  if (added.length > 0) {
    const reason = `Emitters export now: ${listed(added)}.`;
    findings.add(
      { kind: "emitter-export-added", ...place, reason },
      undefined,
      [],
    );
  }
}

/** The exports of both versions of something; undefined if nothing about it has changed. */
type BothExports = readonly [Exports, Exports] | undefined;

function schemaExports(
  before: string,
  after: string,
  { old, new: fresh }: Sides,
): BothExports {
  const textOf = ({ api, names }: Side, id: string): string =>
    exportsText(names.schemas.get(id), api.definitions[id]?.schema);
  return textOf(old, before) === textOf(fresh, after)
    ? undefined
    : [exportsOfSchema(before, old), exportsOfSchema(after, fresh)];
}

function operationExports(
  before: Operation,
  after: Operation,
  { old, new: fresh }: Sides,
): BothExports {
  const textOf = ({ names }: Side, operation: Operation): string =>
    exportsText(names.operations.get(operation.pointer), operation);
  return textOf(old, before) === textOf(fresh, after)
    ? undefined
    : [
        exportsOfOperation(before.pointer, old),
        exportsOfOperation(after.pointer, fresh),
      ];
}

function compareSchemaNames(
  { same, removed, added }: DefinitionPairs,
  sides: Sides,
  findings: Findings,
): void {
  const { old, new: fresh } = sides;
  const nameOf = (id: string, side: Side): string =>
    side.names.schemas.get(id)?.type.name ?? id;
  for (const id of removed) {
    findings.add(
      {
        kind: "schema-removed",
        old: id,
        reason: `The schema ${shown(old.names.schemas.get(id)?.name ?? id)} is gone, and with it \`${nameOf(id, old)}\` and its validators.`,
      },
      undefined,
      [],
    );
  }
  for (const id of added) {
    findings.add(
      {
        kind: "schema-added",
        new: id,
        reason: `The schema ${shown(fresh.names.schemas.get(id)?.name ?? id)} is new: \`${nameOf(id, fresh)}\`.`,
      },
      undefined,
      [],
    );
  }
  for (const [before, after] of same) {
    const [was, is] = [nameOf(before, old), nameOf(after, fresh)];
    const place = { old: before, new: after };
    compareAliases(place, is, sides, [], findings);
    if (was !== is) {
      const hasAlias = earlierNames(after, is, fresh).includes(was);
      findings.add(
        {
          kind: hasAlias ? "schema-renamed-with-alias" : "schema-renamed",
          ...place,
          reason: `\`${was}\` and its validators are called \`${is}\` and so on now.`,
          ...(hasAlias
            ? {}
            : {
                fix: `Pin the name in the schema: x-specwright-name: ${was}`,
              }),
        },
        undefined,
        [],
      );
    } else {
      compareExports(
        before,
        after,
        schemaExports(before, after, sides),
        findings,
      );
    }
  }
}

/** What something was called before, where that is still exported. */
function earlierNames(of: string, name: string, { names }: Side): string[] {
  return names.aliases.flatMap((alias) =>
    alias.of === of ? (alias.names[name] ?? []) : [],
  );
}

/**
 * Reports aliases that are gone.
 * @param name what it is called now
 */
function compareAliases(
  place: { readonly old: string; readonly new: string },
  name: string,
  { old, new: fresh }: Sides,
  operations: readonly string[],
  findings: Findings,
): void {
  const before = old.names.aliases.flatMap(({ of, names }) =>
    of === place.old ? (names[nameIn(old, of)] ?? []) : [],
  );
  const after = new Set([name, ...earlierNames(place.new, name, fresh)]);
  const gone = before.filter((one) => !after.has(one));
  if (gone.length === 0) return;
  findings.add(
    {
      kind: "alias-removed",
      ...place,
      reason: `No longer exported under earlier names: ${listed(gone)}.`,
    },
    undefined,
    operations,
  );
}

/** The name of the type of a schema, or of the builder of an operation. */
function nameIn({ names }: Side, of: string): string {
  const { type } = names.schemas.get(of) ?? {};
  return type?.name ?? names.operations.get(of)?.build.name ?? "";
}

function compareExports(
  before: string,
  after: string,
  exports: BothExports,
  findings: Findings,
): void {
  if (exports === undefined) return;
  const [was, is] = exports;
  const removed = [...was].filter((name) => !is.has(name));
  if (removed.length > 0 && !findings.breaks(after)) {
    findings.add(
      {
        kind: "export-removed",
        old: before,
        new: after,
        reason: `No longer exported: ${listed(removed)}.`,
      },
      undefined,
      [],
    );
  }
  const added = [...is].filter((name) => !was.has(name));
  // New names come with other changes, which say more.
  if (added.length > 0 && ["none", "patch"].includes(findings.worst)) {
    findings.add(
      {
        kind: "export-added",
        old: before,
        new: after,
        reason: `Exported now: ${listed(added)}.`,
      },
      undefined,
      [],
    );
  }
}

function compareOperationNames(
  { same }: OperationPairs,
  sides: Sides,
  findings: Findings,
): void {
  const { old, new: fresh } = sides;
  const methods = { old: methodsOf(old), new: methodsOf(fresh) };
  for (const [before, after] of same) {
    const place = { old: before.pointer, new: after.pointer };
    const names = old.names.operations.get(before.pointer);
    const other = fresh.names.operations.get(after.pointer);
    if (names === undefined || other === undefined) continue;
    const [was, is] = [names.build.name, other.build.name];
    const method = methods.old.get(before.pointer);
    const newMethod = methods.new.get(after.pointer);
    compareAliases(place, is, sides, [after.pointer], findings);
    if (was !== is) {
      const hasAlias = earlierNames(after.pointer, is, fresh).includes(was);
      findings.add(
        {
          kind: hasAlias ? "operation-renamed-with-alias" : "operation-renamed",
          ...place,
          reason: `\`${was}\` and its companions are called \`${is}\` and so on now.`,
          ...(hasAlias
            ? {}
            : {
                fix: `Pin the name in the operation: x-specwright-name: ${names.base}`,
              }),
        },
        undefined,
        [after.pointer],
      );
      continue;
    }
    compareExports(
      before.pointer,
      after.pointer,
      operationExports(before, after, sides),
      findings,
    );
    if (before.id !== after.id) {
      findings.add(
        {
          kind: "operation-id-changed",
          ...place,
          reason: `The operationId of ${titleOf(after)} was ${shown(before.id)}, and is ${shown(after.id)} now.`,
        },
        undefined,
        [after.pointer],
      );
    }
    if (method !== newMethod) {
      findings.add(
        {
          kind: "method-renamed",
          ...place,
          reason: `\`api.${method}\` is \`api.${newMethod}\` now.`,
        },
        undefined,
        [after.pointer],
      );
    } else if (tagsOf(before.tags) !== tagsOf(after.tags)) {
      findings.add(
        {
          kind: "tags-changed",
          ...place,
          reason: `The tags of ${titleOf(after)} were ${listed(before.tags)}, and are ${listed(after.tags)} now.`,
        },
        undefined,
        [after.pointer],
      );
    }
  }
}

function tagsOf(tags: readonly string[]): string {
  return JSON.stringify(tags);
}

/** The members of `createApi` by the pointer of their operation. */
function methodsOf({ api, names }: Side): ReadonlyMap<string, string> {
  const groups = methodGroups(api.operations, names.operations);
  return new Map(
    groups.flatMap(({ name, methods }) =>
      methods.map((method) => [
        method.pointer,
        name === undefined ? method.name : `${name}.${method.name}`,
      ]),
    ),
  );
}
