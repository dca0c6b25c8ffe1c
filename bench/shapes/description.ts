/** Data as JSON has it. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

export type JsonObject = { readonly [name: string]: Json };

/** A description of these component schemas, with whatever else is given. */
export function description(
  schemas: JsonObject,
  others: JsonObject = {},
): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Shapes", version: "1" },
    paths: {},
    components: { schemas },
    ...others,
  };
}

/** A reference to a component schema. */
export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object with a member for each number below the size. */
export function named(
  size: number,
  member: (index: number) => readonly [name: string, value: Json],
): JsonObject {
  return Object.fromEntries(repeat(size, member));
}

/** A list with an item for each number below the size. */
export function repeat<T>(size: number, item: (index: number) => T): T[] {
  return Array.from({ length: size }, (_, index) => item(index));
}

/** A value that is put into another one so many times. */
export function nest(
  size: number,
  innermost: Json,
  around: (inner: Json) => Json,
): Json {
  let value = innermost;
  for (let level = 0; level < size; level++) value = around(value);
  return value;
}

/** A description with one operation. */
export function withOperation(operation: JsonObject, path = "/a"): JsonObject {
  return description(
    {},
    {
      paths: {
        [path]: {
          get: { responses: { "204": { description: "Done" } }, ...operation },
        },
      },
    },
  );
}
