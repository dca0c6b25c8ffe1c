import type { ModuleFacts, Unit } from "../emitter.js";
import { unitOf } from "../unit.js";

/** `surface.txt`: a line for each export of the modules that emitters describe, sorted, for those who review changes. */
export function surfaceUnit(modules: readonly ModuleFacts[]): Unit {
  const lines = modules.flatMap(({ surface = [] }) => surface);
  const text = [...lines].sort().map((line) => `${line}\n`);
  return unitOf("surface", text, () => [
    { kind: "text", path: "surface.txt", text: text.join(""), isFinal: true },
  ]);
}
