import type { Limits } from "../diagnostics/limits.js";
import type { PaginationSettings } from "./pagination.js";
import { partsWithout, type Parts } from "./parts.js";
import type { TypeSettings } from "./type-mapping.js";

/** What the output looks like, defaults filled in. */
export interface OutputSettings {
  /** The language of the modules: TypeScript, or JavaScript with declarations (`.js` and `.d.ts`). */
  readonly emit: EmitLanguage;
  /** Ending of relative imports in the output. */
  readonly importExtension: ImportExtension;
  /** Whether the output is an npm package, with a `package.json` and what `npm pack` needs. */
  readonly isPackage: boolean;
  /** Which parts there are. */
  readonly parts: Parts;
  /** Whether the pages of operations have a panel that sends requests. */
  readonly tryIt: boolean;
  /** The `name` in the output's `package.json`; made of the API's title where absent. */
  readonly packageName?: string;
  /** Where `format` is asserted, and which formats are. */
  readonly formats: AssertSettings;
  /** The same for `contentEncoding`, `contentMediaType` and `contentSchema`, by the name of an encoding or a media type. */
  readonly content: AssertSettings;
  /**
   * How lists and objects inside of a `deepObject` parameter are written, which OpenAPI leaves undefined. `brackets`
   * if absent, with a warning.
   */
  readonly nestedObjects?: NestedObjects;
  /**
   * How `nullable: true` is read: `null` is valid wherever its author wrote so, or only where the specification of the
   * description's version says so to the letter.
   */
  readonly nullable: "intent" | "letter";
  /**
   * How a schema without `type` is read whose keywords speak of objects alone, or of lists alone: as one of these, or to
   * the letter, by which every other value is valid.
   */
  readonly untyped: "intent" | "letter";
  /**
   * Whether the value of a discriminator selects the branch that decides about an object, or says nothing of what is
   * valid, as OpenAPI 3.1 has it to the letter.
   */
  readonly discriminators: "select" | "annotation";
  /** Whether operations are named by the whole `operationId`, or without what the framework that made it added. */
  readonly operationNames: "short" | "full";
  /**
   * Which lists without `prefixItems` have their length in their type: those of one length (`[number, number]`), those
   * that cannot be empty as well (`[string, ...string[]]`), or none.
   */
  readonly listLengths: "fixed" | "least" | "none";
  /** Types of the user's own for formats and schemas, and how values get there and back. */
  readonly types: TypeSettings;
  /** Whether responses may have strings that an `enum` does not list: for all schemas, or by schema. */
  readonly enums: OpenMode | OpenSettings;
  /**
   * Whether responses may have objects whose discriminator has a value that no branch of a union lists: for all
   * schemas, or by schema.
   */
  readonly unions: OpenMode | OpenSettings;
  /** How the pages of operations follow each other, by `operationId`; comes before `x-specwright-pagination`. */
  readonly pagination: PaginationSettings;
  /** Whether there is a `surface.txt`, with a line for each export. */
  readonly surface: boolean;
  /** Filters for the operations that are generated: all if empty. See `parseFilter`. */
  readonly include: readonly string[];
  /** Filters for operations that are left out. */
  readonly exclude: readonly string[];
  /** Bounds on what a run takes, each in place of the usual one. */
  readonly limits: Partial<Limits>;
}

export type EmitLanguage = (typeof emitLanguages)[number];

export const emitLanguages = ["ts", "js"] as const;

export type ImportExtension = Exclude<
  (typeof importExtensions)[number],
  "auto"
>;

export const importExtensions = ["auto", ".js", ".ts", "none"] as const;

/** What can be said of the output; for the rest, defaults hold. */
export interface Settings extends Partial<
  Omit<OutputSettings, "emit" | "importExtension" | "isPackage" | "parts">
> {
  /** Parts to leave out, with `false`, and what needs them goes along; optional parts to make, with `true`. */
  readonly parts?: Partial<Parts>;
  /**
   * If absent, `js` for a package that others install: one with a `packageName`, or one in a workspace. `ts` for any
   * other output.
   */
  readonly emit?: EmitLanguage;
  /** `auto` if absent: what the `tsconfig.json` or `deno.json` asks for that the output folder belongs to. */
  readonly importExtension?: ImportExtension | "auto";
  /** True if absent, unless the output folder is a part of another package. `packageName` makes a package in any case. */
  readonly isPackage?: boolean;
}

/** `open`: responses may have strings or branches that the description does not list. `closed`: the listed ones alone. */
export type OpenMode = "open" | "closed";

export interface OpenSettings {
  /** For what `schemas` does not name; where absent, `open` for enums and `closed` for unions. */
  readonly default?: OpenMode;
  /** By the key under `components/schemas`: the enums or unions that are written in that schema. */
  readonly schemas?: Readonly<Record<string, OpenMode>>;
}

/** The settings that the model of an API depends on. */
export type ModelSettings = Pick<
  OutputSettings,
  | "formats"
  | "content"
  | "enums"
  | "unions"
  | "nestedObjects"
  | "nullable"
  | "untyped"
  | "discriminators"
>;

/**
 * How a list inside of a `deepObject` parameter is written: with indices (`a[b][0]=1`), with empty brackets as Rack reads
 * them (`a[b][]=1`), under a repeated name (`a[b]=1&a[b]=2`), or not at all. An object inside is written in brackets.
 */
export type NestedObjects = (typeof nestedObjects)[number];

export const nestedObjects = [
  "brackets",
  "rack",
  "repeated",
  "refuse",
] as const;

/**
 * JSON Schema leaves it to the reader whether `format` and the content keywords assert; a response that was received
 * must never fail by them.
 */
export interface AssertSettings {
  /** `requests`: in what is sent; `everywhere`: in received data and named validators as well. */
  readonly assert: "requests" | "everywhere" | "nowhere";
  /** The names that assert; all that are known where absent. */
  readonly only?: readonly string[];
  /** Names that assert nothing. */
  readonly except?: readonly string[];
}

export const defaultSettings: OutputSettings = {
  emit: "ts",
  importExtension: ".js",
  isPackage: true,
  parts: partsWithout({}),
  tryIt: true,
  formats: { assert: "requests" },
  content: { assert: "nowhere" },
  nullable: "intent",
  untyped: "intent",
  discriminators: "select",
  operationNames: "short",
  listLengths: "fixed",
  types: {},
  enums: "open",
  unions: "closed",
  pagination: {},
  surface: false,
  include: [],
  exclude: [],
  limits: {},
};

/** Settings with everything that they leave open at its default. Imports of JavaScript end in `.js` in any case. */
export function fillSettings({
  importExtension = "auto",
  ...settings
}: Settings): OutputSettings {
  return {
    ...defaultSettings,
    ...settings,
    parts: partsWithout(settings.parts ?? {}),
    ...(importExtension === "auto" || settings.emit === "js"
      ? {}
      : { importExtension }),
  };
}
