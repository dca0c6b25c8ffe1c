import type { Keyword, KeywordByKind, Schema } from "../../model/schema.js";
import { kindsWithin } from "../value-kinds.js";
import type { ShapeScope } from "./shape-scope.js";

/** Without `type`, keywords that speak of members or items tell what is meant. */
export function guessTypes(
  keywords: readonly Keyword[],
): KeywordByKind["type"]["types"] | undefined {
  if (
    keywords.some(({ kind }) => kind === "properties" || kind === "required")
  ) {
    return ["object"];
  }
  return keywords.some(({ kind }) => kind === "items") ? ["array"] : undefined;
}

/**
 * Whether the types are guessed, and an option names others: what the keywords say of members or items then holds
 * for the other options alone.
 */
export function appliesToOptions(
  keywords: readonly Keyword[],
  scope: ShapeScope,
): boolean {
  return (
    guessesTypes(keywords) &&
    keywords.some(
      (keyword) =>
        (keyword.kind === "anyOf" || keyword.kind === "oneOf") &&
        keyword.schemas.some((schema) => takesNoParts(schema, scope)),
    )
  );
}

/** Whether nothing but keywords of members or items tells what is meant. */
export function guessesTypes(keywords: readonly Keyword[]): boolean {
  return (
    !keywords.some(({ kind }) => kind === "type" || kind === "const") &&
    !keywords.some(({ kind }) => kind === "enum" || kind === "binary") &&
    guessTypes(keywords) !== undefined
  );
}

/** Whether a schema names types, and neither objects nor arrays. */
export function takesNoParts(
  schema: Schema | undefined,
  { context }: ShapeScope,
): boolean {
  const kinds = schema && kindsWithin(schema, context.api);
  return kinds !== undefined && !kinds.includes("object");
}
