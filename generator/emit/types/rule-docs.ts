import { inlineCode } from "../../code/comment.js";
import { besideNull } from "../../model/or-null.js";
import type { Schema } from "../../model/schema.js";
import { requiredNames } from "./dependent-shapes.js";

/**
 * The rules over the members of an object in words, one sentence each: what has to be given, and what excludes
 * or needs what. The compiler's message for a broken rule shows the type's name, and its comment says the rule.
 */
export function rulesText(schema: Schema): string {
  if (schema.kind !== "rules") return "";
  const sentences = schema.rules.flatMap((rule) => {
    const branch = besideNull(rule);
    if (branch !== undefined) return rulesText(branch) || [];
    switch (rule.kind) {
      case "anyOf":
        return choiceSentence("At least one of", rule.schemas);
      case "oneOf":
        return choiceSentence("Exactly one of", rule.schemas);
      case "not": {
        const names = requiredNames(rule.schema);
        if (names === undefined) return [];
        return names.length === 1
          ? [`${listOf(names)} is not allowed.`]
          : [`${listOf(names)} exclude each other.`];
      }
      case "dependentRequired":
        return rule.entries.map(
          ({ name, required }) =>
            `${inlineCode(name)} needs ${listOf(required)}.`,
        );
      default:
        return [];
    }
  });
  return sentences.join("\n");
}

function choiceSentence(
  start: string,
  schemas: readonly Schema[],
): readonly string[] {
  const options = schemas.map(requiredNames);
  if (!options.every((names) => names !== undefined)) return [];
  const groups = options.map((names) => listOf(names));
  const isPlain = options.every((names) => names.length === 1);
  return [`${start} ${join(groups, isPlain ? "and" : "or")} is needed.`];
}

function listOf(names: readonly string[]): string {
  return join(names.map(inlineCode), "and");
}

function join(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
