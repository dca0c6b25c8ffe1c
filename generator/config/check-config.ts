import {
  isTolerable,
  isWarning,
  tolerableCodes,
  warningCodes,
} from "../diagnostics/catalogue.js";
import { limits } from "../diagnostics/limits.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { isJsonObject } from "../model/json.js";
import { typesComplaint } from "./check-types.js";
import { emitLanguages, importExtensions, nestedObjects } from "./config.js";
import type { Config } from "./define-config.js";
import { diffComplaint } from "./diff-settings.js";
import { filtersComplaint } from "./filters.js";
import { paginationComplaint } from "./pagination.js";
import { impossiblePart, partNames, type Parts } from "./parts.js";
import { UsageError } from "./usage-error.js";

/** What is wrong with the value of an option, as the end of a sentence that names it; undefined where nothing is. */
type OptionCheck = (value: unknown) => string | undefined;

function must(
  wanted: string,
  accepts: (value: unknown) => boolean,
): OptionCheck {
  return (value) => (accepts(value) ? undefined : ` must be ${wanted}`);
}

const text = must(
  "a string",
  (value) => typeof value === "string" && value !== "",
);

function oneOf(...values: readonly string[]): OptionCheck {
  const shown = values.map((value) => JSON.stringify(value));
  return must(shown.join(" or "), (value) =>
    values.some((known) => known === value),
  );
}

const asserting = must(
  '{ assert: "requests", "everywhere" or "nowhere", only: a list of strings, except: a list of strings }',
  isAssertSettings,
);

const opening = must(
  '"open", "closed" or { default: "open" or "closed", schemas: "open" or "closed" by name }',
  isOpenSetting,
);

function isListOf(accepts: (code: string) => boolean, value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((code) => typeof code === "string" && accepts(code))
  );
}

const checks: { readonly [K in keyof Required<Config>]: OptionCheck } = {
  spec: text,
  out: text,
  root: text,
  resources: must(
    "a map from absolute URIs to paths of files",
    (value) =>
      isJsonObject(value) &&
      Object.entries(value).every(
        ([uri, path]) => isUri(uri) && typeof path === "string" && path !== "",
      ),
  ),
  surface: must("true or false", (value) => typeof value === "boolean"),
  nameLock: text,
  overlays: must("a list of paths", (value) =>
    isListOf((path) => path !== "", value),
  ),
  allow: must(`a list of these codes: ${tolerableCodes.join(", ")}`, (value) =>
    isListOf(isTolerable, value),
  ),
  strict: must(
    `true, false or a list of these codes: ${warningCodes.join(", ")}`,
    (value) => typeof value === "boolean" || isListOf(isWarning, value),
  ),
  emit: oneOf(...emitLanguages),
  importExtension: oneOf(...importExtensions),
  parts: partsComplaint,
  tryIt: must("true or false", (value) => typeof value === "boolean"),
  packageName: text,
  nestedObjects: oneOf(...nestedObjects),
  nullable: oneOf("intent", "letter"),
  untyped: oneOf("intent", "letter"),
  discriminators: oneOf("select", "annotation"),
  operationNames: oneOf("short", "full"),
  formats: asserting,
  content: asserting,
  listLengths: oneOf("fixed", "least", "none"),
  types: typesComplaint,
  enums: opening,
  unions: opening,
  pagination: paginationsComplaint,
  diff: diffComplaint,
  emitters: emittersComplaint,
  include: (value) => filtersComplaint(value, false),
  exclude: (value) => filtersComplaint(value, true),
  limits: limitsComplaint,
  apis: must(
    "a map from names (letters, digits, `.`, `_`, `-`) to configurations",
    (value) =>
      isJsonObject(value) &&
      Object.keys(value).length > 0 &&
      Object.keys(value).every((name) => /^\w[\w.-]*$/u.test(name)),
  ),
};

/**
 * Takes a value for a configuration.
 * @throws UsageError where an option is unknown or has a wrong value
 */
export function checkConfig(value: unknown, path: string): Config {
  if (!isJsonObject(value)) {
    throw new UsageError(
      path.endsWith('"')
        ? `${path} must be a configuration`
        : `${path} has no object as its default export`,
    );
  }
  for (const [name, option] of Object.entries(value)) {
    if (!isOption(name)) {
      const hint =
        name === "docs"
          ? "Write parts: { docs: false } to leave the pages out."
          : (didYouMean(name, Object.keys(checks)) ?? "");
      throw new UsageError(
        `${path}: there is no option ${JSON.stringify(name)}. ${hint}`.trim(),
      );
    }
    const complaint = option === undefined ? undefined : checks[name](option);
    if (complaint !== undefined) {
      throw new UsageError(`${path}: "${name}"${complaint}`);
    }
  }
  const config = value as Config;
  for (const [name, api] of Object.entries(config.apis ?? {})) {
    const place = `${path}: "apis.${name}"`;
    checkConfig(api, place);
    if (Object.hasOwn(api, "apis"))
      throw new UsageError(`${place} has "apis" of its own`);
  }
  const single = (["spec", "out"] as const).find(
    (name) => config[name] !== undefined,
  );
  if (config.apis !== undefined && single !== undefined) {
    throw new UsageError(
      `${path}: "${single}" stands beside "apis"; write it in each of them`,
    );
  }
  return config;
}

function emittersComplaint(value: unknown): string | undefined {
  if (!Array.isArray(value)) return " must be a list of emitters";
  const names = new Set<unknown>();
  for (const [index, emitter] of (value as readonly unknown[]).entries()) {
    const is = isRecord(emitter) && typeof emitter["units"] === "function";
    const name = is ? emitter["name"] : undefined;
    if (typeof name !== "string" || !/^[a-z][\w-]*$/i.test(name))
      return `[${index}] must be what defineEmitter gives: { name, names, units }, with a name of letters, digits and hyphens`;
    if (names.has(name))
      return ` has two emitters called ${JSON.stringify(name)}`;
    names.add(name);
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function partsComplaint(value: unknown): string | undefined {
  if (!isJsonObject(value)) return " must be a map from parts to true or false";
  for (const [name, isMade] of Object.entries(value)) {
    if (!partNames.some((part) => part === name)) {
      const hint = didYouMean(name, partNames) ?? "";
      return `: there is no part ${JSON.stringify(name)}. ${hint}`.trimEnd();
    }
    if (typeof isMade !== "boolean") return `.${name} must be true or false`;
  }
  const impossible = impossiblePart(value as Partial<Parts>);
  if (impossible === undefined) return undefined;
  const [part, missing] = impossible;
  return `.${part} needs ${missing}, which is left out`;
}

function paginationsComplaint(value: unknown): string | undefined {
  if (!isJsonObject(value)) return " must be a map from operation ids";
  for (const [id, setting] of Object.entries(value)) {
    const complaint =
      setting === false ? undefined : paginationComplaint(setting);
    if (complaint !== undefined) return `.${id} ${complaint}`;
  }
  return undefined;
}

function limitsComplaint(value: unknown): string | undefined {
  if (!isJsonObject(value)) return " must be a map of numbers";
  const known: Readonly<Record<string, { readonly most: number }>> = limits;
  for (const [name, limit] of Object.entries(value)) {
    const most = Object.hasOwn(known, name) ? known[name]?.most : undefined;
    if (most === undefined) {
      const hint = didYouMean(name, Object.keys(known)) ?? "";
      return `.${name} is not known. ${hint}`.trimEnd();
    }
    const isFine =
      Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= most;
    if (!isFine) return `.${name} must be a whole number from 1 to ${most}`;
  }
  return undefined;
}

function isOpenSetting(value: unknown): boolean {
  const isMode = (mode: unknown): boolean =>
    mode === "open" || mode === "closed";
  if (isMode(value)) return true;
  if (!isJsonObject(value)) return false;
  const { default: mode = "open", schemas = {}, ...others } = value;
  return (
    Object.keys(others).length === 0 &&
    isMode(mode) &&
    isJsonObject(schemas) &&
    Object.values(schemas).every(isMode)
  );
}

function isOption(name: string): name is keyof Config {
  return Object.hasOwn(checks, name);
}

/** True for an absolute URI. A letter alone before the colon is a drive. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(text);
}

function isAssertSettings(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { assert, only, except, ...others } = value;
  const isList = (list: unknown): boolean =>
    list === undefined ||
    (Array.isArray(list) && list.every((name) => typeof name === "string"));
  return (
    Object.keys(others).length === 0 &&
    ["requests", "everywhere", "nowhere"].some((mode) => mode === assert) &&
    isList(only) &&
    isList(except)
  );
}
