import { writeFileSync } from "node:fs";
import { code } from "../generator/code/code.js";
import type {
  Declaration,
  FunctionDeclaration,
  FunctionParameter,
} from "../generator/code/file.js";
import { printedForms } from "../generator/code/printed-forms.js";
import { typeSymbol } from "../generator/code/symbol.js";
import {
  printMembers,
  printShape,
} from "../generator/emit/types/print-shape.js";
import {
  member,
  neverShape,
  primitive,
  undefinedShape,
  unknownShape,
  type Shape,
} from "../generator/emit/types/shape.js";
import { declarationText } from "../generator/print/declaration-text.js";

// A part of the build: prints the forms of declarations and types that outputs have, for `useFormTable` to read.

const target = new URL("../dist/printed-forms.json", import.meta.url);
const both = [true, false] as const;
const symbol = typeSymbol("A", "types/a.ts");
const piece = code`a`;

/** All lists of a length. */
function lists<T>(items: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return lists(items, length - 1).flatMap((list) =>
    items.map((item) => [...list, item]),
  );
}

function commonTypes(): Shape[] {
  const one: Shape = { kind: "reference", symbol };
  const union: Shape = { kind: "union", options: [one, one] };
  const intersections = [2, 3, 4, 5].flatMap((length) =>
    lists([one, union], length).map((parts): Shape => ({
      kind: "intersection",
      parts,
    })),
  );
  const types = [one, union, ...intersections];
  const scalars = (["string", "number", "boolean", "null"] as const).map(
    primitive,
  );
  const items = both.map((optional) => ({ shape: one, optional }));
  const tuples = [0, 1, 2, 3].flatMap((length) =>
    lists(items, length).flatMap((items): Shape[] => [
      { kind: "tuple", items },
      { kind: "tuple", items, rest: one },
    ]),
  );
  return [
    unknownShape,
    neverShape,
    undefinedShape,
    ...scalars,
    ...types,
    ...types.map((item): Shape => ({ kind: "array", item })),
    ...tuples,
  ];
}

function printTypes(): void {
  for (const shape of commonTypes()) printShape(shape);
  const members = [unknownShape, primitive("string")].flatMap((shape) =>
    both.flatMap((optional) =>
      ["", "Says something."].map((text) => ({
        ...member("a", shape, optional),
        docs: { text, deprecated: false },
      })),
    ),
  );
  printMembers({ kind: "object", members, rest: unknownShape });
}

function commonDeclarations(): Declaration[] {
  const parameter = { name: "a", type: piece };
  const last: FunctionParameter[] = [
    parameter,
    { ...parameter, optional: true },
    { ...parameter, initializer: piece },
  ];
  const parameters: FunctionParameter[][] = [
    [],
    ...[0, 1, 2].flatMap((length) =>
      last.map((end) => [...lists([parameter], length).flat(), end]),
    ),
  ];
  return both.flatMap((exported): Declaration[] => {
    const named = { name: "a", exported };
    const body = { kind: "function", returnType: piece, body: piece } as const;
    const functions = parameters.flatMap((parameters) =>
      both.map((isAsync): FunctionDeclaration => ({
        ...named,
        ...body,
        parameters,
        isAsync,
      })),
    );
    const names = [typeSymbol("A", "a.ts")];
    return [
      ...functions,
      { kind: "constant", ...named, value: piece },
      { kind: "constant", ...named, value: piece, type: piece },
      { kind: "interface", ...named, members: piece },
      { kind: "interface", ...named, members: piece, extends: [piece] },
      { kind: "typeAlias", ...named, type: piece },
      { kind: "reexport", module: "a.ts" },
      { kind: "reexport", module: "a.ts", symbols: names },
      {
        kind: "reexport",
        module: "a.ts",
        symbols: names.map((name) => ({ ...name, isType: false })),
      },
    ];
  });
}

function printDeclarations(): void {
  for (const declaration of commonDeclarations()) {
    declarationText(
      declaration,
      ({ name }) => name,
      (module) => module,
    );
  }
}

printTypes();
printDeclarations();
writeFileSync(target, JSON.stringify(printedForms.record()));
