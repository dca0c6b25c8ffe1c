import type { Api, Operation } from "../../../model/api.js";
import { requirementWords } from "../describe/security-words.js";
import { say } from "../text/words.js";
import type { Block } from "./page.js";

/** What authenticates a request, in words, and what the description says of the schemes in use. */
export function authenticationBlocks(
  operation: Operation,
  api: Api,
): readonly Block[] {
  const { security } = operation;
  const items = requirementWords(security, api);
  const [only] = items;
  const blocks: Block[] = [];
  if (only === undefined) {
    blocks.push({ kind: "paragraph", words: say`No credentials are needed.` });
  } else if (items.length === 1) {
    blocks.push({ kind: "paragraph", words: only });
  } else {
    blocks.push({ kind: "paragraph", words: say`One of these:` });
    blocks.push({ kind: "list", items });
  }
  const used = new Set(
    security.flatMap(({ schemes }) => schemes.map(({ name }) => name)),
  );
  for (const scheme of api.securitySchemes) {
    if (used.has(scheme.name) && scheme.description !== undefined)
      blocks.push({ kind: "prose", text: scheme.description });
  }
  return blocks;
}
