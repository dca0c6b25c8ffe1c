import type { OutputFile } from "../code/file.js";
import type { CodeSymbol } from "../code/symbol.js";
import type { OutputSettings } from "../config/config.js";
import type { ReportedProblem } from "../diagnostics/problem.js";
import type { Api } from "../model/api.js";
import type { DefinitionId } from "../model/schema.js";
import type { NameAlias } from "../names/lock/alias-names.js";
import type { Names } from "../names/names.js";
import type { EmitContext } from "./context.js";

/**
 * Makes a part of the output: types, validators, pages. What specwright makes itself comes from emitters of this type;
 * those of the configuration come after them.
 */
export interface Emitter {
  /** A name that no other emitter has: diagnostics and the cache call it by this. */
  readonly name: string;
  /**
   * Reserves the names that its modules export. Runs once, when all names of the description are chosen: those come
   * first, then the emitters in their order.
   */
  readonly names?: (naming: Naming) => void;
  /** Lists its units. The order and the names of the units depend on nothing else than what is given. */
  readonly units: (ids: ApiIds) => readonly Unit[] | Promise<readonly Unit[]>;
  /**
   * Lists units that depend on which modules there are: indexes. Runs once all other units are made.
   * @param scripts those of the pages, which nothing imports
   */
  readonly closing?: (
    modules: readonly ModuleFacts[],
    ids: ApiIds,
    scripts: readonly ModuleFacts[],
  ) => readonly Unit[];
}

/**
 * A part of the output that is made by itself: one schema's validators, one page. It is a pure function of what it
 * reads of the context, and every read is recorded. A unit of which all reads give what they gave in the run before
 * is not made again; its files are kept.
 */
export interface Unit {
  /** A name that no other unit of its emitter has. */
  readonly name: string;
  /** Gives its files. No other unit, of whatever emitter, may have a file at the same path. */
  emit(context: EmitContext, tools: UnitTools): readonly OutputFile[];
}

/** What an emitter may list its units from. */
export interface ApiIds {
  /** Pointers of the operations of `paths`, as in `Operation.pointer`; so those of webhooks and callbacks. */
  readonly operations: readonly string[];
  readonly webhooks: readonly string[];
  readonly callbacks: readonly string[];
  /** Keys of `Api.definitions`. */
  readonly schemas: readonly DefinitionId[];
  /** Of what is generated. */
  readonly aliases: readonly NameAlias[];
  readonly settings: OutputSettings;
}

/** What an emitter reserves names by. */
export interface Naming {
  readonly api: Api;
  /** The names of the description and of what specwright makes of it. */
  readonly names: Names;
  /**
   * Reserves a name over the whole output and keeps its symbol under a key. A name that is taken, or that TypeScript
   * or the output need, gets the emitter's name behind it.
   * @throws TypeError if the name is no identifier, or the key has a symbol already
   */
  readonly reserve: (key: string, symbol: WantedSymbol) => CodeSymbol;
  /** As that of a unit. */
  readonly report: (problem: ReportedProblem) => void;
}

export interface WantedSymbol {
  readonly name: string;
  /** Path of the module that exports it, from the output's root, with its `.ts` ending. */
  readonly module: string;
  /** True for a type alone. */
  readonly isType?: boolean;
}

/** What belongs to a unit besides the context. */
export interface UnitTools {
  /**
   * The symbol that its emitter has reserved under a key.
   * @throws RangeError if there is none
   */
  readonly symbol: (key: string) => CodeSymbol;
  /** Reports a problem of the description. An error stops the run; nothing is written then. */
  readonly report: (problem: ReportedProblem) => void;
}

/** What is known of a finished module. */
export interface ModuleFacts {
  readonly path: string;
  /** The names that it exports. */
  readonly exports: readonly string[];
  /** Modules of the runtime that it imports. */
  readonly runtime: readonly string[];
  /** `index.ts` leaves it out. */
  readonly isEntry?: true;
  /** A line for each export, if there is a `surface.txt`. */
  readonly surface?: readonly string[];
}

/** Gives an emitter back unchanged; it is there for its type. */
export function defineEmitter(emitter: Emitter): Emitter {
  return emitter;
}
