import { code, joinCode, type Code } from "../../code/code.js";
import { jsonLiteral } from "../../code/literals.js";
import type { Operation } from "../../model/api.js";
import { acceptChoices } from "../../model/input-schema.js";
import { isPaginationFault, paginationOf } from "../../model/pagination.js";
import type { Pagination } from "../../model/pagination-finder.js";
import type { EmitContext } from "../context.js";
import { typeExpression } from "../types/type-expression.js";
import { isJson } from "./media-types.js";
import { textOf } from "./result-type.js";
import { runtimeType } from "../runtime-symbols.js";

/** What a paginated operation has beside others: the type of its items, and how its pages follow each other. */
export interface PaginationCode {
  /** `Paginated<Order>` */
  readonly type: Code;
  /** The value of `pagination`. */
  readonly value: Code;
}

/** The pagination of an operation as code; undefined if it has none, or one that does not fit. */
export function paginationCode(
  operation: Operation,
  context: EmitContext,
): PaginationCode | undefined {
  const { api, settings } = context;
  const found = paginationOf(operation, settings.pagination, api);
  if (found === undefined || isPaginationFault(found)) return undefined;
  const items = new Map(
    found.itemSchemas.map((schema) => {
      const type = typeExpression(schema, "response", context);
      return [textOf(type), type] as const;
    }),
  );
  return {
    type: code`${runtimeType.Paginated}<${joinCode([...items.values()], code` | `)}>`,
    value: jsonLiteral({ ...factsOf(found), ...acceptOf(operation) }),
  };
}

function factsOf({ setting, items, parameter, start, places }: Pagination) {
  return {
    kind: setting.kind,
    items: [...items],
    ...(parameter === undefined ? {} : { parameter: [...parameter] }),
    ...(start === undefined ? {} : { start }),
    ...Object.fromEntries(
      Object.entries(places).map(([name, place]) => [name, [...place]]),
    ),
  };
}

/** The media type of JSON that has the list, if the caller can ask for one. */
function acceptOf(operation: Operation) {
  const accept = acceptChoices(operation).find(isJson);
  return accept === undefined ? {} : { accept };
}
