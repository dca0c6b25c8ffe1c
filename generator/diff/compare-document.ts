import type { Api } from "../model/api.js";
import type { Finding } from "./finding.js";
import { canonicalText } from "./schemas/conjunct.js";
import { shown } from "./schemas/look.js";

/** Compares what the document says of itself: `info`, tags, links. */
export function compareDocument(
  old: Api,
  fresh: Api,
  report: (finding: Finding) => void,
): void {
  const { version: was, ...before } = old.info;
  const { version: is, ...after } = fresh.info;
  const info = { old: "#/info", new: "#/info" };
  if (was !== is) {
    report({
      kind: "version-changed",
      old: "#/info/version",
      new: "#/info/version",
      reason: `The version was ${shown(was)}, and is ${shown(is)} now.`,
    });
  }
  if (canonicalText(before) !== canonicalText(after)) {
    report({
      kind: "docs-changed",
      ...info,
      reason: "The title or description of the API changed.",
    });
  }
  const byName = ({ tags }: Api): string =>
    canonicalText([...tags].sort((a, b) => (a.name < b.name ? -1 : 1)));
  const tags = { old: "#/tags", new: "#/tags" };
  if (byName(old) !== byName(fresh)) {
    report({
      kind: "docs-changed",
      ...tags,
      reason: "What is said of tags changed.",
    });
  } else if (canonicalText(old.tags) !== canonicalText(fresh.tags)) {
    report({
      kind: "order-changed",
      ...tags,
      reason: "The tags stand in another order.",
    });
  }
  if (canonicalText(old.externalDocs) !== canonicalText(fresh.externalDocs)) {
    report({
      kind: "docs-changed",
      old: "#/externalDocs",
      new: "#/externalDocs",
      reason: "The link to further documentation changed.",
    });
  }
}
