import { readFileSync } from "node:fs";
import type {
  Declaration,
  ModuleText,
  ScriptFile,
  TypeScriptFile,
} from "../../../code/file.js";
import { packageRoot } from "../../../code/package-root.js";
import { codeOf } from "../../../code/symbols-of.js";
import type { Operation } from "../../../model/api.js";
import type { DefinitionId, Schema } from "../../../model/schema.js";
import type { OperationNames, SchemaNames } from "../../../names/names.js";
import type { EmitContext } from "../../context.js";
import { specifiersOf } from "../../package-identity.js";
import { useInCalls } from "./calls.js";
import { definitionForm, type NamedNodes } from "./form-of.js";
import { operationForm } from "./operation-form.js";

/** True if pages have a panel that sends requests. */
export function hasTryIt({ settings }: EmitContext): boolean {
  return settings.tryIt && settings.parts.docs && settings.parts.operations;
}

/** The script of an operation for its panel: its builder, validator, advice and reader, and what its form is made from. */
export function operationScript(
  file: TypeScriptFile,
  operation: Operation,
  names: OperationNames,
  context: EmitContext,
): ScriptFile {
  const { build, validate, read, advise } = names;
  const kept = [build, validate, read, advise].map(({ name }) => name);
  const declarations = reachable(file.declarations, kept);
  const hasAdvice = declarations.some(
    (one) => one.kind !== "reexport" && one.name === advise.name,
  );
  const named: NamedNodes = new Set();
  const specifierOf = specifiersOf(context.api.info, context.settings);
  const form = operationForm(
    operation,
    names,
    hasAdvice,
    specifierOf,
    context,
    named,
  );
  return scriptOf({ ...file, declarations }, named, context, form);
}

/** The script of a named schema for the panels of operations; undefined if no call needs it. */
export function schemaScript(
  file: TypeScriptFile,
  id: DefinitionId,
  schema: Schema,
  names: SchemaNames,
  context: EmitContext,
): ScriptFile | undefined {
  const use = useInCalls.of(context.api, id);
  if (use === "none") return undefined;
  const { is, isWithin, collect, requestIs, requestIsWithin, requestCollect } =
    names;
  const answered = [is, isWithin, collect];
  const sent = [requestIs, requestIsWithin, requestCollect];
  const kept = (use === "sent" ? [...answered, ...sent] : answered).map(
    ({ name }) => name,
  );
  const declarations = reachable(file.declarations, kept);
  const named: NamedNodes = new Set();
  const form =
    use === "sent" ? definitionForm(schema, context, named) : undefined;
  return scriptOf({ ...file, declarations }, named, context, form);
}

function scriptOf(
  file: TypeScriptFile,
  named: NamedNodes,
  { names }: EmitContext,
  form: unknown,
): ScriptFile {
  const id = file.path.replace(/\.ts$/, "");
  const needs = [...named].flatMap((target) => {
    const own = names.schemas.get(target);
    return own === undefined ? [] : [own.module.replace(/\.ts$/, "")];
  });
  return {
    kind: "script",
    path: `docs/assets/try-it/${id}.js`,
    modules: [
      {
        id,
        content: file,
        needs,
        ...(form === undefined ? {} : { data: JSON.stringify(form) }),
      },
    ],
  };
}

/** The functions and constants of these names, exported, and what they use. */
function reachable(
  declarations: readonly Declaration[],
  names: readonly string[],
): readonly Declaration[] {
  const byName = new Map(
    declarations.flatMap((one) =>
      one.kind === "function" || one.kind === "constant"
        ? [[one.name, one] as const]
        : [],
    ),
  );
  const found = new Set<string>(names.filter((name) => byName.has(name)));
  // A set gives what is added to it while it is walked.
  for (const name of found) {
    const declaration = byName.get(name);
    if (declaration === undefined) continue;
    for (const piece of codeOf(declaration))
      for (const part of piece.parts) {
        const used =
          typeof part === "string" ? (part.match(words) ?? []) : [part.name];
        for (const one of used) if (byName.has(one)) found.add(one);
      }
  }
  return declarations.flatMap((one) =>
    one.kind !== "reexport" && found.has(one.name)
      ? [{ ...one, exported: names.includes(one.name) } as Declaration]
      : [],
  );
}

const words = /[\p{ID_Continue}$]+/gu;

/** What the panel itself needs of the runtime: it makes a `Request` of what a builder gives. */
const runtimeOfPanel = ["runtime/request.ts"];

/** The script of the modules of the runtime that other scripts use. */
export function runtimeScript(used: readonly string[]): ScriptFile {
  const texts = new Map<string, ModuleText>();
  for (const path of [...runtimeOfPanel, ...used]) addModule(path, texts);
  return {
    kind: "script",
    path: "docs/assets/try-it/runtime.js",
    modules: [...texts]
      .filter(
        ([, { functions, others }]) => functions.length + others.length > 0,
      )
      .map(([id, content]) => ({ id, content }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function addModule(path: string, texts: Map<string, ModuleText>): void {
  const id = path.replace(/\.ts$/, "");
  if (texts.has(id)) return;
  const url = new URL(`templates/${path}`, packageRoot);
  const module = moduleText(readFileSync(url, "utf8"));
  texts.set(id, module);
  for (const { id: imported } of module.imports)
    addModule(`${imported}.ts`, texts);
}

/** A module of `templates/runtime`, taken apart. */
function moduleText(source: string): ModuleText {
  const imports: { id: string; names: string[] }[] = [];
  const functions: string[] = [];
  const others: string[] = [];
  const text = source
    .replace(
      /^import (type )?\{([^}]*)\} from "\.\/([\w-]+)\.js";$/gm,
      (_whole, type: string | undefined, list: string, module: string) => {
        const names = list
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type "))
          .map((name) => name.replace(" as ", ": "));
        if (type === undefined && names.length > 0)
          imports.push({ id: `runtime/${module}`, names });
        return "";
      },
    )
    .replace(/^export type \{[^}]*\} from .*;$/gm, "")
    .replace(
      /^export ((?:async )?function\*?|class|const) (\w+)/gm,
      (_whole, kind: string, name: string) => {
        (kind.includes("function") ? functions : others).push(name);
        return `${kind} ${name}`;
      },
    )
    .replace(/^export /gm, "")
    .replace(/^ *(?:\/\/.*|\/\*\*(?:[^*]|\*(?!\/))*\*\/)$/gm, "");
  return {
    kind: "text",
    text,
    imports,
    functions: [...new Set(functions)],
    others,
  };
}
