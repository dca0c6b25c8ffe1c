import { code, isEmpty, joinCode, type Code } from "../../code/code.js";
import { propertyKey } from "../../code/literals.js";
import type { Encoding } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import {
  resolvedKeywords,
  valueStructure,
} from "../../model/value-structure.js";
import type { EmitContext } from "../context.js";
import { runtime } from "../runtime-symbols.js";
import { exactMembers } from "./part-writers.js";
import { isJson } from "./media-types.js";
import { queryArguments, queryWriter } from "./query-style.js";

/** What is known of a form: a media type, or a query that is a form. */
export interface FormFacts {
  readonly encodings?: readonly Encoding[];
  readonly schema?: Schema;
  /** Whether it has integers that a number cannot hold. */
  readonly isExact: boolean;
}

/**
 * The call that makes a form of a value: with a table for properties that an Encoding Object writes in another way
 * than their values ask for (a style, which overrides the content type, or JSON).
 */
export function formCode(
  value: Code,
  { encodings = [], schema, isExact }: FormFacts,
  context: EmitContext,
): Code {
  const exact = new Set(
    isExact
      ? exactMembers(schema, context, (member) => isText(member, context))
      : [],
  );
  const encoded = encodings.flatMap((encoding) => {
    const { property } = encoding;
    const writer = fieldWriter(
      encoding,
      memberOf(schema, property, context),
      exact.has(property),
      context,
    );
    if (writer === undefined) return [];
    exact.delete(property);
    return [code`${propertyKey(property)}: ${writer}`];
  });
  const fields = [
    ...encoded,
    ...[...exact].map(
      (name) => code`${propertyKey(name)}: ${runtime.exactField}`,
    ),
  ];
  if (fields.length === 0) {
    const isTextOnly =
      schema !== undefined &&
      resolvedKeywords(schema, context.api).some(
        ({ kind }) => kind === "properties",
      ) &&
      holdsText(schema, context);
    const write = isTextOnly ? runtime.textFormBody : runtime.formBody;
    return code`${write}(${value})`;
  }
  return code`${runtime.formBodyWith}(${value}, { ${joinCode(fields, code`, `)} })`;
}

/** Whether all that the schema says of properties is primitives and lists of primitives, so that no JSON is needed. */
function holdsText(schema: Schema, context: EmitContext): boolean {
  return resolvedKeywords(schema, context.api).every((keyword) => {
    switch (keyword.kind) {
      case "properties": {
        const { named, patterns, additional } = keyword;
        return [
          ...named.map((property) => property.schema),
          ...patterns.map((pattern) => pattern.schema),
          ...(additional === undefined || additional.kind === "never"
            ? []
            : [additional]),
        ].every((member) => isText(member, context));
      }
      case "anyOf":
      case "oneOf":
        return keyword.schemas.every((part) => holdsText(part, context));
      case "conditional":
      case "dependentSchemas":
      case "unevaluatedProperties":
        return false;
      default:
        return true;
    }
  });
}

function isText(schema: Schema, { api }: EmitContext): boolean {
  const shape = valueStructure(schema, api);
  if (shape !== "list") return shape === "primitive";
  const items = resolvedKeywords(schema, api).filter(
    (keyword) => keyword.kind === "items",
  );
  return (
    items.length > 0 &&
    items.every(({ prefix, rest }) =>
      [...prefix, ...(rest === undefined ? [] : [rest])].every(
        (item) => valueStructure(item, api) === "primitive",
      ),
    )
  );
}

/** The schema of a property; undefined where none names it. */
function memberOf(
  schema: Schema | undefined,
  property: string,
  { api }: EmitContext,
): Schema | undefined {
  const keywords = schema === undefined ? [] : resolvedKeywords(schema, api);
  for (const keyword of keywords) {
    if (keyword.kind !== "properties") continue;
    const found = keyword.named.find(({ name }) => name === property);
    if (found !== undefined) return found.schema;
  }
  return undefined;
}

function fieldWriter(
  { contentType = "", serialization }: Encoding,
  schema: Schema | undefined,
  isExact: boolean,
  context: EmitContext,
): Code | undefined {
  if (serialization === undefined) {
    if (!isJson(contentType)) return undefined;
    return isExact
      ? code`${runtime.exactJsonField}`
      : code`${runtime.formJson}`;
  }
  const writer = queryWriter(serialization, schema, context);
  const rest = queryArguments(serialization, schema, context);
  return isEmpty(rest)
    ? code`${writer}`
    : code`(name, value) => ${writer}(name, value${rest})`;
}
