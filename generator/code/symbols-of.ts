import type { Code } from "./code.js";
import type { Declaration } from "./file.js";
import type { CodeSymbol } from "./symbol.js";

/** Every symbol that the code of declarations uses, each once, in order. Re-exports use none. */
export function symbolsOf(
  declarations: readonly Declaration[],
): ReadonlySet<CodeSymbol> {
  const symbols = new Set<CodeSymbol>();
  for (const declaration of declarations) {
    for (const piece of codeOf(declaration)) {
      for (const part of piece.parts) {
        if (typeof part !== "string") symbols.add(part);
      }
    }
  }
  return symbols;
}

/** Every piece of code of a declaration. */
export function codeOf(declaration: Declaration): readonly Code[] {
  return pieces[declaration.kind](declaration as never);
}

const pieces: {
  readonly [K in Declaration["kind"]]: (
    declaration: Extract<Declaration, { kind: K }>,
  ) => readonly Code[];
} = {
  function: ({ typeParameters = [], parameters, returnType, body }) => [
    ...typeParameters,
    ...parameters.flatMap(({ type, initializer }) =>
      initializer === undefined ? [type] : [type, initializer],
    ),
    returnType,
    body,
  ],
  constant: ({ type, value }) => (type === undefined ? [value] : [type, value]),
  interface: ({ extends: bases = [], members }) => [...bases, members],
  typeAlias: ({ type }) => [type],
  reexport: () => [],
};
