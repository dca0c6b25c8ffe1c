import { allOperations, type Operation } from "../model/api.js";
import type { EmitContext } from "./context.js";
import type { ApiIds, Emitter, ModuleFacts, Unit } from "./emitter.js";

/** A unit, its emitter, and the name that it has among the units of all emitters. */
export interface ListedUnit {
  readonly id: string;
  readonly emitter: Emitter;
  readonly unit: Unit;
}

/** What emitters list their units from. */
export function idsOf({
  api,
  names,
  settings,
}: Pick<EmitContext, "api" | "names" | "settings">): ApiIds {
  const pointers = new Set(pointersOf(allOperations(api)));
  return {
    operations: pointersOf(api.operations),
    webhooks: pointersOf(api.webhooks),
    callbacks: pointersOf(api.callbacks),
    schemas: Object.keys(api.definitions),
    aliases: names.aliases.filter(
      ({ of }) => pointers.has(of) || Object.hasOwn(api.definitions, of),
    ),
    settings,
  };
}

function pointersOf(operations: readonly Operation[]): string[] {
  return operations.map(({ pointer }) => pointer);
}

/** The units of everything but the files that list others, the same in every run. */
export async function listUnits(
  emitters: readonly Emitter[],
  ids: ApiIds,
): Promise<ListedUnit[]> {
  const lists = await Promise.all(emitters.map(({ units }) => units(ids)));
  return emitters.flatMap((emitter, index) =>
    listed(emitter, lists[index] ?? []),
  );
}

/** The units of the files that list others, once all modules are known. */
export function listClosingUnits(
  emitters: readonly Emitter[],
  modules: readonly ModuleFacts[],
  ids: ApiIds,
  scripts: readonly ModuleFacts[],
): ListedUnit[] {
  return emitters.flatMap((emitter) =>
    listed(emitter, emitter.closing?.(modules, ids, scripts) ?? []),
  );
}

function listed(emitter: Emitter, units: readonly Unit[]): ListedUnit[] {
  return units.map((unit) => ({
    id: `${emitter.name} ${unit.name}`,
    emitter,
    unit,
  }));
}
