import { isTolerable, tolerableCodes } from "../diagnostics/catalogue.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { isJsonObject } from "../model/json.js";
import type { Config } from "./config.js";
import { UsageError } from "./usage-error.js";

interface OptionCheck {
  readonly wanted: string;
  accepts(value: unknown): boolean;
}

const text: OptionCheck = {
  wanted: "a string",
  accepts: (value) => typeof value === "string" && value !== "",
};

const flag: OptionCheck = {
  wanted: "true or false",
  accepts: (value) => typeof value === "boolean",
};

function oneOf(...values: readonly string[]): OptionCheck {
  const shown = values.map((value) => JSON.stringify(value));
  return {
    wanted: shown.join(" or "),
    accepts: (value) => values.some((known) => known === value),
  };
}

const checks: { readonly [K in keyof Required<Config>]: OptionCheck } = {
  spec: text,
  out: text,
  allow: {
    wanted: `a list of these codes: ${tolerableCodes.join(", ")}`,
    accepts: (value) =>
      Array.isArray(value) &&
      value.every((code) => typeof code === "string" && isTolerable(code)),
  },
  importExtension: oneOf(".js", ".ts"),
  docs: flag,
  packageName: text,
  nestedObjects: oneOf("refuse", "brackets"),
  formats: {
    wanted:
      '{ assert: "requests", "everywhere" or "nowhere", except: a list of strings }',
    accepts: isFormats,
  },
};

/**
 * Takes a value for a configuration.
 * @throws UsageError where an option is unknown or has a wrong value
 */
export function checkConfig(value: unknown, path: string): Config {
  if (!isJsonObject(value)) {
    throw new UsageError(`${path} has no object as its default export`);
  }
  for (const [name, option] of Object.entries(value)) {
    if (!isOption(name)) {
      const hint = didYouMean(name, Object.keys(checks)) ?? "";
      throw new UsageError(
        `${path}: there is no option ${JSON.stringify(name)}. ${hint}`.trim(),
      );
    }
    if (option !== undefined && !checks[name].accepts(option)) {
      throw new UsageError(`${path}: "${name}" must be ${checks[name].wanted}`);
    }
  }
  return value as Config;
}

function isOption(name: string): name is keyof Config {
  return Object.hasOwn(checks, name);
}

function isFormats(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { assert, except } = value;
  return (
    ["requests", "everywhere", "nowhere"].some((mode) => mode === assert) &&
    Array.isArray(except) &&
    except.every((format) => typeof format === "string")
  );
}
