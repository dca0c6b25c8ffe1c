import { code, joinCode, type Code } from "../../code/code.js";
import { propertyKey } from "../../code/literals.js";
import type { Header, Response } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import {
  resolvedKeywords,
  valueStructure,
} from "../../model/value-structure.js";
import type { EmitContext } from "../context.js";
import { isExactPlan } from "../../mapping/plan.js";
import { planOf } from "../../mapping/plan-of.js";
import { runtime } from "../runtime-symbols.js";
import { isJson } from "./media-types.js";

/** The table of a response's header readers. */
export function headerReaders(
  { headers }: Response,
  context: EmitContext,
): Code {
  const members = headers.map(
    (header) =>
      code`${propertyKey(header.name)}: ${headerReader(header, context)}`,
  );
  return code`{ ${joinCode(members, code`, `)} }`;
}

function headerReader(
  { name, schema, serialization }: Header,
  context: EmitContext,
): Code {
  if (serialization.kind === "content") {
    return isJson(serialization.mediaType)
      ? code`${runtime.jsonField}`
      : code`${runtime.textField}`;
  }
  const { api } = context;
  switch (valueStructure(schema, api)) {
    case "list":
      return code`${/^set-cookie$/iu.test(name) ? runtime.repeatedField : runtime.listField}(${itemReader(schema, context)})`;
    case "object":
      return code`${runtime.objectField}(${memberReaders(schema, context)}, ${serialization.explode})`;
    case "primitive":
    case "open":
      return primitiveReader(schema, context);
  }
}

function itemReader(schema: Schema, context: EmitContext): Code {
  const items = resolvedKeywords(schema, context.api).find(
    (keyword) => keyword.kind === "items",
  );
  return items?.rest === undefined
    ? code`${runtime.textField}`
    : primitiveReader(items.rest, context);
}

function memberReaders(schema: Schema, context: EmitContext): Code {
  const members = resolvedKeywords(schema, context.api).flatMap((keyword) =>
    keyword.kind !== "properties"
      ? []
      : keyword.named.map(
          (property) =>
            code`${propertyKey(property.name)}: ${primitiveReader(property.schema, context)}`,
        ),
  );
  return members.length === 0
    ? code`{}`
    : code`{ ${joinCode(members, code`, `)} }`;
}

function primitiveReader(schema: Schema, context: EmitContext): Code {
  const types = resolvedKeywords(schema, context.api).flatMap((keyword) =>
    keyword.kind === "type" ? keyword.types : [],
  );
  if (types.includes("string") || types.length === 0) {
    return code`${runtime.textField}`;
  }
  if (types.includes("boolean")) return code`${runtime.booleanField}`;
  const plan = planOf(schema, context);
  const isExact = plan !== undefined && isExactPlan(plan, context.mappings);
  return isExact
    ? code`${runtime.exactNumberField}`
    : code`${runtime.numberField}`;
}
