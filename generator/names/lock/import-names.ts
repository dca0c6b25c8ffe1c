import type { Api, Operation } from "../../model/api.js";
import { camelCase, pascalCase } from "../words.js";
import type { LockedNames, LockedOperation, NameLock } from "./name-lock.js";
import { placeOf } from "./plan-names.js";

/** Generators whose names of operations are known. */
export const knownGenerators = [
  "hey-api",
  "orval",
  "openapi-generator",
] as const;

export type KnownGenerator = (typeof knownGenerators)[number];

/** Where names come from: a generator, or functions (`listOrders`) and methods (`orders.list`) by operation. */
export type NameSource = KnownGenerator | Readonly<Record<string, string>>;

/** What an import has found. */
export interface ImportedNames {
  readonly lock: NameLock;
  /** How many operations have another name now. */
  readonly changed: number;
  /** Keys of a map that are no id of an operation, and no method with a path. */
  readonly unknown: readonly string[];
}

/**
 * A lock in which operations are called as another generator calls them. Schemas keep their names: all of these
 * generators name types by the keys of schemas.
 */
export function importNames(
  api: Api,
  lock: NameLock,
  source: NameSource,
): ImportedNames {
  let changed = 0;
  const used = new Set<string>();
  const operations = new Map(lock.operations);
  for (const operation of api.operations) {
    const place = placeOf(operation);
    const before = operations.get(place);
    const text = nameFrom(operation, source, used);
    if (text === undefined || before === undefined) continue;
    const names = lockedNames(text);
    if (
      names.name === before.name &&
      (names.method ?? before.method) === before.method
    )
      continue;
    changed += 1;
    const { id } = before;
    const own: LockedOperation = {
      ...(id === undefined ? {} : { id }),
      ...names,
    };
    operations.set(place, own);
  }
  const unknown =
    typeof source === "string"
      ? []
      : Object.keys(source).filter((key) => !used.has(key));
  return { lock: { ...lock, operations }, changed, unknown };
}

/** `listOrders` names the builder; `orders.list` names the method, and the builder `ordersList`. */
function lockedNames(text: string): LockedNames {
  const name = pascalCase(text);
  return text.includes(".") ? { name, method: text } : { name };
}

function nameFrom(
  operation: Operation,
  source: NameSource,
  used: Set<string>,
): string | undefined {
  if (typeof source !== "string") {
    const key = [operation.id, placeOf(operation)].find(
      (one) => one !== undefined && Object.hasOwn(source, one),
    );
    if (key === undefined) return undefined;
    used.add(key);
    return source[key];
  }
  return operation.id === undefined
    ? withoutId[source](operation)
    : camelCase(pascalCase(operation.id));
}

/** What generators call operations without an id. */
const withoutId: Readonly<
  Record<KnownGenerator, (operation: Operation) => string>
> = {
  "hey-api": ({ method, pathParts }) =>
    camelCase(pascalCase(`${method.toLowerCase()} ${words(pathParts, "by ")}`)),
  orval: ({ method, pathParts }) =>
    camelCase(pascalCase(`${method.toLowerCase()} ${words(pathParts, "")}`)),
  "openapi-generator": ({ method, pathParts }) =>
    camelCase(pascalCase(`${words(pathParts, "")} ${method.toLowerCase()}`)),
};

function words(parts: Operation["pathParts"], before: string): string {
  return parts
    .map((part) =>
      part.kind === "literal" ? part.text : ` ${before}${part.name} `,
    )
    .join("");
}
