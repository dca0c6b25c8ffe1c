import type { Server } from "../../model/api.js";
import type { Finding } from "../finding.js";
import { canonicalText } from "../schemas/conjunct.js";
import { listed, shown } from "../schemas/look.js";

/** Compares lists of servers. */
export function compareServers(
  old: readonly Server[],
  fresh: readonly Server[],
  at: { readonly old: string; readonly new: string },
  report: (finding: Finding) => void,
): void {
  const [before] = old;
  const [after] = fresh;
  const [was, is] = [before && defaultUrl(before), after && defaultUrl(after)];
  if (was !== is) {
    report({
      kind: "server-default-changed",
      ...at,
      reason: `Requests went to ${shown(was)}, and go to ${shown(is)} now.`,
    });
  }
  const removed = old.filter((one) => one !== before && !has(fresh, one));
  const added = fresh.filter((one) => one !== after && !has(old, one));
  if (removed.length > 0) {
    report({
      kind: "server-removed",
      ...at,
      reason: `The server ${listed(removed.map(({ url }) => url))} is gone.`,
    });
  }
  if (added.length > 0) {
    report({
      kind: "server-added",
      ...at,
      reason: `The server ${listed(added.map(({ url }) => url))} is new.`,
    });
  }
  for (const server of old) {
    const other = fresh.find(({ url }) => url === server.url);
    if (other !== undefined) compareServer(server, other, at, report);
  }
}

function has(servers: readonly Server[], { url }: Server): boolean {
  return servers.some((one) => one.url === url);
}

/** The URL with the defaults of its variables. */
function defaultUrl({ url, variables }: Server): string {
  return variables.reduce(
    (text, variable) =>
      text.replaceAll(
        `{${variable.name}}`,
        variable.default ?? `{${variable.name}}`,
      ),
    url,
  );
}

function compareServer(
  old: Server,
  fresh: Server,
  at: { readonly old: string; readonly new: string },
  report: (finding: Finding) => void,
): void {
  for (const variable of fresh.variables) {
    const before = old.variables.find(({ name }) => name === variable.name);
    if (before === undefined) continue;
    const removed =
      before.enum?.filter(
        (value) => variable.enum?.includes(value) === false,
      ) ?? [];
    const added =
      variable.enum?.filter(
        (value) => before.enum?.includes(value) === false,
      ) ?? [];
    const isNewlyListed =
      before.enum === undefined && variable.enum !== undefined;
    if (removed.length > 0 || isNewlyListed) {
      report({
        kind: "server-removed",
        ...at,
        reason: isNewlyListed
          ? `The variable ${shown(variable.name)} takes only listed values now.`
          : `The variable ${shown(variable.name)} no longer takes ${listed(removed)}.`,
      });
    }
    const isNoLongerListed =
      before.enum !== undefined && variable.enum === undefined;
    if (added.length > 0 || isNoLongerListed) {
      report({
        kind: "server-added",
        ...at,
        reason: `The variable ${shown(variable.name)} takes ${isNoLongerListed ? "any value" : listed(added)} now.`,
      });
    }
  }
  if (wordsOf(old) !== wordsOf(fresh)) {
    report({
      kind: "docs-changed",
      ...at,
      reason: `The description of the server ${shown(fresh.url)} changed.`,
    });
  }
}

function wordsOf({ name, description, variables }: Server): string {
  return canonicalText([
    name,
    description,
    variables.map((one) => one.description),
  ]);
}
