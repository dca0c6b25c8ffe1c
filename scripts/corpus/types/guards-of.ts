import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { OutputSchema } from "../load-output.js";

/** A function of a schema's module that promises a type. */
export interface Guard {
  /** For example `isPet`. */
  readonly name: string;
  /** Its type, by the name that the type's module exports. */
  readonly type: string;
  /** The module of the type, from the output's folder, for example `types/pet.ts`. */
  readonly typeModule: string;
}

const signature =
  /^export function (\w+)\(\s*value: unknown,?\s*\): value is (\w+) \{/gm;
const typeImport = /^import type \{([^}]*)\} from "([^"]+)";/gm;

/**
 * The guards of a schema's module as its text declares them, whatever they are called. A function that gives a plain
 * boolean promises nothing, and is none.
 */
export function guardsOf(
  folder: string,
  { module }: OutputSchema,
): readonly Guard[] {
  const text = readFileSync(`${folder}/${module}`, "utf8");
  const types = new Map<string, Pick<Guard, "type" | "typeModule">>();
  for (const [, names = "", path = ""] of text.matchAll(typeImport)) {
    const typeModule = posix
      .join(posix.dirname(module), path)
      .replace(/\.js$/, ".ts");
    for (const each of names.split(",")) {
      const [type = "", alias = type] = each.trim().split(" as ");
      if (type !== "") types.set(alias, { type, typeModule });
    }
  }
  return [...text.matchAll(signature)].map(([, guard = "", type = ""]) => {
    const target = types.get(type);
    if (target === undefined) {
      throw new Error(
        `${module}: the type ${type} of ${guard} is not imported`,
      );
    }
    return { name: guard, ...target };
  });
}
