import { code, type Code } from "../../code/code.js";
import type {
  ConstantDeclaration,
  Declaration,
  FunctionDeclaration,
} from "../../code/file.js";
import { valueSymbol } from "../../code/symbol.js";
import type { Schema } from "../../model/schema.js";
import type { Names } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { isExportedFunction } from "./exported-functions.js";
import { localName } from "./local-names.js";

/**
 * What the validators of one output file share: hoisted constants (regular expressions, sets of values) and
 * the functions for parts of schemas, each made once however often it is needed.
 */
export class ModuleScope {
  readonly #path: string;
  readonly #names = new Set<string>();
  /** The numbers to go on with behind names that are taken. */
  readonly #numbers = new Map<string, number>();
  /** Of the whole output. */
  readonly #exported: Names;
  readonly #constants = new Map<
    string,
    { readonly name: Code; readonly declaration: ConstantDeclaration }
  >();
  readonly #functions: FunctionDeclaration[] = [];
  readonly #parts = new Map<string, Code>();
  readonly #roots: Code[] = [];
  readonly #schemaNumbers = new Map<Schema, number>();
  readonly #long = new Map<string, Set<Schema>>();

  /** @param path of the output file */
  constructor(path: string, context: EmitContext) {
    this.#path = path;
    this.#exported = context.names;
  }

  /**
   * The schemas that were found to be too long for an expression in a view, so that each is tried once. They are those
   * of the module alone: whether a schema is too long differs between modules.
   */
  longIn(view: string): Set<Schema> {
    const long = this.#long.get(view) ?? new Set();
    this.#long.set(view, long);
    return long;
  }

  /** A constant of the module; the same key gives the same constant. Its name ends in `kind`. */
  constant(key: string, hint: string, kind: string, value: Code): Code {
    const known = this.#constants.get(key);
    if (known !== undefined) return known.name;
    const text = this.unusedName(`${localName(hint)}${kind}`);
    const name = code`${valueSymbol(text, this.#path)}`;
    this.#constants.set(key, {
      name,
      declaration: { kind: "constant", name: text, exported: false, value },
    });
    return name;
  }

  /**
   * The function for a part of a schema; made at the first call for the schema and the purpose. The name is
   * given out before the body is made, so that a part may lead to itself.
   */
  partFunction(
    schema: Schema,
    purpose: string,
    base: string,
    make: (name: string) => FunctionDeclaration,
  ): Code {
    const key = `${this.#numberOf(schema)} ${purpose}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const text = this.unusedName(base);
    const name = code`${valueSymbol(text, this.#path)}`;
    this.#parts.set(key, name);
    this.#functions.push(make(text));
    return name;
  }

  /** A name that nothing in the module has yet. */
  unusedName(wanted: string): string {
    let name = wanted;
    let number = this.#numbers.get(wanted) ?? 2;
    for (; this.#isTaken(name); number++) name = `${wanted}${number}`;
    this.#numbers.set(wanted, number);
    this.#names.add(name);
    return name;
  }

  #isTaken(name: string): boolean {
    return this.#names.has(name) || isExportedFunction.of(this.#exported, name);
  }

  /** Tells the scope of a body that the file will hold: what it calls is needed. */
  addRoot(body: Code): void {
    this.#roots.push(body);
  }

  /**
   * Constants and functions that the validators of the file need beside themselves. What was made for a part is not
   * needed if the part turned out to be tested in another way, or after a test that nothing passes.
   */
  declarations(): Declaration[] {
    const constants = [...this.#constants.values()].map(
      ({ declaration }) => declaration,
    );
    const bodies = new Map([
      ...constants.map(({ name, value }) => [name, value] as const),
      ...this.#functions.map(({ name, body }) => [name, body] as const),
    ]);
    if (bodies.size === 0) return [];
    const needed = new Set<string>();
    const open = [...this.#roots];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const part of next.parts) {
        if (typeof part === "string" || part.module !== this.#path) continue;
        const body = bodies.get(part.name);
        if (body === undefined || needed.has(part.name)) continue;
        needed.add(part.name);
        open.push(body);
      }
    }
    return [...constants, ...this.#functions].filter(({ name }) =>
      needed.has(name),
    );
  }

  #numberOf(schema: Schema): number {
    const known = this.#schemaNumbers.get(schema);
    if (known !== undefined) return known;
    const number = this.#schemaNumbers.size;
    this.#schemaNumbers.set(schema, number);
    return number;
  }
}
