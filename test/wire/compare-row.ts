import type { VectorRow } from "./vector-rows.js";

/** Whether an outcome is what a row asks for, or one of those that it accepts. */
export function isRight(observed: unknown, row: VectorRow): boolean {
  return wanted(row).some((one) => fits(observed, one, row));
}

function wanted({
  outcome,
  expected,
  accept = [],
  status,
}: VectorRow): unknown[] {
  const first =
    outcome === "error" ? "<error>" : outcome === "omit" ? "<omit>" : expected;
  // `accept` of a settled row lists spellings that mean the same.
  return status === "normative" && outcome === "error"
    ? [first]
    : [first, ...accept];
}

function fits(observed: unknown, expected: unknown, row: VectorRow): boolean {
  if (typeof observed === "string" && observed.startsWith("<error>")) {
    if (expected !== "<error>") return false;
    return observed === "<error>" || namesItsPlace(observed, row);
  }
  if (row.outcome === "parts") return partsFit(observed, expected, row);
  if (
    row.outcome === "request" ||
    (typeof expected === "object" && expected !== null)
  ) {
    return requestFits(observed, expected);
  }
  return observed === expected;
}

/** An error has to say which parameter it is about. */
function namesItsPlace(
  message: string,
  { parameter, request, mediaType }: VectorRow,
): boolean {
  const names = [
    parameter?.name,
    ...(request?.parameters.map(({ name }) => name) ?? []),
    ...Object.keys(request?.credentials ?? {}),
    ...(mediaType === undefined ? [] : ["body", "a"]),
    ...(request?.requestBody === undefined ? [] : ["body"]),
  ];
  return names.some((name) => name !== undefined && message.includes(name));
}

function partsFit(
  observed: unknown,
  expected: unknown,
  { accept = [] }: VectorRow,
): boolean {
  if (!Array.isArray(expected) || !Array.isArray(observed)) return false;
  return (
    expected.length === observed.length &&
    expected.every((part: Record<string, unknown>, index) => {
      const got = observed[index] as Record<string, unknown>;
      return Object.entries(part).every(([key, value]) => {
        if (key === "body" && accept.includes(got["body"])) return true;
        if (
          key === "filename" &&
          accept.includes("no filename") &&
          got[key] === undefined
        )
          return true;
        if (key === "headers") {
          const found = got["headers"] as Record<string, unknown>;
          return Object.entries(value as object).every(
            ([name, text]) =>
              found[name] === text ||
              (found[name] === undefined &&
                accept.some((one) => String(one).includes(`no ${name}`))),
          );
        }
        // What the escapes stand for is ambiguous where the name has a "%22" of its own: the raw header decides.
        if (key === "name" || key === "filename") {
          if ("rawDisposition" in part) return true;
        }
        return got[key] === value;
        return got[key] === value;
      });
    })
  );
}

function requestFits(observed: unknown, expected: unknown): boolean {
  if (typeof observed !== "object" || observed === null) return false;
  const {
    url,
    headers = {},
    body,
  } = expected as {
    url: string;
    headers?: Record<string, unknown>;
    body?: string;
  };
  const got = observed as {
    url: string;
    headers: Record<string, string>;
    body: string;
  };
  return (
    got.url === url &&
    (body ?? "") === got.body &&
    Object.entries(headers).every(([name, value]) =>
      matches(got.headers[name.toLowerCase()], value),
    )
  );
}

function matches(text: string | undefined, wanted: unknown): boolean {
  if (typeof wanted === "string") return text === wanted;
  const { $match } = wanted as { $match: string };
  return text !== undefined && new RegExp($match).test(text);
}
