import { didYouMean } from "../diagnostics/suggest.js";
import { isJsonObject } from "../model/json.js";
import {
  builtInTypes,
  type TypeSettings,
  type UserType,
} from "./type-mapping.js";

const groups: readonly (keyof TypeSettings)[] = ["formats", "schemas"];

const keys: readonly (keyof UserType)[] = [
  "type",
  "module",
  "parse",
  "serialize",
];

const exportName = /^[A-Za-z_$][\w$]*$/;

/** A path from the output folder, a package with or without a path, or an entry of the `imports` of a package. */
const specifier =
  /^(?:\.{1,2}(?:\/[\w@.+~-]+)+|#?(?:@[\w.~-]+\/)?[\w.~-]+(?:\/[\w@.+~-]+)*)$/;

/** What is wrong with the option `types`, as the end of a sentence that names it; undefined where nothing is. */
export function typesComplaint(value: unknown): string | undefined {
  if (!isJsonObject(value)) return " must be { formats, schemas }";
  for (const [group, entries] of Object.entries(value)) {
    if (!groups.some((known) => known === group)) {
      return unknownKey(group, groups);
    }
    if (entries === undefined) continue;
    if (!isJsonObject(entries)) {
      return `.${group} must be an object of types by ${group === "formats" ? "format" : "the name of a schema"}`;
    }
    for (const [name, entry] of Object.entries(entries)) {
      const complaint = entryComplaint(entry);
      if (complaint !== undefined) {
        return `.${group}[${JSON.stringify(name)}]${complaint}`;
      }
    }
  }
  return undefined;
}

function entryComplaint(entry: unknown): string | undefined {
  const words = builtInTypes.map((name) => JSON.stringify(name)).join(", ");
  if (typeof entry === "string") {
    if (builtInTypes.some((name) => name === entry)) return undefined;
    const hint = didYouMean(entry, builtInTypes) ?? "";
    return ` is ${JSON.stringify(entry)}, and must be ${words} or { type, module, parse, serialize }. ${hint}`.trimEnd();
  }
  if (!isJsonObject(entry)) {
    return ` must be ${words} or { type, module, parse, serialize }`;
  }
  for (const [key, text] of Object.entries(entry)) {
    if (!keys.some((known) => known === key)) return unknownKey(key, keys);
    if (key === "module" || text === undefined) continue;
    if (typeof text !== "string" || !exportName.test(text)) {
      return `.${key} must be the name of an export`;
    }
  }
  const { type, module, parse, serialize } = entry;
  if (type === undefined) return " needs a type, the name of an export";
  if (module === undefined) {
    return " needs a module: a package, or a path from the output folder";
  }
  if (typeof module !== "string" || !specifier.test(module)) {
    return '.module must be a package, or a path from the output folder that begins with "./" or "../"';
  }
  if ((parse === undefined) !== (serialize === undefined)) {
    return ` needs ${parse === undefined ? "parse beside serialize" : "serialize beside parse"}, or neither of them`;
  }
  return undefined;
}

function unknownKey(key: string, known: readonly string[]): string {
  const hint = didYouMean(key, known) ?? `Known are ${known.join(", ")}.`;
  return ` has no key ${JSON.stringify(key)}. ${hint}`;
}
