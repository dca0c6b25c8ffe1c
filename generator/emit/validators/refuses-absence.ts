import type { Api } from "../../model/api.js";
import type { DefinitionId, Keyword, Schema } from "../../model/schema.js";
import { Query } from "../../tracking/query.js";

/** Schemas nested deeper in references and unions are not looked into. */
const deepest = 3;

/** True where the tests of a schema fail for a member that is absent, so that nothing else has to ask for it. */
export function refusesAbsence(schema: Schema, api: Api): boolean {
  return refuses(schema, api, 0);
}

function refuses(schema: Schema, api: Api, depth: number): boolean {
  if (schema.kind === "any" || depth > deepest) return false;
  if (schema.kind === "never") return true;
  if (schema.kind === "ref") return targetRefuses(schema.target, api, depth);
  return (
    schema.keywords.some(
      ({ kind }) => kind === "type" || kind === "const" || kind === "enum",
    ) || schema.keywords.some((keyword) => unionRefuses(keyword, api, depth))
  );
}

function targetRefuses(id: DefinitionId, api: Api, depth: number): boolean {
  return definitionRefuses.of(api, `${depth} ${id}`);
}

/** By depth and definition. */
export const definitionRefuses = new Query<Api, boolean>(
  "refuses-absence",
  (api) => (key) => {
    const space = key.indexOf(" ");
    const target = api.definitions[key.slice(space + 1)];
    const depth = Number(key.slice(0, space)) + 1;
    return target !== undefined && refuses(target.schema, api, depth);
  },
);

function unionRefuses(keyword: Keyword, api: Api, depth: number): boolean {
  const inner = (schema: Schema): boolean => refuses(schema, api, depth + 1);
  if (keyword.kind === "reference")
    return targetRefuses(keyword.target, api, depth);
  if (keyword.kind === "allOf") return keyword.schemas.some(inner);
  return (
    (keyword.kind === "anyOf" || keyword.kind === "oneOf") &&
    keyword.schemas.every(inner)
  );
}
