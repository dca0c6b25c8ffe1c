import type { Example } from "../../model/api.js";
import { canonicalText } from "../schemas/conjunct.js";
import type { OperationPair } from "./operation-pair.js";

/** What objects of OpenAPI say in words. */
interface Worded {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly externalDocs?: unknown;
  readonly examples?: readonly Example[];
}

const nouns = {
  summary: "summary",
  description: "description",
  externalDocs: "link to further documentation",
} as const;

/** Compares what two objects say in words: description, examples, `deprecated`. */
export function compareWords(
  old: Worded,
  fresh: Worded,
  place: { readonly old: string; readonly new: string },
  noun: string,
  report: OperationPair["report"],
): void {
  const changed = (Object.keys(nouns) as (keyof typeof nouns)[]).filter(
    (key) => canonicalText(old[key]) !== canonicalText(fresh[key]),
  );
  const words: string[] = changed.map((key) => nouns[key]);
  if (examplesText(old) !== examplesText(fresh)) words.push("examples");
  if (words.length > 0) {
    report(
      {
        kind: "docs-changed",
        ...place,
        reason: `${noun}: ${words.join(" and ")} changed.`,
      },
      undefined,
    );
  }
  if ((old.deprecated ?? false) !== (fresh.deprecated ?? false)) {
    report(
      {
        kind: "deprecation-changed",
        ...place,
        reason: `${noun} is ${fresh.deprecated === true ? "deprecated now" : "no longer deprecated"}.`,
      },
      undefined,
    );
  }
}

function examplesText({ examples = [] }: Worded): string {
  return canonicalText(
    examples.map((example) => ({ ...example, pointer: "" })),
  );
}
