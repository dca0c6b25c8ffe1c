import { typeSymbol, valueSymbol } from "../code/symbol.js";
import { type Api, type Operation, allOperations } from "../model/api.js";
import { bodyBranches } from "../model/body-branches.js";
import { baseCandidates, slugOf, withBase } from "./candidates.js";
import type { Claims } from "./claims.js";
import type { OperationNames } from "./names.js";
import { shortOperationId } from "./short-operation-id.js";
import { camelCase, pascalCase } from "./words.js";

const noun = "Operation";

/** An operation with the base name that is its own. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly base: string;
  readonly slug: string;
}

/**
 * Finds the base names of all operations, webhooks and callbacks, and takes the builders' names. Pinned names
 * come first, then ids, then what is named after its place. The result is in an order of its own, which the
 * order of the description does not change.
 * @param isShort leave out what a framework added to ids
 * @param bases names that come before all candidates, by pointer
 * @param isNamed chooses the operations that are named, by pointer
 */
export function nameOperations(
  api: Api,
  claims: Claims,
  isShort: boolean,
  bases: ReadonlyMap<string, string> = new Map(),
  isNamed: (pointer: string) => boolean = () => true,
): readonly NamedOperation[] {
  const all = allOperations(api);
  const byPointer = new Map(all.map((one) => [one.pointer, one]));
  const shortIds = isShort ? shortIdsOf(all) : new Map<Operation, string>();
  const named = all.filter(({ pointer }) => isNamed(pointer));
  const entries = named.map((operation) => {
    const text = textOf(operation, shortIds, byPointer);
    const candidates = baseCandidates(
      text,
      noun,
      identityOf(operation),
      camelCase,
    );
    const base = bases.get(operation.pointer);
    return { operation, text, candidates: withBase(base, candidates) };
  });
  const ranked = [...entries].sort(
    (a, b) =>
      groupOf(a.operation) - groupOf(b.operation) ||
      changesOf(a) - changesOf(b) ||
      compareText(a.text, b.text) ||
      compareText(a.operation.pointer, b.operation.pointer),
  );
  return ranked.map(({ operation, candidates }) => {
    const base = claims.takeFirst(candidates, operation.pointer, everythingOf);
    return { operation, base, slug: slugOf(base, noun) };
  });
}

/** An operation under a name that it had before; undefined if something else has that name. */
export function renamedOperation(
  operation: Operation,
  name: string,
  claims: Claims,
): NamedOperation | undefined {
  const base = claims.takeFirst([name], operation.pointer, everythingOf);
  return base === name
    ? { operation, base, slug: slugOf(base, noun) }
    : undefined;
}

/** The names of an operation's exports. All but the builder's give way to the names of the description. */
export function operationNames(
  { operation, base, slug }: NamedOperation,
  claims: Claims,
): OperationNames {
  const module = `operations/${slug}.ts`;
  const type = (word: string, functions: readonly string[] = []) =>
    typeSymbol(
      claims.takeFirst(
        [base + word, `${base}${noun}${word}`],
        operation.pointer,
        (name) => ({
          identifiers: [name, ...functions.map((verb) => verb + name)],
        }),
      ),
      module,
    );
  const action = (verb: string) =>
    valueSymbol(
      claims.takeFirst(
        [`${verb}${base}`, `${verb}${base}${noun}`],
        operation.pointer,
        (name) => ({ identifiers: [name] }),
      ),
      module,
    );
  const branches = bodyBranches(operation.body);
  const bodyWords = branches.map(([{ mediaType }]) =>
    branches.length === 1 ? "Body" : `${kindOf(mediaType)}Body`,
  );
  const ofEachType = <T>(ofBranches: readonly T[]): T[] =>
    (operation.body?.contents ?? []).flatMap((content) =>
      ofBranches.filter((_, index) => branches[index]?.includes(content)),
    );
  return {
    id: operation.id ?? camelCase(base),
    base,
    slug,
    module,
    build: valueSymbol(camelCase(base), module),
    validate: action("validate"),
    read: action("read"),
    advise: action("advise"),
    operation: valueSymbol(
      claims.takeFirst(
        [`${camelCase(base)}${noun}`, `${camelCase(base)}Client${noun}`],
        operation.pointer,
        (name) => ({ identifiers: [name] }),
      ),
      module,
    ),
    input: type("Input", ["is", "collect"]),
    result: type("Result"),
    ...(operation.kind === "path"
      ? {}
      : { receive: action("receive"), received: type("Received") }),
    bodies: ofEachType(bodyWords.map((word) => type(word))),
    bodyFields: ofEachType(bodyWords.map((word) => type(`${word}Fields`))),
    groups: {
      path: type("Path"),
      query: type("Query"),
      header: type("Header"),
      cookie: type("Cookie"),
    },
  };
}

/** A media type in a word: `application/vnd.api+json` gives `VndApiJson`. */
function kindOf(mediaType: string): string {
  const [essence = ""] = mediaType.split(";");
  const [type = "", subtype = ""] = essence.trim().split("/");
  const known: ReadonlyMap<string, string> = new Map([
    ["application/x-www-form-urlencoded", "Form"],
    ["multipart/form-data", "Multipart"],
    ["application/octet-stream", "Binary"],
    ["text/plain", "Text"],
    ["*/*", "Any"],
  ]);
  const word = known.get(essence.trim().toLowerCase());
  if (word !== undefined) return word;
  return subtype === "*" ? pascalCase(type) : pascalCase(subtype);
}

/** The ids without what a framework added, where that gives a name that no other operation has or could have. */
function shortIdsOf(all: readonly Operation[]): ReadonlyMap<Operation, string> {
  const found = new Map<Operation, string>();
  const users = new Map<string, number>();
  const count = (text: string): void => {
    const key = pascalCase(text).toLowerCase();
    users.set(key, (users.get(key) ?? 0) + 1);
  };
  for (const operation of all) {
    const { pinnedName, id } = operation;
    const text = pinnedName ?? id;
    if (text !== undefined) count(text);
    const short =
      pinnedName === undefined ? shortOperationId(operation) : undefined;
    if (short === undefined) continue;
    found.set(operation, short);
    count(short);
  }
  return new Map(
    [...found].filter(
      ([, short]) => users.get(pascalCase(short).toLowerCase()) === 1,
    ),
  );
}

/** The text that an operation is named after. */
function textOf(
  operation: Operation,
  shortIds: ReadonlyMap<Operation, string>,
  byPointer: ReadonlyMap<string, Operation>,
): string {
  if (operation.pinnedName !== undefined) return operation.pinnedName;
  const short = shortIds.get(operation);
  if (short !== undefined) return short;
  if (operation.id !== undefined && pascalCase(operation.id) !== "") {
    return operation.id;
  }
  const { callback, method, path } = operation;
  if (callback !== undefined) {
    const owner = byPointer.get(callback.operation);
    const ownerText =
      owner === undefined ? "" : textOf(owner, shortIds, byPointer);
    return `${ownerText} ${callback.name} callback`;
  }
  if (operation.kind === "webhook") return `${path} webhook`;
  return `${method.toLowerCase()} ${pathText(operation)}`;
}

/** A path in words: its literals, and `by` before each parameter. */
function pathText({ pathParts }: Operation): string {
  const words = pathParts
    .map((part) => (part.kind === "literal" ? part.text : ` by ${part.name} `))
    .join("");
  return pascalCase(words) === "" ? "root" : words;
}

function identityOf(operation: Operation): string {
  return operation.id ?? `${operation.method} ${operation.path}`;
}

function groupOf(operation: Operation): number {
  if (operation.pinnedName !== undefined) return 0;
  return operation.id === undefined ? 2 : 1;
}

/** How far the builder's name is from the text: a name that is used as it is written comes first. */
function changesOf(entry: {
  readonly text: string;
  readonly candidates: readonly string[];
}): number {
  const [plain = ""] = entry.candidates;
  if (entry.text === camelCase(plain)) return 0;
  return entry.text === plain ? 1 : 2;
}

function everythingOf(base: string): { identifiers: string[]; file: string } {
  return {
    identifiers: [camelCase(base)],
    file: `operations/${slugOf(base, noun)}`,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
