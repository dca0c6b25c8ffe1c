import { defaultSettings, type OutputSettings } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Api } from "../model/api.js";
import type { Mappings } from "../mapping/mappings.js";
import type { Views } from "../model/views.js";
import type { CodeSymbol } from "../code/symbol.js";
import type { Emitter } from "../emit/emitter.js";
import { Claims } from "./claims.js";
import {
  nameOperations,
  operationNames as namesOf,
} from "./name-operations.js";
import { checkMemberKeys } from "./name-enumeration.js";
import { nameSchemas, schemaNames } from "./name-schemas.js";
import { chooseMethods } from "./method-names.js";
import type { Names, OperationNames } from "./names.js";
import { reserveNames } from "./reserve-names.js";
import { pascalCase } from "./words.js";

/**
 * Decides every exported name and every path of the output. Names follow the description: first its schemas,
 * then its operations, then what specwright adds to both (variants, input and result types), which gives way.
 * Each name depends on what it names; only where two would be the same does one of them take a longer form,
 * and which one does not depend on the order of the description. A pinned name that cannot be given is an
 * error in the collector, and enum values with the same name are a warning.
 * @param emitters reserve theirs last
 */
export function chooseNames(
  api: Api,
  views: Views,
  mappings: Mappings,
  collector: DiagnosticCollector,
  operationNames: OutputSettings["operationNames"] = defaultSettings.operationNames,
  emitters: readonly Emitter[] = [],
): Names {
  checkCount(api, collector);
  const claims = new Claims();
  const bySchema = nameSchemas(api, claims);
  const byOperation = nameOperations(api, claims, operationNames === "short");
  for (const { definition, base } of bySchema) {
    checkPin(definition.pinnedName, base, definition.schema.pointer, collector);
    checkMemberKeys(definition.schema, api, collector);
  }
  for (const { operation, base } of byOperation) {
    checkPin(operation.pinnedName, base, operation.pointer, collector);
  }
  const names = {
    schemas: new Map(
      bySchema.map((one) => [
        one.id,
        schemaNames(
          one,
          {
            api,
            views,
            isReplaced: mappings.definitions.get(one.id)?.leaf !== undefined,
            isMapped: mappings.definitions.get(one.id)?.converts === true,
          },
          claims,
        ),
      ]),
    ),
    operations: withMethods(
      new Map(
        byOperation.map((one) => [one.operation.pointer, namesOf(one, claims)]),
      ),
      api,
    ),
    emitters: new Map<string, CodeSymbol>(),
  };
  for (const emitter of emitters)
    reserveNames(emitter, api, names, claims, collector);
  return names;
}

function withMethods(
  names: ReadonlyMap<string, OperationNames>,
  { operations }: Api,
): ReadonlyMap<string, OperationNames> {
  const methods = chooseMethods(operations, names);
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
