import { resolve } from "node:path";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { isJsonObject, type JsonValue } from "../../model/json.js";
import type { SourceText } from "../../read/document.js";
import { pointerToken } from "../../read/json-pointer.js";
import { readSourceIfThere } from "../../read/read-source.js";
import {
  lockVersion,
  type LockedNames,
  type LockedOperation,
  type LockedSchema,
  type NameLock,
} from "./name-lock.js";

/** The file of a lock, and what it holds. */
export interface LockFile {
  /** Absent if there is no such file yet. */
  readonly source?: SourceText;
  /** Empty if there is no such file yet; absent if it is at fault, which has then been reported. */
  readonly lock?: NameLock;
}

/** The `SourceText.file` of the lock: no file that references lead to has a name like it. */
export const lockFile = "names:lock";

/**
 * Reads the lock of names. What was broken by hand or by a merge is reported at its line: markers and duplicate keys,
 * entries of another kind, a name that two entries have.
 * @param path as the user has typed it
 */
export function readLock(
  path: string,
  cwd: string,
  collector: DiagnosticCollector,
): LockFile {
  const read = readSourceIfThere(
    { path: resolve(cwd, path), file: lockFile, displayName: path },
    collector,
  );
  if (read === undefined) {
    return {
      lock: { operations: new Map(), schemas: new Map(), emitters: new Map() },
    };
  }
  const { source, document } = read;
  const lock = document && parseLock(document.value, collector);
  return { ...(source && { source }), ...(lock && { lock }) };
}

/** Checks the value of a lock; undefined if it is at fault, which is reported. */
export function parseLock(
  value: JsonValue,
  collector: DiagnosticCollector,
): NameLock | undefined {
  let isFine = true;
  const fail = (pointer: string, message: string, fix?: string): undefined => {
    isFine = false;
    collector.add(
      "name-lock-invalid",
      { file: lockFile, pointer },
      message,
      fix,
    );
  };
  if (!isJsonObject(value))
    return fail(
      "",
      "The lock of names is no object.",
      "Delete the file to make it anew.",
    );
  const { version } = value;
  if (version !== lockVersion) {
    return fail(
      Object.hasOwn(value, "version") ? "/version" : "",
      typeof version === "number" && version > lockVersion
        ? `The lock of names has version ${version}; this specwright knows ${lockVersion}.`
        : `The lock of names has no "version" that specwright knows.`,
      "Update specwright, or delete the file to make it anew.",
    );
  }
  const entriesOf = (name: "operations" | "schemas" | "emitters") => {
    const map = value[name] ?? {};
    if (isJsonObject(map)) return Object.entries(map);
    fail(`/${name}`, `"${name}" is no object.`);
    return [];
  };
  const namesOf = (
    entry: JsonValue,
    pointer: string,
  ): LockedNames | undefined => {
    if (!isJsonObject(entry)) return fail(pointer, "The entry is no object.");
    const { name, method } = entry;
    if (typeof name !== "string" || !identifier.test(name))
      return fail(pointer, `The entry has no "name" that is an identifier.`);
    if (
      method !== undefined &&
      (typeof method !== "string" || !methodPath.test(method))
    )
      return fail(
        `${pointer}/method`,
        `"method" is no identifier, nor two with a dot between.`,
      );
    const others = entry["others"] ?? {};
    const isMap =
      isJsonObject(others) &&
      Object.values(others).every(
        (other) => typeof other === "string" && identifier.test(other),
      );
    if (!isMap)
      return fail(`${pointer}/others`, `"others" is no map of identifiers.`);
    return {
      name,
      ...(method === undefined ? {} : { method }),
      ...(Object.keys(others).length === 0
        ? {}
        : { others: others as Record<string, string> }),
    };
  };
  const users = new Map<string, string>();
  const claim = (kind: string, name: string, pointer: string): void => {
    const key = `${kind} ${name}`;
    const other = users.get(key);
    if (other === undefined) users.set(key, pointer);
    else {
      isFine = false;
      collector.add(
        "name-lock-conflict",
        { file: lockFile, pointer },
        `The name ${JSON.stringify(name)} has two entries; the other is ${other}.`,
        "Delete one of them, or give it another name.",
      );
    }
  };
  const entryOf = (kind: string, entry: JsonValue, pointer: string) => {
    const own = namesOf(entry, pointer);
    const list = isJsonObject(entry) ? (entry["was"] ?? []) : [];
    if (!Array.isArray(list)) {
      fail(`${pointer}/was`, `"was" is no list.`);
      return undefined;
    }
    const was = (list as readonly JsonValue[]).flatMap((item, index) => {
      const place = `${pointer}/was/${index}`;
      const names = namesOf(item, place);
      if (names !== undefined) claim(kind, names.name, place);
      return names ?? [];
    });
    if (own === undefined) return undefined;
    claim(kind, own.name, pointer);
    return { ...own, ...(was.length === 0 ? {} : { was }) };
  };
  const textOf = (entry: JsonValue, key: string, pointer: string) => {
    const text = isJsonObject(entry) ? entry[key] : undefined;
    if (text === undefined || typeof text === "string") return text;
    return fail(`${pointer}/${key}`, `"${key}" is no text.`);
  };
  const operations = new Map<string, LockedOperation>();
  for (const [key, entry] of entriesOf("operations")) {
    const pointer = `/operations/${pointerToken(key)}`;
    const own = entryOf("operation", entry, pointer);
    const id = textOf(entry, "id", pointer);
    if (own !== undefined)
      operations.set(key, { ...(id === undefined ? {} : { id }), ...own });
  }
  const schemas = new Map<string, LockedSchema>();
  for (const [key, entry] of entriesOf("schemas")) {
    const pointer = `/schemas/${pointerToken(key)}`;
    const own = entryOf("schema", entry, pointer);
    const shape = textOf(entry, "shape", pointer);
    if (own !== undefined)
      schemas.set(key, { ...own, ...(shape === undefined ? {} : { shape }) });
  }
  const emitters = new Map<string, string>();
  for (const [key, name] of entriesOf("emitters")) {
    const pointer = `/emitters/${pointerToken(key)}`;
    if (typeof name !== "string" || !identifier.test(name))
      fail(pointer, "The name is no identifier.");
    else emitters.set(key, name);
  }
  return isFine ? { operations, schemas, emitters } : undefined;
}

const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
const methodPath =
  /^[\p{ID_Start}_$][\p{ID_Continue}$]*(?:\.[\p{ID_Start}_$][\p{ID_Continue}$]*)?$/u;
