import { typeSymbol, valueSymbol } from "../code/symbol.js";
import type { Api, Definition } from "../model/api.js";
import type { DefinitionId } from "../model/schema.js";
import {
  differsBySide,
  plainViewOf,
  type DefinitionViews,
  type Views,
} from "../model/views.js";
import { baseCandidates, slugOf, withBase } from "./candidates.js";
import type { Claims } from "./claims.js";
import { enumerationNames } from "./name-enumeration.js";
import type { MappedNames, SchemaNames } from "./names.js";
import { placeName, qualifiedPlaceName } from "./pointer-name.js";
import { camelCase, pascalCase } from "./words.js";

const noun = "Model";

/** A definition with the base name that is its own. */
export interface NamedSchema {
  readonly id: DefinitionId;
  readonly definition: Definition;
  readonly base: string;
  readonly slug: string;
}

/**
 * Finds the base names of all definitions and takes what every schema exports. Pinned names come first, then
 * components, then what only a reference made a definition; among equals the one whose name needs the least
 * change. The result is in that order, which the order of the description does not change.
 * @param bases names that come before all candidates, by id
 * @param isNamed chooses the definitions that are named
 */
export function nameSchemas(
  api: Api,
  claims: Claims,
  bases: ReadonlyMap<string, string> = new Map(),
  isNamed: (id: DefinitionId) => boolean = () => true,
): readonly NamedSchema[] {
  const entries = Object.entries(api.definitions)
    .filter(([id]) => isNamed(id))
    .map(([id, definition]) => ({
      id,
      definition,
      candidates: withBase(bases.get(id), candidatesOf(id, definition)),
    }));
  const ranked = entries
    .map((entry) => ({ ...entry, rank: rankOf(entry) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  return ranked.map(({ id, definition, candidates }) => {
    const base = claims.takeFirst(candidates, id, everythingOf);
    return { id, definition, base, slug: slugOf(base, noun) };
  });
}

/** A schema under a name that it had before; undefined if something else has that name. */
export function renamedSchema(
  id: DefinitionId,
  definition: Definition,
  name: string,
  claims: Claims,
): NamedSchema | undefined {
  const base = claims.takeFirst([name], id, everythingOf);
  return base === name
    ? { id, definition, base, slug: slugOf(base, noun) }
    : undefined;
}

/** What the names of a schema's exports depend on besides its base name. */
export interface SchemaFacts {
  readonly api: Pick<Api, "definitions">;
  readonly views: Views;
  /** A type of the user's own stands for its values. */
  readonly isReplaced: boolean;
  /** Its values are another thing in memory than on the wire. */
  readonly isMapped: boolean;
}

/** The names of a schema's exports, its variants' included where there are any. */
export function schemaNames(
  { id, definition, base, slug }: NamedSchema,
  { api, views, isReplaced, isMapped }: SchemaFacts,
  claims: Claims,
): SchemaNames {
  const typeModule = `types/${slug}.ts`;
  const module = `schemas/${slug}.ts`;
  const view = views.get(id);
  const needsInputType = view !== undefined && hasInputType(view);
  const needsInput = view !== undefined && hasInputValidator(view);
  const variant = (words: readonly string[]) =>
    claims.takeFirst(
      words.map((word) => base + word),
      id,
      (name) => ({ identifiers: [name, ...functionsOf(name)] }),
    );
  const input =
    needsInputType || needsInput ? variant(["Input", "ForRequest"]) : base;
  const fieldsOf = (name: string) =>
    typeSymbol(
      claims.takeFirst([`${name}Fields`, `${name}OwnFields`], id, (one) => ({
        identifiers: [one],
      })),
      typeModule,
    );
  const fields = fieldsOf(base);
  const type = typeSymbol(base, typeModule);
  const exact = functionSymbols(base, module);
  const enumeration = enumerationNames(
    definition,
    { base, typeModule, module },
    { api, isOpen: view?.inResponses === true, isReplaced },
    claims,
  );
  // The guard of the listed values is the one of the values that requests take.
  const isListed = enumeration?.known !== undefined && !view?.hasFormat;
  const request =
    needsInput && !isListed ? functionSymbols(input, module) : exact;
  const requestType = needsInputType ? typeSymbol(input, typeModule) : type;
  return {
    name: definition.name ?? base,
    slug,
    typeModule,
    module,
    type,
    requestType,
    fields,
    requestFields: needsInputType ? fieldsOf(input) : fields,
    ...exact,
    requestIs: request.is,
    requestIsWithin: request.isWithin,
    requestValidate: request.validate,
    requestCollect: request.collect,
    standard: valueSymbol(`${camelCase(base)}Schema`, `standard/${slug}.ts`),
    ...(enumeration === undefined ? {} : { enumeration }),
    ...(isMapped
      ? {
          mapped: mappedNames(
            { id, base, slug, typeModule, input: requestType.name },
            claims,
          ),
        }
      : {}),
  };
}

/** The names that give way to all others. */
function mappedNames(
  schema: {
    readonly id: DefinitionId;
    readonly base: string;
    readonly slug: string;
    readonly typeModule: string;
    /** The name of the type that requests take. */
    readonly input: string;
  },
  claims: Claims,
): MappedNames {
  const { id, base, slug, typeModule, input } = schema;
  const take = (...names: readonly string[]) =>
    claims.takeFirst(names, id, (name) => ({ identifiers: [name] }));
  const wire = (name: string) => take(`${name}Wire`, `${name}OnWire`);
  const fields = (name: string) =>
    typeSymbol(take(`${name}Fields`, `${name}OwnFields`), typeModule);
  const wireType = typeSymbol(wire(base), typeModule);
  const requestWireType =
    input === base ? wireType : typeSymbol(wire(input), typeModule);
  const wireFields = fields(wireType.name);
  const action = (verb: string) =>
    valueSymbol(
      take(`${verb}${base}`, `${verb}${base}${noun}`),
      `mappings/${slug}.ts`,
    );
  return {
    wireType,
    requestWireType,
    wireFields,
    requestWireFields:
      requestWireType === wireType ? wireFields : fields(requestWireType.name),
    parse: action("parse"),
    serialize: action("serialize"),
  };
}

function functionSymbols(
  name: string,
  module: string,
): Pick<SchemaNames, "is" | "isWithin" | "validate" | "collect"> {
  return {
    is: valueSymbol(`is${name}`, module),
    isWithin: valueSymbol(`is${name}Within`, module),
    validate: valueSymbol(`validate${name}`, module),
    collect: valueSymbol(`collect${name}`, module),
  };
}

function functionsOf(name: string): string[] {
  return [`is${name}`, `is${name}Within`, `validate${name}`, `collect${name}`];
}

/** The request view of the type differs from the response view, and both are used. */
function hasInputType(view: DefinitionViews): boolean {
  const differs = differsBySide(view) || view.hasOpenEnum;
  return differs && view.inRequests && view.inResponses;
}

/** Each type has a guard; a schema that only requests use has it under its plain name where its members differ. */
function hasInputValidator(view: DefinitionViews): boolean {
  if (hasInputType(view)) return true;
  return view.hasFormat && view.inRequests && plainViewOf(view) !== "request";
}

function candidatesOf(id: DefinitionId, definition: Definition): string[] {
  const { pinnedName, name } = definition;
  const text = pinnedName ?? name;
  if (text !== undefined) return baseCandidates(text, noun, text, typeName);
  const hash = id.indexOf("#");
  const file = id.slice(0, hash);
  const pointer = id.slice(hash + 1);
  return baseCandidates(placeName(file, pointer), noun, id, typeName, [
    qualifiedPlaceName(file, pointer),
  ]);
}

/** A schema's type is called as its base name is. */
function typeName(base: string): string {
  return base;
}

type Rank = readonly [group: number, changes: number, text: string];

function rankOf(entry: {
  id: DefinitionId;
  definition: Definition;
  candidates: readonly string[];
}): Rank {
  const { pinnedName, name } = entry.definition;
  const text = pinnedName ?? name ?? entry.id;
  const group = pinnedName !== undefined ? 0 : name !== undefined ? 1 : 2;
  const isExact = text === pascalCase(text);
  const isMixed = text !== text.toUpperCase();
  const changes = isExact ? (isMixed ? 0 : 1) : 2;
  return [group, group === 2 ? entry.id.length : changes, text];
}

function compareRanks(a: Rank, b: Rank): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return a[1] - b[1];
  return a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0;
}

/** What a schema always exports. Variants are named afterwards: they give way to the names of the description. */
function everythingOf(base: string): { identifiers: string[]; file: string } {
  return {
    identifiers: [base, ...functionsOf(base), `${camelCase(base)}Schema`],
    file: `types/${slugOf(base, noun)}`,
  };
}
