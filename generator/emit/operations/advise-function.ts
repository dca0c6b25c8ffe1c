import { code, joinCode, lines, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { jsonLiteral } from "../../code/literals.js";
import type { Operation } from "../../model/api.js";
import {
  inputGroups,
  isInputOptional,
  parametersOf,
} from "../../model/input-schema.js";
import type { JsonObject } from "../../model/json.js";
import type { IgnoredWith } from "../../model/schema.js";
import { resolvedKeywords } from "../../model/value-structure.js";
import type { OperationNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { runtime, runtimeType } from "../runtime-symbols.js";

/** The function that says what the server will ignore; none where no member carries `x-ignored-with`. */
export function adviseFunction(
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): Declaration[] {
  const groups = inputGroups.flatMap((group) => {
    const facts = parametersOf(operation, group).flatMap(
      ({ name, ignoredWith }) => factsOf(name, ignoredWith),
    );
    return facts.length === 0 ? [] : [adviceCode(group, facts)];
  });
  const facts = bodyFacts(operation, context);
  const body = facts.length === 0 ? [] : [adviceCode("body", facts)];
  const calls = [...groups, ...body];
  if (calls.length === 0) return [];
  return [
    {
      kind: "function",
      name: names.advise.name,
      exported: true,
      docs: "Says which values the server will ignore because of others. They are legal, and useless.",
      parameters: [
        {
          name: "input",
          type: code`${names.input}`,
          ...(isInputOptional(operation) ? { initializer: code`{}` } : {}),
        },
      ],
      returnType: code`${runtimeType.Advice}[]`,
      body:
        calls.length === 1
          ? code`return ${calls};`
          : code`return [${joinCode(
              calls.map((call) => code`...${call}`),
              code`, `,
            )}];`,
    },
  ];
}

function adviceCode(group: string, facts: readonly JsonObject[]): Code {
  const list = lines(facts.map((fact) => code`${jsonLiteral(fact)},`));
  return code`${runtime.advise}(input, ${group}, [\n${list}\n])`;
}

function bodyFacts({ body }: Operation, { api }: EmitContext): JsonObject[] {
  const facts = (body?.contents ?? []).flatMap(({ schema }) =>
    schema === undefined
      ? []
      : resolvedKeywords(schema, api).flatMap((keyword) =>
          keyword.kind !== "properties"
            ? []
            : keyword.named.flatMap(({ name, ignoredWith }) =>
                factsOf(name, ignoredWith),
              ),
        ),
  );
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = JSON.stringify(fact);
    return !seen.has(key) && seen.add(key);
  });
}

function factsOf(
  field: string,
  ignoredWith: readonly IgnoredWith[] = [],
): JsonObject[] {
  return ignoredWith.map(({ name, reason }) => ({
    field,
    ignoredBecauseOf: name,
    ...(reason === undefined ? {} : { reason }),
  }));
}
