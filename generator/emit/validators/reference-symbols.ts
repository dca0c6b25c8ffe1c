import type { CodeSymbol } from "../../code/symbol.js";
import type { SchemaNames } from "../../names/names.js";
import type { ValidatorView } from "./pass.js";

/** The functions of a definition for one view. */
export interface ReferenceSymbols {
  readonly is: CodeSymbol;
  /** Of a recursive definition: the boolean function that counts how deep it is. */
  readonly isWithin: CodeSymbol;
  readonly validate: CodeSymbol;
  readonly collect: CodeSymbol;
}

/** The functions that a reference from a validator of that view leads to. */
export function referenceSymbols(
  names: SchemaNames,
  view: ValidatorView,
): ReferenceSymbols {
  return symbolsByView[view](names);
}

const symbolsByView: {
  readonly [V in ValidatorView]: (names: SchemaNames) => ReferenceSymbols;
} = {
  exact: (names) => names,
  request: (names) => ({
    is: names.requestIs,
    isWithin: names.requestIsWithin,
    validate: names.requestValidate,
    collect: names.requestCollect,
  }),
  response: (names) => names,
};
