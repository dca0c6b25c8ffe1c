import type { Api } from "../../model/api.js";
import { ownKeywords } from "../../model/matches.js";
import type { DefinitionId, Keyword } from "../../model/schema.js";

/** What all that applies to a value says of how many items or members it has. */
export interface Size {
  readonly least: number;
  readonly most: number;
  /** True if a schema that is referred to lists the first items: its type has no bound that stands beside it. */
  readonly isNamedTuple: boolean;
  /** True if an object can have no member, and none is required. */
  readonly isEmpty: boolean;
}

interface Found {
  least: number;
  most: number;
  isNamedTuple: boolean;
  hasNoMembers: boolean;
  isRequiring: boolean;
}

/** The items that keywords speak of: how many are listed, and whether others may be evaluated. */
interface Items {
  readonly prefix: number;
  readonly isOpen: boolean;
}

/** The size that keywords leave to a value, with those of the schemas that they apply to it in any case. */
export function sizeWithin(
  keywords: readonly Keyword[],
  api: Pick<Api, "definitions">,
  around: Size | undefined,
): Size {
  const found: Found = {
    least: around?.least ?? 0,
    most: around?.most ?? Infinity,
    isNamedTuple: around?.isNamedTuple ?? false,
    hasNoMembers: around?.isEmpty ?? false,
    isRequiring: false,
  };
  gather(keywords, api, new Map(), found);
  const { least, most, isNamedTuple, hasNoMembers, isRequiring } = found;
  return { least, most, isNamedTuple, isEmpty: hasNoMembers && !isRequiring };
}

/** @param known what was gathered of definitions, so that many ways to one are followed once; undefined within it */
function gather(
  keywords: readonly Keyword[],
  api: Pick<Api, "definitions">,
  known: Map<DefinitionId, Items | undefined>,
  found: Found,
): Items {
  const parts: Items[] = [];
  let isClosed = false;
  for (const keyword of keywords) {
    switch (keyword.kind) {
      case "minItems":
        found.least = Math.max(found.least, keyword.value);
        break;
      case "maxItems":
        found.most = Math.min(found.most, keyword.value);
        break;
      case "maxProperties":
        found.hasNoMembers ||= keyword.value === 0;
        break;
      case "required":
        found.isRequiring = true;
        break;
      case "items": {
        const { prefix, rest } = keyword;
        if (rest?.kind === "never") {
          found.most = Math.min(found.most, prefix.length);
        }
        parts.push({ prefix: prefix.length, isOpen: rest !== undefined });
        break;
      }
      case "allOf":
        for (const part of keyword.schemas) {
          parts.push(gather(ownKeywords(part), api, known, found));
        }
        break;
      case "reference": {
        const schema = api.definitions[keyword.target]?.schema;
        if (schema === undefined) break;
        if (!known.has(keyword.target)) {
          known.set(keyword.target, undefined);
          const inner = gather(ownKeywords(schema), api, known, found);
          known.set(keyword.target, inner);
        }
        const part = known.get(keyword.target);
        if (part === undefined) break;
        if (part.prefix > 0) found.isNamedTuple = true;
        parts.push(part);
        break;
      }
      case "unevaluatedItems":
        isClosed = keyword.schema.kind === "never";
        parts.push({ prefix: 0, isOpen: !isClosed });
        break;
      default:
        parts.push({ prefix: 0, isOpen: evaluating.has(keyword.kind) });
    }
  }
  const prefix = parts.reduce((most, part) => Math.max(most, part.prefix), 0);
  const isOpen = parts.some((part) => part.isOpen);
  if (isClosed && !isOpen) found.most = Math.min(found.most, prefix);
  return { prefix, isOpen };
}

/** Keywords that may evaluate items, if only of some values. */
const evaluating: ReadonlySet<Keyword["kind"]> = new Set([
  "contains",
  "anyOf",
  "oneOf",
  "conditional",
  "dependentSchemas",
]);
