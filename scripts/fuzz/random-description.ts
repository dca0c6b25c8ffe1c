import { stringify } from "yaml";
import type { Settings } from "../../generator/config/config.js";
import {
  catalogue,
  isTolerable,
  type DiagnosticCode,
} from "../../generator/diagnostics/catalogue.js";
import { Choices } from "../../test/validators/choices.js";
import { Texts } from "./hostile-texts.js";
import { mutateDocument, mutateText } from "./mutate.js";
import { randomOpenApi } from "./openapi-grammar.js";
import type { Edition, Grammar } from "./schema-grammar.js";
import { ownSources, realSources, sourceDocument } from "./sources.js";
import { randomSwagger } from "./swagger-grammar.js";

/** A description and how it is read. */
export interface RandomDescription {
  readonly text: string;
  readonly allow: readonly DiagnosticCode[];
  readonly settings: Settings;
}

/** Every code that a user can let pass. */
export const tolerable = (Object.keys(catalogue) as DiagnosticCode[]).filter(
  isTolerable,
);

/** The description of a seed: of the grammar, or a mutation of one of ours or of a real one. */
export function randomDescription(seed: number): RandomDescription {
  const choices = new Choices(seed);
  const texts = new Texts(choices, choices.pick([0, 0.02, 0.1, 0.3, 0.8]));
  const document = randomDocument(choices, texts);
  const inYaml = choices.chance(0.25);
  const written = inYaml
    ? stringify(document, { lineWidth: 0 })
    : JSON.stringify(document, null, choices.pick([0, 2]));
  return {
    text: choices.chance(0.08) ? mutateText(written, choices, texts) : written,
    allow: choices.chance(0.7) ? tolerable : [],
    settings: randomSettings(choices),
  };
}

function randomDocument(choices: Choices, texts: Texts): unknown {
  const kind = choices.below(10);
  if (kind < 6) {
    const document = grammarDocument(choices, texts);
    if (choices.chance(0.3))
      mutateDocument(document, choices, texts, 1 + choices.below(3));
    return document;
  }
  const isReal = kind > 7 && realSources.length > 0;
  const path = choices.pick(isReal ? realSources : ownSources);
  const document = sourceDocument(path, choices);
  mutateDocument(document, choices, texts, 1 + choices.below(6));
  return document;
}

function grammarDocument(choices: Choices, texts: Texts): unknown {
  const edition = choices.pick<Edition>(["2.0", "3.0", "3.1", "3.1", "3.2"]);
  const keys = new Map<string, readonly string[]>();
  const component = (group: string): string => {
    const known = keys.get(group) ?? [texts.name(), texts.name(), "Pet"];
    keys.set(group, known);
    return choices.pick(known);
  };
  const grammar: Grammar = { choices, texts, edition, component };
  return edition === "2.0" ? randomSwagger(grammar) : randomOpenApi(grammar);
}

function randomSettings(choices: Choices): Settings {
  return {
    parts: { docs: choices.chance(0.25) },
    emit: choices.chance(0.15) ? "js" : "ts",
    importExtension: choices.pick([".js", ".ts", "none"]),
    isPackage: choices.chance(0.8),
    ...(choices.chance(0.2) && { nullable: "letter" }),
    ...(choices.chance(0.2) && { untyped: "letter" }),
    ...(choices.chance(0.2) && { discriminators: "annotation" }),
    ...(choices.chance(0.2) && { operationNames: "full" }),
    ...(choices.chance(0.2) && { unions: "open" }),
    ...(choices.chance(0.2) && { enums: "closed" }),
    ...(choices.chance(0.2) && { formats: { assert: "everywhere" } }),
    ...(choices.chance(0.2) && { content: { assert: "everywhere" } }),
    ...(choices.chance(0.2) && { listLengths: "least" }),
  };
}
