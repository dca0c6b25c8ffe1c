import {
  isMarked,
  isReadOnly,
  isWriteOnly,
  type AccessMark,
} from "../model/access.js";
import type { Api } from "../model/api.js";
import type { Schema } from "../model/schema.js";
import { Query } from "../tracking/query.js";

/** What each definition says of access, so that asking for it does not make the asker depend on all that it says. */
export const accessMarks = new Query<
  Api,
  { readonly [K in AccessMark]: boolean }
>("access-marks", (api) => (id) => {
  const schema = api.definitions[id]?.schema;
  return {
    readOnly: schema !== undefined && isReadOnly(schema, api),
    writeOnly: schema !== undefined && isWriteOnly(schema, api),
  };
});

/** Whether a member with this schema is `readOnly`, see `isReadOnly` of the model. */
export function isReadOnlyMember(schema: Schema, api: Api): boolean {
  return isMarked(schema, "readOnly", (id) => accessMarks.of(api, id).readOnly);
}

/** Whether a member with this schema is `writeOnly`, in the same way. */
export function isWriteOnlyMember(schema: Schema, api: Api): boolean {
  return isMarked(
    schema,
    "writeOnly",
    (id) => accessMarks.of(api, id).writeOnly,
  );
}
