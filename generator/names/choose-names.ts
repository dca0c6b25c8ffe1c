import { defaultSettings, type OutputSettings } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { allOperations, type Api } from "../model/api.js";
import type { Mappings } from "../mapping/mappings.js";
import type { Views } from "../model/views.js";
import type { CodeSymbol } from "../code/symbol.js";
import type { Emitter } from "../emit/emitter.js";
import { Claims } from "./claims.js";
import {
  nameOperations,
  operationNames as namesOf,
  renamedOperation,
  type NamedOperation,
} from "./name-operations.js";
import { checkMemberKeys } from "./name-enumeration.js";
import {
  nameSchemas,
  renamedSchema,
  schemaNames,
  type NamedSchema,
} from "./name-schemas.js";
import { pairNames, type NameAlias } from "./lock/alias-names.js";
import type { NameLock } from "./lock/name-lock.js";
import { nextLock } from "./lock/next-lock.js";
import { emptyPlan, planNames, type NamePlan } from "./lock/plan-names.js";
import { lockFile } from "./lock/read-lock.js";
import { chooseMethods } from "./method-names.js";
import type { Names, OperationNames, SchemaNames } from "./names.js";
import { reserveNames } from "./reserve-names.js";
import { pascalCase } from "./words.js";

/** Names, and the lock that keeps them. */
export interface ChosenNames extends Names {
  /** Present if a lock was given. */
  readonly lock?: NameLock;
}

/**
 * Decides every exported name and every path of the output. Names follow the description: first its schemas,
 * then its operations, then what specwright adds to both (variants, input and result types), which gives way.
 * Each name depends on what it names; only where two would be the same does one of them take a longer form,
 * and which one does not depend on the order of the description. Names of a lock come before all of these. A pinned
 * name that cannot be given is an error in the collector, and enum values with the same name are a warning.
 * @param emitters reserve theirs last
 * @param lock the names of an earlier run
 */
export function chooseNames(
  api: Api,
  views: Views,
  mappings: Mappings,
  collector: DiagnosticCollector,
  operationNames: OutputSettings["operationNames"] = defaultSettings.operationNames,
  emitters: readonly Emitter[] = [],
  lock?: NameLock,
): ChosenNames {
  checkCount(api, collector);
  const plan = lock === undefined ? emptyPlan : planNames(api, lock, collector);
  const claims = new Claims(plan.otherOf);
  for (const [key, name] of lock?.emitters ?? []) claims.hold(name, key);
  const isShort = operationNames === "short";
  const bases = new Map<string, string>();
  const symbolsOf = (one: NamedSchema): SchemaNames =>
    schemaNames(
      one,
      {
        api,
        views,
        isReplaced: mappings.definitions.get(one.id)?.leaf !== undefined,
        isMapped: mappings.definitions.get(one.id)?.converts === true,
      },
      claims,
    );
  const schemas = new Map<string, SchemaNames>();
  const operations = new Map<string, OperationNames>();
  /** Names what a lock has, or what it has not. */
  const nameAll = (isKept: boolean): void => {
    const isNamed = (identity: string) => plan.bases.has(identity) === isKept;
    const bySchema = nameSchemas(api, claims, plan.bases, isNamed);
    const byOperation = nameOperations(
      ...([api, claims, isShort, plan.bases, isNamed] as const),
    );
    const aliases = isKept ? aliasesOf(plan, api, claims, collector) : [];
    for (const { id, definition, base } of bySchema) {
      bases.set(id, base);
      checkPin(
        definition.pinnedName,
        base,
        definition.schema.pointer,
        collector,
      );
      checkMemberKeys(definition.schema, api, collector);
    }
    for (const { operation, base } of byOperation) {
      bases.set(operation.pointer, base);
      checkPin(operation.pinnedName, base, operation.pointer, collector);
    }
    for (const one of bySchema) schemas.set(one.id, symbolsOf(one));
    for (const one of byOperation)
      operations.set(one.operation.pointer, namesOf(one, claims));
    for (const { alias, method } of aliases) {
      const old = "id" in alias ? symbolsOf(alias) : namesOf(alias, claims);
      const of = "id" in alias ? alias.id : alias.operation.pointer;
      earlier.push({ of, old, ...(method === undefined ? {} : { method }) });
    }
  };
  const earlier: {
    of: string;
    old: SchemaNames | OperationNames;
    method?: string;
  }[] = [];
  if (lock !== undefined) nameAll(true);
  nameAll(false);
  const names = {
    schemas,
    operations: withMethods(operations, api, plan.methods),
    emitters: new Map<string, CodeSymbol>(),
    aliases: earlier.map(({ of, old, ...method }): NameAlias => {
      const schema = schemas.get(of);
      const kind = schema === undefined ? "operation" : "schema";
      const fresh = schema ?? operations.get(of);
      return { kind, of, ...pairNames(fresh, old), ...method };
    }),
  };
  for (const emitter of emitters)
    reserveNames(emitter, api, names, claims, collector);
  return lock === undefined
    ? names
    : { ...names, lock: nextLock(api, names, bases, claims.deviations, plan) };
}

/** What there is under names that it had before. A name that something else has by now is reported. */
function aliasesOf(
  { was }: NamePlan,
  api: Api,
  claims: Claims,
  collector: DiagnosticCollector,
): { alias: NamedSchema | NamedOperation; method: string | undefined }[] {
  const byPointer = new Map(
    allOperations(api).map((one) => [one.pointer, one] as const),
  );
  return [...was].flatMap(([identity, all]) =>
    all.flatMap(({ name, method }) => {
      const definition = api.definitions[identity];
      const operation = byPointer.get(identity);
      const alias =
        definition === undefined
          ? operation && renamedOperation(operation, name, claims)
          : renamedSchema(identity, definition, name, claims);
      if (alias !== undefined) return [{ alias, method }];
      collector.add(
        "name-lock-conflict",
        { file: lockFile, pointer: "" },
        `The earlier name ${JSON.stringify(name)} is the name of something else by now.`,
        'Delete it from "was".',
      );
      return [];
    }),
  );
}

function withMethods(
  names: ReadonlyMap<string, OperationNames>,
  { operations }: Api,
  kept: NamePlan["methods"],
): ReadonlyMap<string, OperationNames> {
  const methods = chooseMethods(operations, names, kept);
  return new Map(
    [...names].map(([pointer, own]) => {
      const method = methods.get(pointer);
      return [pointer, method === undefined ? own : { ...own, method }];
    }),
  );
}

/** Reports more operations and schemas than files are wanted for. */
function checkCount(api: Api, collector: DiagnosticCollector): void {
  const { names } = collector.limits;
  const pointers = [
    ...Object.values(api.definitions).map(({ schema }) => schema.pointer),
    ...api.operations.map(({ pointer }) => pointer),
  ];
  const first = pointers[names];
  if (first === undefined) return;
  collector.addExceeded(
    "names",
    placeAt(first),
    `The description has ${pointers.length} operations and named schemas, more than ${names}.`,
  );
}

function placeAt(pointer: string): { file: string; pointer: string } {
  const hash = pointer.indexOf("#");
  return { file: pointer.slice(0, hash), pointer: pointer.slice(hash + 1) };
}

function checkPin(
  pin: string | undefined,
  base: string,
  pointer: string,
  collector: DiagnosticCollector,
): void {
  if (pin === undefined || base === pascalCase(pin)) return;
  const at = placeAt(pointer);
  const place = { ...at, pointer: `${at.pointer}/x-specwright-name` };
  collector.add(
    "pinned-name-taken",
    place,
    `the name ${JSON.stringify(pin)} cannot be given: it is reserved, no name, or the name of something else`,
    "Pin another name.",
  );
}
