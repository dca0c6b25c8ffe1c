import type { Api } from "../model/api.js";
import type { Views } from "../model/views.js";
import { Claims } from "./claims.js";
import { nameOperations, operationNames } from "./name-operations.js";
import { nameSchemas, schemaNames } from "./name-schemas.js";
import type { Names } from "./names.js";

/**
 * Decides every exported name and every path of the output. Names follow the description: first its schemas,
 * then its operations, then what specwright adds to both (variants, input and result types), which gives way.
 * Each name depends on what it names; only where two would be the same does one of them take a longer form.
 */
export function chooseNames(api: Api, views: Views): Names {
  const claims = new Claims();
  const schemas = nameSchemas(api, claims);
  const operations = nameOperations(api, claims);
  return {
    schemas: new Map(
      schemas.map((one) => [one.id, schemaNames(one, views, claims)]),
    ),
    operations: new Map(
      operations.map((one) => [
        one.operation.pointer,
        operationNames(one, claims),
      ]),
    ),
  };
}
