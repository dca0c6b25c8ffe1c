import type {
  Declaration,
  ModuleText,
  ScriptFile,
  ScriptModule,
  TypeScriptFile,
} from "../code/file.js";
import { collectImports } from "./collect-imports.js";
import { declarationText } from "./declaration-text.js";
import type { PrintedFile } from "./printed-file.js";

/**
 * The TypeScript of a script: a call of `tryIt.define` for each module. Functions are registered before the module runs,
 * so that modules may use each other in circles.
 */
export function printScript({ path, modules }: ScriptFile): PrintedFile {
  const text = modules.map(definition).join("");
  const imports = modules.flatMap(({ content }) =>
    content.kind === "text"
      ? []
      : collectImports(content).modules.flatMap(({ module, symbols }) =>
          symbols.some(({ isType }) => !isType) ? [module] : [],
        ),
  );
  return {
    kind: "text",
    path,
    text,
    imports,
    isScript: true,
    isFinal: true,
  };
}

function definition({ id, content, needs = [], data }: ScriptModule): string {
  const { text, imports, functions, others } =
    content.kind === "text" ? content : moduleText(content);
  const needed = new Set([...imports.map((one) => one.id), ...needs]);
  needed.delete(id);
  const uses = imports.map(
    (one) =>
      `const {${one.names.join(",")}} = use(${JSON.stringify(one.id)});\n`,
  );
  const register = (names: readonly string[]): string =>
    names.length === 0 ? "" : `Object.assign(out, {${names.join(",")}});\n`;
  const rest = data === undefined ? "" : `, ${textLiteral(data)}`;
  return `tryIt.define(${JSON.stringify(id)}, ${JSON.stringify([...needed])}, (use: any, out: any) => {\n${register(functions)}${uses.join("")}${text}\n${register(others)}}${rest});\n`;
}

function moduleText(file: TypeScriptFile): ModuleText {
  const { modules, localName } = collectImports(file);
  const imports = modules.flatMap(({ module, symbols }) => {
    const names = symbols
      .filter(({ isType }) => !isType)
      .map(({ name, alias }) =>
        alias === undefined ? name : `${name}: ${alias}`,
      );
    return names.length === 0 ? [] : [{ id: idOf(module), names }];
  });
  const spelling = { localName, specifier: idOf };
  const exported = file.declarations.flatMap((one) =>
    one.kind === "function" || one.kind === "constant"
      ? one.exported
        ? [one]
        : []
      : [],
  );
  const namesOf = (kind: Declaration["kind"]): string[] =>
    exported.filter((one) => one.kind === kind).map(({ name }) => name);
  return {
    kind: "text",
    imports,
    functions: namesOf("function"),
    others: namesOf("constant"),
    text: file.declarations
      .map((one) => declarationText(bare(one), spelling))
      .join("\n"),
  };
}

/** Without comments, and inside of a function, where nothing is exported. */
function bare(declaration: Declaration): Declaration {
  if (declaration.kind === "reexport") return declaration;
  const { docs: _docs, deprecated: _deprecated, ...rest } = declaration;
  return { ...rest, exported: false };
}

function idOf(module: string): string {
  return module.replace(/\.ts$/, "");
}

/** JSON text as a template, which no transpiler lays out anew and whose quotes need no escapes. */
function textLiteral(json: string): string {
  return `\`${json.replace(/[\\`]|\$(?=\{)/g, "\\$&")}\``;
}
