import { code, joinCode, type Code } from "../../code/code.js";
import { propertyKey } from "../../code/literals.js";
import type { Encoding } from "../../model/api.js";
import type { EmitContext } from "../context.js";
import { runtime } from "./runtime-symbols.js";
import { isJson } from "./media-types.js";
import { queryArguments, queryWriter } from "./query-style.js";

/**
 * The call that makes a form of a value: with a table for properties that an Encoding Object writes in another way
 * than their values ask for (a style, which overrides the content type, or JSON).
 */
export function formCode(
  value: Code,
  encodings: readonly Encoding[],
  context: EmitContext,
): Code {
  const fields = encodings.flatMap((encoding) => {
    const writer = fieldWriter(encoding, context);
    return writer === undefined
      ? []
      : [code`${propertyKey(encoding.property)}: ${writer}`];
  });
  return fields.length === 0
    ? code`${runtime.formBody}(${value})`
    : code`${runtime.formBodyWith}(${value}, { ${joinCode(fields, code`, `)} })`;
}

function fieldWriter(
  { contentType = "", serialization }: Encoding,
  context: EmitContext,
): Code | undefined {
  if (serialization === undefined) {
    return isJson(contentType) ? code`${runtime.formJson}` : undefined;
  }
  const writer = queryWriter(serialization, context);
  const rest = queryArguments(serialization);
  return rest.parts.length === 0
    ? code`${writer}`
    : code`(name, value) => ${writer}(name, value${rest})`;
}
