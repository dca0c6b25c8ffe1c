import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { readPattern } from "../read-pattern.js";
import {
  isFixedMethod,
  isToken,
  pathProblem,
  readMediaTypes,
  readStatus,
} from "../read-keys.js";
import type { ObjectSource, Source } from "../source.js";
import type { KeyKind } from "./field-types.js";

interface KeyCheck {
  /** Whether keys that begin with `x-` are extensions rather than entries. */
  readonly isExtensible: boolean;
  check(
    key: string,
    source: Source,
    context: ModelContext,
    map: ObjectSource,
  ): void;
}

/** What is asked of the keys of each kind of map. */
export const keyChecks: Readonly<Record<KeyKind, KeyCheck>> = {
  names: entryCheck(checkKeyName),
  componentNames: entryCheck((key, source, context) => {
    if (!checkName(key, source, context)) return;
    if (/^[A-Za-z0-9._-]+$/u.test(key)) return;
    context.reporter.add(
      "component-name",
      { ...source, at: "key" },
      `The name "${visible(key)}" has characters that OpenAPI does not allow in names of components.`,
      "Use letters, digits, dots, underscores and hyphens.",
    );
  }),
  headerNames: entryCheck((key, source, context) => {
    if (isToken(key)) return;
    context.reporter.add(
      "header-name-ignored",
      { ...source, at: "key" },
      `HTTP allows no header with the name "${visible(key)}"; it is left out.`,
      "Correct the name: it has no spaces.",
    );
  }),
  paths: { isExtensible: true, check: checkPath },
  expressions: { isExtensible: true, check: checkKeyName },
  statusCodes: { isExtensible: true, check: checkStatus },
  mediaTypes: entryCheck(checkMediaType),
  methods: entryCheck(checkMethod),
  properties: entryCheck(() => undefined),
  patterns: entryCheck((key, source, context) => {
    readPattern(key, source, "key", context);
  }),
  scopes: entryCheck(() => undefined),
};

function entryCheck(check: KeyCheck["check"]): KeyCheck {
  return { isExtensible: false, check };
}

function checkKeyName(
  key: string,
  source: Source,
  context: ModelContext,
): void {
  checkName(key, source, context);
}

const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Like `checkName`, of a name that may be left out: an empty one counts as absent. */
export function checkOptionalName(
  name: string,
  source: Source,
  context: ModelContext,
): void {
  if (name.trim() !== "") {
    checkName(name, source, context, "value");
    return;
  }
  context.reporter.add(
    "name-empty",
    source,
    "An empty name names nothing.",
    "Leave it out, or give it a name of printable characters.",
  );
}

/** Whether a name can be shown and written anywhere: not empty, no control characters; reports where it is not. */
export function checkName(
  name: string,
  source: Source,
  context: ModelContext,
  at: "key" | "value" = "key",
): boolean {
  const problem =
    name.trim() === ""
      ? "is empty"
      : controls.test(name)
        ? `"${visible(name)}" holds a control character`
        : undefined;
  if (problem === undefined) return true;
  context.reporter.add(
    "name-malformed",
    { ...source, at },
    `The name ${problem}.`,
    "Give it a name of printable characters.",
  );
  return false;
}

/** Path Templating: begins with `/`, and is nothing but a path once the expressions are filled in. */
function checkPath(path: string, source: Source, context: ModelContext): void {
  const place = { ...source, at: "key" as const };
  if (path.includes("#")) {
    context.reporter.add(
      "path-fragment",
      place,
      `The path "${visible(path)}" has a fragment, which names the operation only and is not sent.`,
      "Describe the variants of the operation in one, for example by oneOf.",
    );
  }
  if (path.replace(/#.*$/su, "").includes("?")) {
    context.reporter.add(
      "path-query",
      place,
      `The path "${visible(path)}" has a query, which is sent with every request.`,
      "Describe it as a query parameter with one allowed value.",
    );
  }
  const problem = pathProblem(path);
  if (problem === undefined) return;
  context.reporter.add(
    "path-malformed",
    { ...source, at: "key" },
    `The path "${visible(path)}" ${problem}.`,
    "Write the path alone, from its first slash on; queries are parameters, and hosts are servers.",
  );
}

function checkStatus(
  status: string,
  source: Source,
  context: ModelContext,
  map: ObjectSource,
): void {
  const read = readStatus(status);
  if (read === status) return;
  const isMisspelt = read?.toLowerCase() === status.toLowerCase();
  const first = read && firstKeyOf(read, map, (key) => [readStatus(key)]);
  const reading =
    read === undefined
      ? ""
      : first === status
        ? ` It is read as ${read}.`
        : ` It is left out, because "${visible(first ?? "")}" describes ${read}.`;
  context.reporter.add(
    read === undefined
      ? "status-unknown"
      : isMisspelt
        ? "status-case"
        : "status-malformed",
    { ...source, at: "key" },
    `"${visible(status)}" is no status code; a response is named by a code such as 200, a range such as 2XX, or default.${reading}`,
    read === undefined
      ? "Correct the code."
      : first === status
        ? `Write ${read}.`
        : "Join the two responses.",
  );
}

/** The key of a map that counts for a name: the name itself, else the first that is read as it. */
function firstKeyOf(
  name: string,
  map: ObjectSource,
  read: (key: string) => readonly (string | undefined)[],
): string | undefined {
  return Object.hasOwn(map.value, name)
    ? name
    : Object.keys(map.value).find((key) => read(key).includes(name));
}

function checkMediaType(
  text: string,
  source: Source,
  context: ModelContext,
  map: ObjectSource,
): void {
  const names = readMediaTypes(text);
  if (names.length === 1 && names[0] === text) return;
  const read = names.filter(
    (name) => firstKeyOf(name, map, readMediaTypes) === text,
  );
  const reading =
    names.length === 0
      ? "it is skipped"
      : read.length === 0
        ? `it is left out, because ${names.join(" and ")} is described besides`
        : `it is read as ${read.join(" and ")}`;
  context.reporter.add(
    "media-type-malformed",
    { ...source, at: "key" },
    `"${visible(text)}" is no media type; ${reading}.`,
    "Write a type and a subtype, such as application/json.",
  );
}

function checkMethod(
  method: string,
  source: Source,
  context: ModelContext,
): void {
  const isFixed = isFixedMethod(method.toLowerCase());
  if (isToken(method) && !isFixed) return;
  context.reporter.add(
    isFixed ? "method-misplaced" : "method-malformed",
    { ...source, at: "key" },
    isFixed
      ? `The method "${method}" has a field of its own in the Path Item Object; it is read like that field.`
      : `"${visible(method)}" is no method.`,
    isFixed
      ? `Move it to "${method.toLowerCase()}".`
      : "Write the method as it is sent, such as COPY.",
  );
}
