import type { Code } from "./code.js";
import type { CodeSymbol } from "./symbol.js";

/** One file of the output, as data. */
export type OutputFile = TypeScriptFile | TextFile | ScriptFile;

/** A TypeScript file that an emitter describes; the printing stage makes its text, imports included. */
export interface TypeScriptFile {
  readonly kind: "typescript";
  /** From the output's root, `/` between folders, ends in `.ts`. */
  readonly path: string;
  /** What the file was made from: pointers into the spec, or a phrase such as "the whole description". */
  readonly source: string;
  readonly declarations: readonly Declaration[];
  /**
   * With its imports and heads each on one line, the text has prettier's layout: the format stage leaves it alone.
   */
  readonly isFinal?: true;
  /** The module is imported by its own path alone: `index.ts` does not re-export it. */
  readonly isEntry?: true;
}

/** A file whose text is made by its emitter: Markdown, HTML, JSON, or a module copied from `templates/`. */
export interface TextFile {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
  /** The text has prettier's layout already, or one that is to stay: the format stage leaves it alone. */
  readonly isFinal?: true;
}

/**
 * A classic script of the pages that registers modules of the output: it works without a server, where browsers load no
 * modules. It is transpiled whatever language the output has.
 */
export interface ScriptFile {
  readonly kind: "script";
  /** Ends in `.js`. */
  readonly path: string;
  readonly modules: readonly ScriptModule[];
}

/** A module as a script registers it. */
export interface ScriptModule {
  /** The path of the module without its ending. */
  readonly id: string;
  /** Its declarations, of which those that are exported are registered; or its text, without imports and exports. */
  readonly content: TypeScriptFile | ModuleText;
  /** Ids of further modules to load before it runs. */
  readonly needs?: readonly string[];
  /** JSON text that is registered beside it. */
  readonly data?: string;
}

/** The text of a module, with what it imports and exports as data. */
export interface ModuleText {
  readonly kind: "text";
  readonly text: string;
  readonly imports: readonly {
    readonly id: string;
    readonly names: readonly string[];
  }[];
  /** Functions, which can be registered before the module has run; and everything else. */
  readonly functions: readonly string[];
  readonly others: readonly string[];
}

/** What there is to know of a finished file without its text. */
export interface FinishedFile {
  readonly path: string;
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** The names that it exports; empty where it is no module. */
  readonly exports: readonly string[];
  /** The modules of the runtime that it imports. */
  readonly runtime: readonly string[];
  /** The module is imported by its own path alone. */
  readonly isEntry?: true;
  /** What a file of an emitter of the configuration uses of other modules of the output. */
  readonly imports?: readonly ImportedName[];
  /** A classic script of the pages. */
  readonly isScript?: true;
  /** A line for each export; of modules that emitters describe, if there is a `surface.txt`. */
  readonly surface?: readonly string[];
}

/** A name that a module imports or exports again, `*` for all of them, and the path of the module that it is from. */
export type ImportedName = readonly [name: string, module: string];

export type Declaration =
  | FunctionDeclaration
  | ConstantDeclaration
  | InterfaceDeclaration
  | TypeAliasDeclaration
  | ReexportDeclaration;

interface Documented {
  /** Markdown without comment marks; made safe when printed. */
  readonly docs?: string;
  /** Adds the tag `@deprecated`, which the text itself cannot. */
  readonly deprecated?: boolean;
}

interface Exportable extends Documented {
  readonly name: string;
  readonly exported: boolean;
}

export interface FunctionDeclaration extends Exportable {
  readonly kind: "function";
  /** For example `<T extends string>`, without the angle brackets. */
  readonly typeParameters?: readonly Code[];
  readonly parameters: readonly FunctionParameter[];
  readonly returnType: Code;
  /** The statements between the braces. */
  readonly body: Code;
  readonly isAsync?: boolean;
  readonly isGenerator?: boolean;
}

export interface FunctionParameter {
  readonly name: string;
  readonly type: Code;
  readonly optional?: boolean;
  readonly initializer?: Code;
}

export interface ConstantDeclaration extends Exportable {
  readonly kind: "constant";
  /** Needed where the constant is exported (`isolatedDeclarations`) and its value does not show its type. */
  readonly type?: Code;
  readonly value: Code;
}

export interface InterfaceDeclaration extends Exportable {
  readonly kind: "interface";
  readonly extends?: readonly Code[];
  /** The members between the braces, one a line. */
  readonly members: Code;
}

export interface TypeAliasDeclaration extends Exportable {
  readonly kind: "typeAlias";
  readonly type: Code;
}

/** `export { a, type B } from "./module.js"`, or `export * from` where no symbol is named. */
export interface ReexportDeclaration {
  readonly kind: "reexport";
  readonly module: string;
  readonly symbols?: readonly CodeSymbol[];
}

/** True for a path that stays inside the output folder: relative, `/` between folders, no dot segments. */
export function isOutputPath(path: string): boolean {
  return (
    path !== "" &&
    !/[\\:\u0000-\u001f]/.test(path) &&
    path
      .split("/")
      .every((part) => part !== "" && part !== "." && part !== "..")
  );
}
