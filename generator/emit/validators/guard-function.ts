import { code, type Code } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import type { ModuleScope } from "./module-scope.js";
import type { ValidatorView } from "./pass.js";
import { referenceSymbols } from "./reference-symbols.js";
import { booleanCode } from "./validator-declarations.js";

/**
 * The boolean function of a schema by itself, for code that has to know whether a value fits: that of its
 * definition, or one of the module, which is left in the scope.
 */
export function guardFunction(
  schema: Schema,
  view: ValidatorView,
  base: string,
  scope: ModuleScope,
  context: EmitContext,
): Code {
  if (schema.kind === "any") return code`() => true`;
  const names =
    schema.kind === "ref"
      ? context.names.schemas.get(schema.target)
      : undefined;
  if (names !== undefined) return code`${referenceSymbols(names, view).is}`;
  return scope.partFunction(
    schema,
    `guard ${view}`,
    `is${base}Option`,
    (name) => ({
      kind: "function",
      name,
      exported: false,
      parameters: [{ name: "value", type: code`unknown` }],
      returnType: code`boolean`,
      body: booleanCode({ schema, view, is: name, base, scope }, context),
    }),
  );
}
