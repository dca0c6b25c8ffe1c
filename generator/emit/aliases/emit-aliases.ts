import { code } from "../../code/code.js";
import type {
  Declaration,
  OutputFile,
  TypeScriptFile,
} from "../../code/file.js";
import { typeSymbol, valueSymbol } from "../../code/symbol.js";
import type { NameAlias } from "../../names/lock/alias-names.js";
import type { Unit, UnitTools } from "../emitter.js";
import { unitOf } from "../unit.js";

/** Gives the units of an operation, or of a schema, whose modules have aliases. */
export type UnitsOf = (of: string) => readonly Unit[];

/**
 * The modules that export what something was called before: one for each module that exports it now.
 * @param unitsOf the units of the modules that export it now
 */
export function aliasUnits(
  aliases: readonly NameAlias[],
  unitsOf: Readonly<Record<NameAlias["kind"], UnitsOf>>,
): Unit[] {
  return aliases.map(({ kind, of, modules, names }) =>
    unitOf("alias", { kind, of, modules, names }, (_, context) =>
      unitsOf[kind](of)
        .flatMap((unit) => unit.emit(context, noTools))
        .filter((file) => file.kind === "typescript")
        .flatMap((file): OutputFile[] => {
          const path = modules[file.path];
          const declarations = aliasesOf(file, names);
          return path === undefined || declarations.length === 0
            ? []
            : [{ ...file, path, declarations }];
        }),
    ),
  );
}

function aliasesOf(
  { path, declarations }: TypeScriptFile,
  names: Readonly<Record<string, string>>,
): Declaration[] {
  return declarations.flatMap((declaration): Declaration[] => {
    if (declaration.kind === "reexport" || !declaration.exported) return [];
    const { name } = declaration;
    const old = Object.hasOwn(names, name) ? names[name] : undefined;
    if (old === undefined) return [];
    const own = {
      name: old,
      exported: true,
      docs: `Is called \`${name}\` now.`,
      deprecated: true,
    };
    if (declaration.kind === "function" || declaration.kind === "constant") {
      const symbol = valueSymbol(name, path);
      return [
        {
          kind: "constant",
          ...own,
          type: code`typeof ${symbol}`,
          value: code`${symbol}`,
        },
      ];
    }
    return [
      { kind: "typeAlias", ...own, type: code`${typeSymbol(name, path)}` },
    ];
  });
}

/** What the emitters of specwright itself do not use. */
const noTools: UnitTools = {
  symbol: (key) => {
    throw new RangeError(`no symbol is reserved under ${key}`);
  },
  report: () => undefined,
};
