import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { findConfig, loadConfig } from "../load-config.js";
import { UsageError } from "../../config/usage-error.js";
import { specAddress, specName } from "../../read/spec-address.js";
import { compilationOf } from "../../surroundings/compilation-of.js";
import { placeOutput } from "../../surroundings/place-output.js";
import type { Terminal } from "../terminal.js";
import { addAttributes, attributesLine } from "./add-attributes.js";
import { addScripts } from "./add-scripts.js";
import { chooseDescription } from "./choose-description.js";
import { chooseOutput } from "./choose-output.js";
import { configText } from "./config-text.js";
import { hasPackage, runScript } from "./package-manager.js";

/** What the user has typed after `specwright init`. */
export interface InitRequest {
  readonly spec?: string;
  readonly out?: string;
  /** Take the default instead of asking. */
  readonly yes?: boolean;
}

const scripts = {
  "generate:api": "specwright generate",
  "check:api": "specwright check",
};

/**
 * Sets a project up: a configuration, scripts in `package.json`, a line in `.gitattributes`. Changes nothing that is
 * there already, and says what it did.
 * @throws UsageError if no description is found and nobody can be asked for one
 */
export async function runInit(
  request: InitRequest,
  terminal: Terminal,
): Promise<void> {
  const { folder } = terminal;
  const { out, path } = await setUpConfig(request, terminal);
  const canRun = setUpScripts(terminal, path);
  setUpAttributes(terminal, out);
  const command = canRun
    ? runScript(folder, "generate:api")
    : "npx specwright generate";
  if (!hasPackage(folder, "specwright")) {
    terminal.out(
      "\nspecwright is not installed here: add it to the devDependencies, so that scripts and everybody else run the same version.",
    );
  }
  terminal.out(`\nNext: ${command}`);
}

/** The output folder, from the working directory, and the name of the configuration. */
async function setUpConfig(
  request: InitRequest,
  terminal: Terminal,
): Promise<{ readonly out: string; readonly path: string }> {
  const { folder } = terminal;
  const there = findConfig(folder);
  if (there !== undefined) {
    const { config } = await loadConfig(folder);
    const path = relative(folder, there);
    report(terminal, "kept", `${path}: it is there already`);
    return { out: withSlashes(config.out ?? "generated"), path };
  }
  const spec =
    request.spec === undefined
      ? await chooseDescription(request, terminal)
      : checkedSpec(request.spec, folder);
  const out = withSlashes(
    relative(folder, resolve(folder, request.out ?? chooseOutput(folder))),
  );
  const { reason } = await placeOutput({}, out, folder);
  const language = configLanguage(folder);
  const path = `specwright.config.${language === "ts" ? "ts" : "mjs"}`;
  const config = {
    spec,
    out,
    ...(reason === undefined ? {} : { importsAsIn: reason }),
  };
  writeFileSync(join(folder, path), configText(config, language), {
    flag: "wx",
  });
  report(terminal, "created", `${path}: from ${specName(spec)} to ${out}`);
  return { out, path };
}

/** JavaScript if the project's compiler would emit the configuration, or not find the package that it imports. */
function configLanguage(folder: string): "ts" | "js" {
  const compilation = compilationOf(join(folder, "specwright.config.ts"));
  if (compilation === "none") return "ts";
  const isChecked =
    compilation === "checks" && hasPackage(folder, "specwright");
  return isChecked ? "ts" : "js";
}

function checkedSpec(spec: string, folder: string): string {
  if (spec === "-")
    throw new UsageError("init: name a file or a URL, not standard input");
  if (specAddress(spec).kind === "url") return spec;
  if (!existsSync(resolve(folder, spec)))
    throw new UsageError(`init: ${spec} does not exist`);
  return withSlashes(relative(folder, resolve(folder, spec)));
}

/** Whether the script is there afterwards. */
function setUpScripts(terminal: Terminal, config: string): boolean {
  const path = join(terminal.folder, "package.json");
  if (!existsSync(path)) {
    report(terminal, "skipped", "scripts: there is no package.json here");
    return false;
  }
  const { text, added, taken, isBroken } = addScripts(
    readFileSync(path, "utf8"),
    scripts,
  );
  if (isBroken) {
    report(terminal, "skipped", "package.json: it cannot be read");
    return false;
  }
  for (const name of taken) {
    report(
      terminal,
      "kept",
      `package.json: the script "${name}" does something else`,
    );
  }
  if (text !== undefined) {
    writeFileSync(path, text);
    const names = added.map((name) => `"${name}"`).join(" and ");
    report(
      terminal,
      "changed",
      `package.json: ${added.length === 1 ? "script" : "scripts"} ${names}`,
    );
  } else if (taken.length === 0) {
    report(terminal, "kept", `package.json: its scripts run ${config}`);
  }
  return !taken.includes("generate:api");
}

function setUpAttributes(terminal: Terminal, out: string): void {
  const name = ".gitattributes";
  if (out.startsWith("..")) {
    report(terminal, "skipped", `${name}: ${out} is not below this folder`);
    return;
  }
  const path = join(terminal.folder, name);
  const isThere = existsSync(path);
  const text = addAttributes(isThere ? readFileSync(path, "utf8") : "", out);
  if (text === undefined) {
    report(terminal, "kept", `${name}: it has a line for ${out}`);
    return;
  }
  writeFileSync(path, text);
  const what = isThere ? "changed" : "created";
  report(terminal, what, `${name}: ${attributesLine(out)}`);
}

function report(
  terminal: Terminal,
  what: "changed" | "created" | "kept" | "skipped",
  words: string,
): void {
  terminal.out(`${what.padEnd(7)}  ${words}`);
}

function withSlashes(path: string): string {
  return path
    .split(sep)
    .join("/")
    .replace(/^\.\/|\/$/g, "");
}
