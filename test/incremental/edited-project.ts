import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { Node, NodeObject } from "./base-spec.js";
import {
  edits as specEdits,
  isObject,
  schemas,
  type Dice,
} from "./random-edits.js";

/** Everything that people edit: a description, files that it refers to, and the configuration. */
export interface EditedProject {
  spec: NodeObject;
  /** Schemas in files of their own, by path. */
  parts: { [path: string]: Node };
  settings: NodeObject;
  /** Lines above the description. */
  comment: string;
  /** How many characters of the description are saved; all where absent. */
  cut?: number;
}

export const specName = "openapi.yaml";
export const configName = "specwright.config.mjs";

/** What the surroundings of an output decide is said here, so that every run has the same. */
const placed: NodeObject = {
  importExtension: ".js",
  emit: "ts",
};

export function newProject(
  spec: NodeObject,
  settings: NodeObject = {},
): EditedProject {
  return { spec, parts: {}, settings: { ...placed, ...settings }, comment: "" };
}

/** Writes the files of a project that differ from those that were saved before. */
export class ProjectFiles {
  readonly #folder: string;
  #saved = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Gives the paths of the files that were written or removed. */
  save({
    spec,
    parts,
    settings,
    comment,
    cut,
  }: EditedProject): readonly string[] {
    const text = comment + toYaml(spec);
    const files = new Map([
      ...Object.entries(parts).map(
        ([path, part]) => [path, toYaml(part)] as const,
      ),
      [configName, `export default ${JSON.stringify(settings)};\n`] as const,
      [specName, text.slice(0, cut)] as const,
    ]);
    const before = this.#saved;
    this.#saved = files;
    const changed = [...files.keys()].filter(
      (path) => files.get(path) !== before.get(path),
    );
    for (const path of changed) {
      mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
      writeFileSync(join(this.#folder, path), files.get(path) ?? "");
    }
    const gone = [...before.keys()].filter((path) => !files.has(path));
    for (const path of gone) rmSync(join(this.#folder, path));
    return [...changed, ...gone];
  }
}

function toYaml(node: Node): string {
  return stringify(node, { aliasDuplicateObjects: false, lineWidth: 0 });
}

type ProjectEdit = (project: EditedProject, dice: Dice) => void;

const settingsToTry: readonly NodeObject[] = [
  { parts: { docs: true } },
  { parts: { docs: false } },
  { types: { formats: { int64: "bigint", "date-time": "Date" } } },
  { types: { formats: { uuid: "brand" } } },
  { types: {} },
  { enums: "closed" },
  { enums: "open" },
  { untyped: "letter" },
  { untyped: "intent" },
  { listLengths: "least" },
  { emit: "js" },
  { emit: "ts" },
  { packageName: "shop" },
  // No configuration: the run is refused.
  { docs: "perhaps" },
];

const projectEdits: Readonly<Record<string, ProjectEdit>> = {
  "a schema into a file": ({ spec, parts }, dice) => {
    const all = schemas(spec);
    const names = Object.keys(all).filter(
      (name) => /^\w+$/.test(name) && !isReference(all[name]),
    );
    if (names.length === 0) return;
    const name = dice.pick(names);
    const path = `parts/${name}.yaml`;
    parts[path] = withReferences(all[name] as Node, `../${specName}`);
    all[name] = { $ref: path };
  },
  "a schema in a file": ({ parts }, dice) => {
    const part = dice.pick([...Object.values(parts), null]);
    if (isObject(part)) part["description"] = `Changed ${dice.below(1000)}.`;
  },
  "a member in a file": ({ parts }, dice) => {
    const part = dice.pick([...Object.values(parts), null]);
    if (!isObject(part) || !isObject(part["properties"])) return;
    part["properties"][`m${dice.below(1000)}`] = {
      type: "integer",
      format: "int64",
    };
  },
  "a file that is gone": ({ parts }, dice) => {
    const path = dice.pick([...Object.keys(parts), "none"]);
    delete parts[path];
  },
  "a schema out of its file": ({ spec, parts }, dice) => {
    const path = dice.pick([...Object.keys(parts), "none"]);
    const part = parts[path];
    if (part === undefined) return;
    const all = schemas(spec);
    for (const [name, schema] of Object.entries(all)) {
      if (!isObject(schema) || schema["$ref"] !== path) continue;
      all[name] = withReferences(part, "");
      delete parts[path];
    }
  },
  "a file half written": (project, dice) => {
    project.cut = 40 + dice.below(toYaml(project.spec).length - 40);
  },
  "lines above all": (project, dice) => {
    project.comment = "# A line.\n".repeat(dice.below(4));
  },
  "a keyword that does nothing": ({ spec }, dice) => {
    const all = schemas(spec);
    all[`Odd${dice.below(3)}`] = {
      type: "object",
      properties: {
        odd: { type: "string", minimum: dice.below(9), format: "emial" },
      },
    };
  },
  "a keyword that is wrong": ({ spec }, dice) => {
    schemas(spec)[`Odd${dice.below(3)}`] = {
      type: "string",
      minLength: dice.pick<Node>([-1, "one", 1.5]),
    };
  },
  "the configuration": (project, dice) => {
    project.settings = { ...project.settings, ...dice.pick(settingsToTry) };
  },
};

/** Makes one edit, of the description or of what is around it; gives its name. */
export function anyEdit(project: EditedProject, dice: Dice): string {
  if (dice.below(2) === 0) {
    const name = dice.pick(Object.keys(specEdits));
    specEdits[name]?.(project.spec, dice);
    return name;
  }
  const name = dice.pick(Object.keys(projectEdits));
  projectEdits[name]?.(project, dice);
  return name;
}

function isReference(node: Node | undefined): boolean {
  return isObject(node) && Object.hasOwn(node, "$ref");
}

/** A node whose references into the description begin with a path to it. */
function withReferences(node: Node, path: string): Node {
  const text = JSON.stringify(node).replace(
    /"(\.\.\/openapi\.yaml)?#\/components\//g,
    `"${path}#/components/`,
  );
  return JSON.parse(text) as Node;
}
