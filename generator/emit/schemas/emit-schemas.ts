import { code } from "../../code/code.js";
import type {
  Declaration,
  OutputFile,
  TypeScriptFile,
} from "../../code/file.js";
import { valueSymbol } from "../../code/symbol.js";
import { noMappings } from "../../mapping/mappings.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import { plainViewOf } from "../../model/views.js";
import type { SchemaNames } from "../../names/names.js";
import { checkedType } from "../checked-type.js";
import type { EmitContext } from "../context.js";
import { hasTryIt, schemaScript } from "../docs/try-it/scripts.js";
import { mayBeUnknown } from "../types/unknown-types.js";
import { knownGuard } from "./known-guard.js";
import type { Unit } from "../emitter.js";
import { ModuleScope } from "../validators/module-scope.js";
import type { ValidatorView } from "../validators/pass.js";
import { countsDepth } from "../validators/reference-graph.js";
import { recursesExponentially } from "../validators/exponential-recursion.js";
import { referenceSymbols } from "../validators/reference-symbols.js";
import { validatorDeclarations } from "../validators/validator-declarations.js";

/** `schemas/*.ts`: one module a definition, with its validators for every view that differs. */
export function schemaUnits(ids: readonly DefinitionId[]): Unit[] {
  return ids.map((id) => ({
    name: id,
    emit: (context) => emitSchema(id, context),
  }));
}

function emitSchema(id: DefinitionId, context: EmitContext): OutputFile[] {
  const schema = context.api.definitions[id]?.schema;
  const names = context.names.schemas.get(id);
  if (schema === undefined || names === undefined) return [];
  const fileOf = (given: EmitContext): TypeScriptFile => ({
    kind: "typescript",
    path: names.module,
    source: id,
    declarations: schemaDeclarations(id, schema, names, given),
  });
  const file = fileOf(context);
  if (!hasTryIt(context)) return [file];
  // In a browser, values are as they are on the wire: types of the user's own are not there.
  const module = context.mappings.isEmpty
    ? file
    : fileOf({ ...context, mappings: noMappings });
  const script = schemaScript(module, id, schema, names, context);
  return script === undefined ? [file] : [file, script];
}

function schemaDeclarations(
  id: DefinitionId,
  schema: Schema,
  names: SchemaNames,
  context: EmitContext,
): Declaration[] {
  const scope = new ModuleScope(names.module, context);
  const counts = countsDepth.of(context.api, id);
  const { mapped, enumeration } = names;
  const { values, hasObject, known } = enumeration ?? {};
  const wireType = mapped?.wireType ?? names.type;
  const requestWireType = mapped?.requestWireType ?? names.requestType;
  const valid = checkedType(schema, names, context);
  const types = new Set([
    ...(values === undefined ? [] : [values]),
    ...(known === undefined ? [] : [known]),
    hasObject === true
      ? valueSymbol(names.type.name, names.typeModule)
      : names.type,
    names.requestType,
    wireType,
    requestWireType,
  ]);
  const narrows = !mayBeUnknown.of(context.api, id);
  const declared = new Set<string>();
  const sets = validatorSets(id, context);
  const validators = sets.flatMap(({ view, words }, index) => {
    const symbols = index === 0 ? names : referenceSymbols(names, view);
    const { is, isWithin, validate, collect } = symbols;
    if (declared.has(is.name)) return [];
    declared.add(is.name);
    const type = index === 0 ? valid : requestWireType;
    return validatorDeclarations(
      {
        schema,
        view,
        type: code`${type}`,
        narrows,
        is: is.name,
        validate: validate.name,
        collect: collect.name,
        ...(counts ? { isWithin: isWithin.name } : {}),
        remembers: recursesExponentially.of(context.api, id),
        exported: true,
        noun: `\`${names.name}\`${words}`,
        scope,
      },
      context,
    );
  });
  const symbols = [...types].filter(
    (type) => hasObject !== true || type !== names.type,
  );
  return [
    { kind: "reexport", module: names.typeModule, symbols },
    ...validators,
    ...knownGuard(schema, names, scope, context),
    ...scope.declarations(),
  ];
}

interface ValidatorSet {
  readonly view: ValidatorView;
  readonly words: string;
}

/** What the validators of a schema enforce: those with its plain name, and those of requests where they differ. */
function validatorSets(
  id: DefinitionId,
  { views }: EmitContext,
): readonly ValidatorSet[] {
  const plain = plainViewOf(views.get(id)) ?? "exact";
  return [
    { view: plain, words: wordsOf[plain] },
    { view: "request", words: wordsOf.request },
  ];
}

const wordsOf: { readonly [V in ValidatorView]: string } = {
  exact: "",
  request: " as requests carry it",
  response: " as responses carry it",
};
