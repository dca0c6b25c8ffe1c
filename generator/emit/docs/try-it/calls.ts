import type { Api, Operation } from "../../../model/api.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import { referencesWithin } from "../../../model/walk-schema.js";
import { Query } from "../../../tracking/query.js";

/** What calls of operations use a definition for, by its id: for what is sent, for answers alone, or not at all. */
export type UseInCalls = "sent" | "answered" | "none";

/** Whether the panel of some operation needs the validators of a definition, and its form. */
export const useInCalls = new Query<Api, UseInCalls>("use-in-calls", (api) => {
  const sent = reached(api, api.operations.flatMap(sentSchemas));
  const answered = reached(api, api.operations.flatMap(answeredSchemas));
  return (id) =>
    sent.has(id) ? "sent" : answered.has(id) ? "answered" : "none";
});

function sentSchemas({ parameters, body }: Operation): readonly Schema[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...(body?.contents ?? []).flatMap(contentSchemas),
  ];
}

function answeredSchemas({ responses }: Operation): readonly Schema[] {
  return responses.flatMap(({ headers, contents }) => [
    ...headers.map(({ schema }) => schema),
    ...contents.flatMap(contentSchemas),
  ]);
}

function contentSchemas({
  schema,
  itemSchema,
}: {
  readonly schema?: Schema;
  readonly itemSchema?: Schema;
}): readonly Schema[] {
  return [schema, itemSchema].filter((one) => one !== undefined);
}

/** Every definition that schemas lead to. */
function reached(
  api: Api,
  schemas: readonly Schema[],
): ReadonlySet<DefinitionId> {
  const found = new Set<DefinitionId>();
  const add = (schema: Schema): void => {
    for (const id of referencesWithin(schema)) found.add(id);
  };
  for (const schema of schemas) add(schema);
  // A set gives what is added to it while it is walked.
  for (const id of found) {
    const definition = api.definitions[id];
    if (definition !== undefined) add(definition.schema);
  }
  return found;
}
