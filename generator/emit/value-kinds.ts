import {
  kindsOf,
  kindsOfDefinitions,
  type Kinds,
} from "../mapping/kinds-of.js";
import type { Api } from "../model/api.js";
import type { Schema } from "../model/schema.js";
import { Query } from "../tracking/query.js";

/** What `typeof` can say of the values of each definition; null where the definition does not settle it. */
export const definitionKinds = new Query<Api, NonNullable<Kinds> | null>(
  "kinds",
  (api) => {
    const kinds = kindsOfDefinitions(api);
    return (id) => kinds(id) ?? null;
  },
);

/** What `typeof` can say of the values of a schema, null left out; undefined where the schema does not settle it. */
export function kindsWithin(schema: Schema, api: Api): Kinds {
  return kindsOf(schema, (id) => definitionKinds.of(api, id) ?? undefined);
}
