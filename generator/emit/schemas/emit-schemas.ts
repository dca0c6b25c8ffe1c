import { code } from "../../code/code.js";
import type { Declaration, OutputFile } from "../../code/file.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import type { SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { ModuleScope } from "../validators/module-scope.js";
import type { ValidatorView } from "../validators/pass.js";
import { referenceGraph } from "../validators/reference-graph.js";
import { referenceSymbols } from "../validators/reference-symbols.js";
import { validatorDeclarations } from "../validators/validator-declarations.js";

/** `schemas/*.ts`: one module a definition, with its validators for every view that differs. */
export function emitSchemas(context: EmitContext): OutputFile[] {
  const files: OutputFile[] = [];
  for (const [id, { schema }] of Object.entries(context.api.definitions)) {
    const names = context.names.schemas.get(id);
    if (names === undefined) continue;
    files.push({
      kind: "typescript",
      path: names.module,
      source: id,
      declarations: schemaDeclarations(id, schema, names, context),
    });
  }
  return files;
}

function schemaDeclarations(
  id: DefinitionId,
  schema: Schema,
  names: SchemaNames,
  context: EmitContext,
): Declaration[] {
  const scope = new ModuleScope(context);
  const counts = referenceGraph(context.api).counts(id);
  const types = new Set([names.type, names.requestType]);
  const declared = new Set<string>();
  const validators = views.flatMap(({ view, words }) => {
    const { is, isWithin, validate, collect } = referenceSymbols(names, view);
    if (declared.has(is.name)) return [];
    declared.add(is.name);
    const type = view === "request" ? names.requestType : names.type;
    return validatorDeclarations(
      {
        schema,
        view,
        type: code`${type}`,
        is: is.name,
        validate: validate.name,
        collect: collect.name,
        ...(counts ? { isWithin: isWithin.name } : {}),
        exported: true,
        noun: `\`${names.name}\`${words}`,
        scope,
      },
      context,
    );
  });
  return [
    { kind: "reexport", module: names.typeModule, symbols: [...types] },
    ...validators,
    ...scope.declarations(),
  ];
}

const views: readonly {
  readonly view: ValidatorView;
  readonly words: string;
}[] = [
  { view: "exact", words: "" },
  { view: "request", words: " as requests carry it" },
  { view: "response", words: " as responses carry it" },
];
