import type { ModuleFacts, Unit } from "../../emitter.js";
import { unitOf } from "../../unit.js";
import { runtimeScript } from "./scripts.js";

/** The unit of the runtime that the panels of operations load. */
export function tryItRuntimeUnit(scripts: readonly ModuleFacts[]): Unit {
  const used = new Set(scripts.flatMap(({ runtime }) => runtime));
  return unitOf("try-it runtime", [...used].sort(), (paths) => [
    runtimeScript(paths),
  ]);
}
