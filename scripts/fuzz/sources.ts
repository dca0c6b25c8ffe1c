import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Choices } from "../../test/validators/choices.js";
import { setMember } from "./hostile-texts.js";

type Members = Record<string, unknown>;

const root = fileURLToPath(new URL("../../", import.meta.url));
const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Larger files are left out: each process reads them, which takes the time of a hundred descriptions. */
const largestBytes = 420_000;

/** The descriptions of the project that are mutated: golden cases and its own example. */
export const ownSources: readonly string[] = [
  ...readdirSync(`${root}test/cases`)
    .map((name) => `${root}test/cases/${name}/openapi.yaml`)
    .filter((path) => existsSync(path)),
  `${root}spec/openapi.yaml`,
];

/** Real descriptions, where the folder with them stands beside the checkout. */
export const realSources: readonly string[] = ["corpus", "wild"].flatMap(
  (folder) =>
    existsSync(shared + folder)
      ? readdirSync(shared + folder, { withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name),
          )
          .map(({ name }) => `${shared}${folder}/${name}`)
          .filter((path) => readFileSync(path).length < largestBytes)
          .sort()
      : [],
);

const parsed = new Map<string, unknown>();

/** A document as data of its own, small enough to be made into an output in a moment. */
export function sourceDocument(path: string, choices: Choices): unknown {
  let document = parsed.get(path);
  if (document === undefined) {
    const text = readFileSync(path, "utf8");
    document = path.endsWith(".json") ? JSON.parse(text) : readYaml(text);
    parsed.set(path, document);
  }
  return structuredClone(
    isObject(document) ? cut(document, choices) : document,
  );
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: -1, logLevel: "silent" });
  } catch {
    return text;
  }
}

const mostOperations = 2;
const mostComponents = 25;

/** A few paths of a document with the components that they reach, up to a number of them. */
function cut(document: Members, choices: Choices): Members {
  const paths = document["paths"];
  if (!isObject(paths) || Object.keys(paths).length <= mostOperations + 2)
    return document;
  const names = Object.keys(paths);
  const kept: Members = {};
  for (let index = 0; index < mostOperations; index++) {
    const name = choices.pick(names);
    setMember<unknown>(kept, name, paths[name]);
  }
  const made: Members = { ...document, paths: kept };
  delete made["components"];
  delete made["definitions"];
  delete made["webhooks"];
  delete made["tags"];
  const open: unknown[] = [kept];
  for (let count = 0; open.length > 0 && count < mostComponents;) {
    const text = JSON.stringify(open.shift());
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"%\\]+)"/g)) {
      const target = copyAt(document, made, pointer.split("/"));
      if (target === undefined) continue;
      count++;
      open.push(target);
    }
  }
  return made;
}

/** Copies what a pointer leads to; undefined if there is nothing or it is there already. */
function copyAt(from: Members, to: Members, parts: readonly string[]): unknown {
  const [first = "", ...rest] = parts;
  const key = first.replaceAll("~1", "/").replaceAll("~0", "~");
  if (!Object.hasOwn(from, key)) return undefined;
  const value = from[key];
  if (rest.length === 0) {
    if (Object.hasOwn(to, key)) return undefined;
    setMember<unknown>(to, key, value);
    return value;
  }
  if (!isObject(value)) return undefined;
  const inner = Object.hasOwn(to, key) ? to[key] : {};
  if (!isObject(inner) || inner === value) return undefined;
  setMember<unknown>(to, key, inner);
  return copyAt(value, inner, rest);
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
