import type { Operation } from "../model/api.js";
import { isReserved } from "./reserved.js";
import { camelCase, pascalCase } from "./words.js";

type Shorten = (id: string, operation: Operation) => string | undefined;

/**
 * An `operationId` without what the framework that made it added: the path and the method, or the controller or tag.
 * Decided from the operation alone.
 * @returns undefined if nothing is added, or what remains cannot be a name
 */
export function shortOperationId(operation: Operation): string | undefined {
  const { id, kind } = operation;
  if (id === undefined || kind !== "path") return undefined;
  for (const shorten of frameworks) {
    const short = shorten(id, operation);
    if (short !== undefined && isName(short)) return short;
  }
  return undefined;
}

const frameworks: readonly Shorten[] = [
  withoutPathAndMethod,
  withoutMethod,
  withoutController,
  withoutTag,
  withoutTags,
];

/** FastAPI: `read_item_items__item_id__get` of `GET /items/{item_id}`. */
function withoutPathAndMethod(
  id: string,
  { path, method }: Operation,
): string | undefined {
  const made = `${path}_${method.toLowerCase()}`;
  return beforeSuffix(id, made.replace(/[^\p{L}\p{N}_]/gu, "_"));
}

/** Springfox: `getUserUsingGET`. */
function withoutMethod(id: string, { method }: Operation): string | undefined {
  return beforeSuffix(id, `Using${method.toUpperCase()}`);
}

/** NestJS: `UsersController_findAll`. */
function withoutController(id: string): string | undefined {
  return /^\p{L}[\p{L}\p{N}]*Controller_(.+)$/u.exec(id)?.[1];
}

/**
 * ASP.NET and gRPC: `Users_GetAll` with the tag `Users`. FastAPI, as its documentation has it: `items-read_items` with
 * the tag `items`.
 */
function withoutTag(id: string, { tags }: Operation): string | undefined {
  const [, prefix = "", separator, rest = ""] =
    /^([^_-]+)([_-])(.+)$/u.exec(id) ?? [];
  if (!tags.includes(prefix)) return undefined;
  const isMade =
    separator === "_"
      ? /^\p{Lu}/u.test(prefix) && /^[\p{L}\p{N}]+$/u.test(rest)
      : /^[a-z0-9]+(?:_[a-z0-9]+)+$/u.test(rest);
  return isMade ? rest : undefined;
}

/** FastAPI with routers in routers: `customers:members:list_members` with the tags `customers` and `members`. */
function withoutTags(id: string, { tags }: Operation): string | undefined {
  const parts = id.split(":");
  const name = parts.pop();
  const isMade =
    parts.length > 0 && parts.every((part, index) => part === tags[index]);
  return isMade ? name : undefined;
}

function beforeSuffix(id: string, suffix: string): string | undefined {
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : undefined;
}

/** True if the text gives a name of its own, to which no word has to be added. */
function isName(text: string): boolean {
  const name = pascalCase(text);
  return /^\p{ID_Start}/u.test(name) && !isReserved(camelCase(name));
}
