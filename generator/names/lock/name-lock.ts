import type { JsonObject } from "../../model/json.js";

/** The version of the format. A lock of a later one is refused. */
export const lockVersion = 1;

/** The names that an output exports, as the user has committed them. */
export interface NameLock {
  /** By the place of the operation: `GET /orders/{id}`. */
  readonly operations: ReadonlyMap<string, LockedOperation>;
  /** By the key under `components/schemas`, or by identity for a schema without a key. */
  readonly schemas: ReadonlyMap<string, LockedSchema>;
  /** Names that emitters have reserved, by `emitterKey`. */
  readonly emitters: ReadonlyMap<string, string>;
}

/** Names that something has or had. */
export interface LockedNames {
  /** The base name, which all others are made of. */
  readonly name: string;
  /** Names that differ from what is made of the base name, by that. */
  readonly others?: Readonly<Record<string, string>>;
  /** Of an operation: its method on the object of `createApi`, after the group if it has one: `orders.list`. */
  readonly method?: string;
}

interface Entry extends LockedNames {
  /** The names that it had before, which stay exported and are deprecated. */
  readonly was?: readonly LockedNames[];
}

export interface LockedOperation extends Entry {
  /** The `operationId`, by which an operation is found whose path or method has changed. */
  readonly id?: string;
}

export interface LockedSchema extends Entry {
  /** A hash of what the schema says, by which one is found whose key has changed. */
  readonly shape?: string;
}

/** The text of a lock: JSON with one entry a line, sorted, so that edits of several people merge. */
export function printLock({ operations, schemas, emitters }: NameLock): string {
  const parts = [
    `"version": ${lockVersion}`,
    part("operations", operations),
    part("schemas", schemas),
    ...(emitters.size === 0 ? [] : [part("emitters", emitters)]),
  ];
  return `{\n  ${parts.join(",\n  ")}\n}\n`;
}

function part(name: string, entries: ReadonlyMap<string, unknown>): string {
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `    ${JSON.stringify(key)}: ${inline(entry)}`);
  return lines.length === 0
    ? `"${name}": {}`
    : `"${name}": {\n${lines.join(",\n")}\n  }`;
}

/** JSON on one line, with spaces where people read. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value as JsonObject)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${inline(member)}`);
  return `{ ${members.join(", ")} }`;
}
