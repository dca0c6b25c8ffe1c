import type { JsonValue } from "../../../../model/json.js";
import { CodeWriter } from "../code-writer.js";
import { writeCall } from "../typescript-call.js";

/** A call of an operation with the generated client. */
export interface TypescriptCall {
  /** What the output is imported by. */
  readonly module: string;
  /** The name of the operation's constant. */
  readonly called: string;
  readonly options: { readonly [name: string]: JsonValue };
  /** What the operation is given; files are `Blob`s. */
  readonly input: unknown;
}

/** TypeScript that calls an operation. Files are opened as Node does it. */
export function typescriptCall(call: TypescriptCall): string {
  const names = new Map<JsonValue, string>();
  const value = standIns(call.input, names) as {
    readonly [name: string]: JsonValue;
  };
  const writer = new CodeWriter();
  writeCall(writer, {
    imports: [
      ...(names.size === 0
        ? []
        : [{ names: ["openAsBlob"], module: "node:fs" }]),
      { names: ["createClient", call.called], module: call.module },
    ],
    hasFile: false,
    called: call.called,
    options: call.options,
    value,
    hasInput: Object.keys(value).length > 0,
    names,
  });
  return writer.text;
}

/** The value with an object in the place of each file, by which its expression is found. */
function standIns(value: unknown, names: Map<JsonValue, string>): JsonValue {
  if (value instanceof Blob) {
    const standIn: JsonValue = Object.freeze({});
    const name = value instanceof File ? value.name : "file.bin";
    names.set(standIn, `await openAsBlob(${JSON.stringify(name)})`);
    return standIn;
  }
  if (Array.isArray(value))
    return (value as unknown[]).map((item) => standIns(item, names));
  if (typeof value !== "object" || value === null) return value as JsonValue;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, standIns(member, names)]),
  );
}
