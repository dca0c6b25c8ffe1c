import { code, type Code } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import { runtime } from "../runtime-symbols.js";
import type { Subject } from "./subject.js";

// Places are made only where an issue is written: boolean functions have none.

/** The place of the same value under a part of its schema. */
export function partPlace(subject: Subject, schema: Schema): () => Code {
  return () => {
    const path = pathBelow(subject, schema);
    return path === undefined
      ? code`${runtime.schemaPlace}(${subject.place()}, ${schema.pointer})`
      : code`${runtime.partPlace}(${subject.place()}, ${path})`;
  };
}

/** The place of a member whose name is known. */
export function propertyPlace(
  subject: Subject,
  name: string,
  schema: Schema,
): () => Code {
  return () =>
    hasOwnEntry(subject, name, schema)
      ? code`${runtime.propertyPlace}(${subject.place()}, ${name})`
      : placeBelow(subject, code`${name}`, schema);
}

/** The place of a member or item. */
export function childPlace(
  subject: Subject,
  key: Code,
  schema: Schema,
): () => Code {
  return () => placeBelow(subject, key, schema);
}

/** True where the schema of a member stands under its own name in `properties`, and a pointer needs no escapes. */
export function hasOwnEntry(
  subject: Subject,
  name: string,
  schema: Schema,
): boolean {
  const { pointer } = schema;
  const start = subject.pointer.length;
  return (
    pointer.length === start + ownEntry.length + name.length &&
    pointer.startsWith(subject.pointer) &&
    pointer.startsWith(ownEntry, start) &&
    pointer.endsWith(name) &&
    !/[~/]/.test(name)
  );
}

const ownEntry = "/properties/";

function placeBelow(subject: Subject, key: Code, schema: Schema): Code {
  const path = pathBelow(subject, schema);
  if (path === "/items") {
    return code`${runtime.itemPlace}(${subject.place()}, ${key})`;
  }
  return path === undefined
    ? code`${runtime.schemaPlace}(${runtime.childPlace}(${subject.place()}, ${key}, ""), ${schema.pointer})`
    : code`${runtime.childPlace}(${subject.place()}, ${key}, ${path})`;
}

function pathBelow(subject: Subject, schema: Schema): string | undefined {
  const { pointer } = schema;
  const start = subject.pointer.length;
  return pointer.charAt(start) === "/" && pointer.startsWith(subject.pointer)
    ? pointer.slice(start)
    : undefined;
}
