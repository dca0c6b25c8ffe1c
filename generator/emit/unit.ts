import type { OutputFile } from "../code/file.js";
import type { JsonValue } from "../model/json.js";
import type { EmitContext } from "./context.js";
import type { Unit } from "./emitter.js";
import { fingerprint } from "../tracking/fingerprint.js";

/** A unit that is made of data besides the context: other data are another unit. */
export function unitOf<Data extends JsonValue>(
  name: string,
  data: Data,
  emit: (data: Data, context: EmitContext) => readonly OutputFile[],
): Unit {
  return {
    name: `${name} ${fingerprint(data)}`,
    emit: (context) => emit(data, context),
  };
}
