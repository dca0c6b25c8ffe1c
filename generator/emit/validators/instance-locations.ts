import { code, type Code } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import { runtime } from "../runtime-symbols.js";
import type { Subject } from "./subject.js";

// Places are made only where an issue is written: boolean functions have none.

/** The location of the same value under a part of its schema. */
export function subschemaLocation(
  subject: Subject,
  schema: Schema,
): () => Code {
  return () => {
    const path = pathBelow(subject, schema);
    return path === undefined
      ? code`${runtime.schemaLocation}(${subject.location()}, ${schema.pointer})`
      : code`${runtime.subschemaLocation}(${subject.location()}, ${path})`;
  };
}

/** The location of a member whose name is known. */
export function propertyLocation(
  subject: Subject,
  name: string,
  schema: Schema,
): () => Code {
  return () =>
    hasOwnEntry(subject, name, schema)
      ? code`${runtime.propertyLocation}(${subject.location()}, ${name})`
      : locationBelow(subject, code`${name}`, schema);
}

/** The location of a member or item. */
export function childLocation(
  subject: Subject,
  key: Code,
  schema: Schema,
): () => Code {
  return () => locationBelow(subject, key, schema);
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

function locationBelow(subject: Subject, key: Code, schema: Schema): Code {
  const path = pathBelow(subject, schema);
  if (path === "/items") {
    return code`${runtime.itemLocation}(${subject.location()}, ${key})`;
  }
  return path === undefined
    ? code`${runtime.schemaLocation}(${runtime.childLocation}(${subject.location()}, ${key}, ""), ${schema.pointer})`
    : code`${runtime.childLocation}(${subject.location()}, ${key}, ${path})`;
}

function pathBelow(subject: Subject, schema: Schema): string | undefined {
  const { pointer } = schema;
  const start = subject.pointer.length;
  return pointer.charAt(start) === "/" && pointer.startsWith(subject.pointer)
    ? pointer.slice(start)
    : undefined;
}
