import type { OutputFile } from "../code/file.js";
import type { JsonValue } from "../model/json.js";
import type { EmitContext } from "./context.js";
import { fingerprint } from "../cache/fingerprint.js";

/**
 * A part of the output that is made by itself: one schema's validators, one page. It is a pure function of what it
 * reads of the context; what it was listed from are ids alone. So a unit that has the same name as one of an
 * earlier run, and whose reads give the same, gives the same files.
 */
export interface Unit {
  readonly name: string;
  /** Gives files whose paths no other unit has. */
  emit(context: EmitContext): readonly OutputFile[];
}

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
