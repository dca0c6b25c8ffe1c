import type { ApiClient, CallArguments, CallOptions } from "./client.js";
import { own } from "./data.js";
import type { AnyAnswer } from "./errors.js";
import { nextLink } from "./link.js";
import type { Operation } from "./operation.js";
import { parseUrl } from "./url.js";

/** An operation whose answers are the pages of a list. */
export interface Paginated<Item> {
  readonly pagination: Pagination;
  /** Never there: carries the type alone. */
  readonly "~item"?: Item;
}

/** How the pages follow each other. A value path is the names that lead to a value: in an answer `["body", "data"]`. */
export type Pagination = {
  readonly items: ValuePath;
  /** Whether there are more pages. */
  readonly more?: ValuePath;
  /** The media type that has the list, of several. */
  readonly accept?: string;
} & (
  | {
      readonly kind: "cursor";
      /** In the input: `["query", "cursor"]`. */
      readonly parameter: ValuePath;
      readonly next?: ValuePath;
      /** Where the cursor is in the last item, in place of `next`. */
      readonly last?: ValuePath;
    }
  | {
      readonly kind: "offset";
      readonly parameter: ValuePath;
      /** The number of all items. */
      readonly total?: ValuePath;
    }
  | {
      readonly kind: "page";
      readonly parameter: ValuePath;
      /** The number of the first page. */
      readonly start: number;
      /** The number of all pages. */
      readonly pages?: ValuePath;
    }
  | { readonly kind: "url"; readonly next: ValuePath }
  | { readonly kind: "link" }
);

type ValuePath = readonly string[];

/** The described successes of a result. */
export type Page<Result> = Extract<Result, { readonly ok: true }>;

/** The items of all pages, from the one that the input asks for. Throws as `pages` does. */
export async function* items<Input, Result, Item>(
  client: ApiClient,
  operation: Operation<Input, Result> & Paginated<Item>,
  ...args: CallArguments<Input>
): AsyncGenerator<Item, void, undefined> {
  const { pagination } = operation;
  for await (const page of pages(client, operation, ...args))
    yield* itemsOf(page, pagination) as Iterable<Item>;
}

/**
 * The answers of a paginated operation, from the page that the input asks for. A page is asked for when it is needed.
 * @throws AnswerError if an answer is no described success
 * @throws TypeError if the URL of a page leads to another origin
 * @throws Error if a page leads back to one that was there already
 */
export async function* pages<Input, Result, Item>(
  client: ApiClient,
  operation: Operation<Input, Result> & Paginated<Item>,
  ...args: CallArguments<Input>
): AsyncGenerator<Page<Result>, void, undefined> {
  const { pagination } = operation;
  const [given, options] = args as [Input, CallOptions?];
  const { accept } = pagination;
  const first = { ...(accept && { accept }), ...given } as Input;
  const isUrl = pagination.kind === "url" || pagination.kind === "link";
  let input = first;
  let bound: Operation<Input, Result> = operation;
  let now = isUrl ? undefined : valueAt(first, pagination.parameter);
  let size = 0;
  const known = new Set([now]);
  for (;;) {
    const args = [input, options] as unknown as CallArguments<Input>;
    const call = client.call(bound, ...args);
    await call.orThrow();
    const page = (await call) as Result & AnyAnswer;
    yield page as Result as Page<Result>;
    const list = itemsOf(page, pagination);
    size = Math.max(size, list.length);
    if (isUrl) known.add(page.response.url);
    const next = nextOf({ page, list, now, size }, pagination);
    if (next === undefined) return;
    if (known.has(next))
      throw new Error(`a page of ${operation.id} leads back to an earlier one`);
    known.add(next);
    now = next;
    if (isUrl) {
      const build: typeof operation.build = (input) => ({
        ...operation.build(input),
        url: String(next),
      });
      bound = { ...operation, build };
    } else {
      input = withValue(first, pagination.parameter, next) as Input;
    }
  }
}

interface Seen {
  readonly page: AnyAnswer;
  readonly list: readonly unknown[];
  /** The value that the page was asked for by. */
  readonly now: unknown;
  /** The most items that a page had. */
  readonly size: number;
}

/** The cursor, offset, number or URL of the next page; undefined after the last one. */
function nextOf(seen: Seen, pagination: Pagination): unknown {
  const { page, list } = seen;
  const more = valueAt(page, pagination.more);
  if (more === false) return undefined;
  switch (pagination.kind) {
    case "cursor": {
      const { last, next } = pagination;
      const cursor =
        last === undefined
          ? valueAt(page, next)
          : valueAt(list[list.length - 1], last);
      return cursor === null || cursor === "" ? undefined : cursor;
    }
    case "url":
      return urlOf(valueAt(page, pagination.next), page.response);
    case "link":
      return urlOf(nextLink(page.response), page.response);
    case "offset": {
      const offset = Number(seen.now ?? 0) + list.length;
      const isLast = isAtEnd(
        seen,
        offset,
        valueAt(page, pagination.total),
        more,
      );
      return isLast ? undefined : offset;
    }
    case "page": {
      const { start, pages } = pagination;
      const number = Number(seen.now ?? start) + 1;
      const isLast = isAtEnd(seen, number - start, valueAt(page, pages), more);
      return isLast ? undefined : number;
    }
  }
}

/** Whether a page is the last one: by the number of all, else by whether it has fewer items than others. */
function isAtEnd(
  { list, size }: Seen,
  done: number,
  all: unknown,
  more: unknown,
): boolean {
  if (list.length === 0) return true;
  if (typeof all === "number" || typeof all === "bigint") return done >= all;
  return more !== true && list.length < size;
}

function itemsOf(page: unknown, { items }: Pagination): readonly unknown[] {
  const list = valueAt(page, items) ?? [];
  if (Array.isArray(list)) return list;
  throw new TypeError(`there is no list at ${items.join("/")} of the answer`);
}

/** A URL of an answer, which may be relative to that of the answer itself (RFC 8288 §3.2). */
function urlOf(text: unknown, { url }: Response): string | undefined {
  if (typeof text !== "string" || text === "") return undefined;
  return parseUrl(text, url || undefined)?.href ?? text;
}

/** What the names lead to; undefined if it is not there, or there are no names. */
function valueAt(value: unknown, path: ValuePath = [""]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = own(found, name);
  }
  return found;
}

/** A copy in which the names lead to another value. */
function withValue(value: unknown, path: ValuePath, next: unknown): unknown {
  const [name, ...names] = path;
  if (name === undefined) return next;
  const inner = valueAt(value, [name]);
  return { ...Object(value), [name]: withValue(inner, names, next) } as unknown;
}
