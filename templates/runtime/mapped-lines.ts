import type { Converter } from "./mapped.js";

/** The items of a body of JSON Lines as they are sent, each at the time when it is asked for. */
export function serializedItems(items: unknown, convert: Converter): unknown {
  const item = (one: unknown): unknown =>
    convert(one as never, { pointer: "body", depth: 0 });
  if (typeof items !== "object" || items === null) return items;
  if (Symbol.iterator in items) {
    return Array.from(items as Iterable<unknown>, item);
  }
  return Symbol.asyncIterator in items
    ? later(items as AsyncIterable<unknown>, item)
    : items;
}

async function* later(
  items: AsyncIterable<unknown>,
  item: (one: unknown) => unknown,
): AsyncGenerator {
  for await (const one of items) yield item(one);
}
