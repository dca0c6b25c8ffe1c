import type { EmitContext } from "../../emit/context.js";
import { mappingUnits } from "../../emit/mappings/emit-mappings.js";
import { operationUnits } from "../../emit/operations/emit-operations.js";
import { schemaUnits } from "../../emit/schemas/emit-schemas.js";
import { standardUnits } from "../../emit/standard/emit-standard.js";
import { typeUnits } from "../../emit/types/emit-types.js";
import { enumerationOf } from "../../model/enumeration.js";
import { memberKeys } from "../../names/name-enumeration.js";
import type { Unit, UnitTools } from "../../emit/emitter.js";
import type { Declaration } from "../../code/file.js";

/** The names that the modules of something export. */
export type Exports = ReadonlySet<string>;

/** Emits the modules of a named schema and collects what they export. */
export function exportsOfSchema(id: string, context: EmitContext): Exports {
  const units = [typeUnits, schemaUnits, standardUnits, mappingUnits];
  return new Set([
    ...exportsOf(
      units.flatMap((list) => list([id])),
      context,
    ),
    ...namedValues(id, context),
  ]);
}

/** Emits the module of an operation and collects what it exports. */
export function exportsOfOperation(
  pointer: string,
  context: EmitContext,
): Exports {
  return exportsOf(operationUnits([pointer]).slice(0, 1), context);
}

/**
 * A text of everything that decides about exports: what has the same text on both sides exports the same.
 * @param made what the modules are made of: names, and a schema or an operation
 */
export function exportsText(...made: readonly unknown[]): string {
  return JSON.stringify(made, (key, value: unknown) =>
    isWord.has(key) ? undefined : value,
  );
}

const isWord: ReadonlySet<string> = new Set([
  ...["pointer", "location", "description", "summary", "examples", "title"],
]);

/** What the emitters of specwright itself do not use. */
const noTools: UnitTools = {
  symbol: (key) => {
    throw new RangeError(`no symbol is reserved under ${key}`);
  },
  report: () => undefined,
};

function exportsOf(units: readonly Unit[], context: EmitContext): Exports {
  return new Set(
    units
      .flatMap((unit) => unit.emit(context, noTools))
      .flatMap((file) => (file.kind === "typescript" ? file.declarations : []))
      .flatMap(namesOf),
  );
}

function namesOf(declaration: Declaration): readonly string[] {
  if (declaration.kind === "reexport") {
    return (declaration.symbols ?? []).map(({ name }) => name);
  }
  return declaration.exported ? [declaration.name] : [];
}

/** The members of the constant that has the values of an enum by name: `OrderStatus.Shipped`. */
function namedValues(
  id: string,
  { api, names }: EmitContext,
): readonly string[] {
  const { type, enumeration } = names.schemas.get(id) ?? {};
  const schema = api.definitions[id]?.schema;
  if (enumeration?.hasObject !== true || schema === undefined) return [];
  const members = enumerationOf(schema, api)?.members ?? [];
  return memberKeys(members).map((key) => `${type?.name}.${key}`);
}
