import { isJsonObject } from "../model/json.js";

/**
 * How the pages of an operation follow each other, as `x-specwright-pagination` and the option `pagination` say it.
 * `parameter` is the name of a query parameter, and the others are JSON Pointers into the body of an answer; both can
 * be runtime expressions of OpenAPI instead (`$request.body#/cursor`, `$response.header.X-Next`).
 */
export type PaginationSetting =
  | (Listed & {
      /** A value of each page asks for the next one. */
      readonly kind: "cursor";
      readonly parameter: string;
      /** Where that value is. */
      readonly next: string;
    })
  | (Listed & {
      readonly kind: "cursor";
      readonly parameter: string;
      /** Where that value is in the last item of the page, in place of `next`. */
      readonly last: string;
    })
  | (Listed & {
      /** The number of items to skip. */
      readonly kind: "offset";
      readonly parameter: string;
      /** The number of all items. */
      readonly total?: string;
    })
  | (Listed & {
      /** The number of the page. */
      readonly kind: "page";
      readonly parameter: string;
      /** The number of the first page; where absent, the default of the parameter or else 1. */
      readonly start?: number;
      /** The number of all pages. */
      readonly pages?: string;
    })
  | (Listed & {
      /** The URL of the next page, in the body or a header. */
      readonly kind: "url";
      readonly next: string;
    })
  | (Listed & {
      /** The URL of the next page, in the header `Link` with `rel="next"` (RFC 8288). */
      readonly kind: "link";
    });

interface Listed {
  /** The list; the whole body where absent. */
  readonly items?: string;
  /** Whether there are more pages. */
  readonly more?: string;
}

/** By `operationId`; `false` takes back what an extension says. */
export type PaginationSettings = Readonly<
  Record<string, PaginationSetting | false>
>;

const shapes = {
  cursor: { required: ["parameter"], optional: ["next", "last"] },
  offset: { required: ["parameter"], optional: ["total"] },
  page: { required: ["parameter"], optional: ["start", "pages"] },
  url: { required: ["next"], optional: [] },
  link: { required: [], optional: [] },
} as const;

/** What is wrong with a value in the place of a pagination, in words; undefined if nothing is. */
export function paginationComplaint(value: unknown): string | undefined {
  if (!isJsonObject(value)) return "is no object";
  const { kind } = value;
  const shape = Object.entries(shapes).find(([one]) => one === kind)?.[1];
  if (shape === undefined)
    return `needs a "kind" of ${Object.keys(shapes).join(", ")}`;
  const known: readonly string[] = [
    ...["kind", "items", "more"],
    ...shape.required,
    ...shape.optional,
  ];
  for (const [name, member] of Object.entries(value)) {
    if (!known.includes(name)) return `has the unknown field "${name}"`;
    if (name === "start" ? !Number.isSafeInteger(member) : !isText(member))
      return `has a "${name}" that is no ${name === "start" ? "integer" : "text"}`;
  }
  const missing = shape.required.find((name) => value[name] === undefined);
  if (missing !== undefined) return `has no "${missing}"`;
  const isCursor = kind === "cursor";
  if (
    isCursor &&
    (value["next"] === undefined) === (value["last"] === undefined)
  )
    return 'needs one of "next" and "last"';
  return undefined;
}

/** True for a value in the place of a pagination that is well-formed. */
export function isPaginationSetting(
  value: unknown,
): value is PaginationSetting {
  return paginationComplaint(value) === undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
