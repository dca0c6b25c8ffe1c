import { code, type Code } from "../../code/code.js";
import { propertyAccess } from "../../code/literals.js";
import type { Api, Operation, Parameter } from "../../model/api.js";
import { isGroupRequired, type InputGroup } from "../../model/input-schema.js";
import type { Schema } from "../../model/schema.js";
import { resolvedKeywords } from "../../model/value-structure.js";
import { runtime } from "../runtime-symbols.js";
import type { OperationContext, Serializer } from "./serializers.js";

/** The expression that gives a parameter's value: `input.path.AccountSid`, `input.query?.["page size"]`. */
export function parameterValue(
  parameter: Parameter,
  operation: Operation,
  context: OperationContext,
): Code {
  const group: InputGroup =
    parameter.in === "querystring" ? "query" : parameter.in;
  const access = propertyAccess(parameter.name);
  const values = code`input${propertyAccess(group)}`;
  const value = isInherited(parameter.name)
    ? code`${runtime.ownValue}(${values}, ${parameter.name})`
    : code`${values}${isGroupRequired(operation, group) ? access : optional(access)}`;
  const serializer = context.serializers.parameters.get(parameter);
  if (serializer !== undefined) return sent(parameter, value, serializer);
  return parameter.serialization.kind === "style" &&
    holdsDates(parameter.schema, context.api)
    ? code`${runtime.dateOf}(${value})`
    : value;
}

/** The value as it is on the wire. What a style writes as JSON is JSON already where a number would lose digits. */
function sent(
  { name, serialization }: Parameter,
  value: Code,
  { code: convert, isExact, plan }: Serializer,
): Code {
  const wire = code`${runtime.serialized}(${name}, ${value}, ${convert})`;
  const holdsJson =
    serialization.kind === "style" &&
    serialization.style !== "deepObject" &&
    isExact &&
    plan.kind !== "leaf";
  return holdsJson ? code`${runtime.exactParts}(${name}, ${wire})` : wire;
}

/** Whether every object has something of that name, which is no value of the caller's. */
function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** Whether a value, or every item of it, is a full date (`format: date`). */
function holdsDates(schema: Schema, api: Api): boolean {
  return resolvedKeywords(schema, api).some(
    (keyword) =>
      (keyword.kind === "format" && keyword.format === "date") ||
      (keyword.kind === "items" &&
        keyword.rest !== undefined &&
        resolvedKeywords(keyword.rest, api).some(
          (inner) => inner.kind === "format" && inner.format === "date",
        )),
  );
}

/** `.name` becomes `?.name`, `["name"]` becomes `?.["name"]`. */
function optional(access: Code): Code {
  const [first] = access.parts;
  return typeof first === "string" && first.startsWith(".")
    ? code`?${access}`
    : code`?.${access}`;
}
