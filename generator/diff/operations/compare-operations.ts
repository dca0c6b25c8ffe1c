import type { Operation } from "../../model/api.js";
import { paginationExtension } from "../../model/pagination.js";
import type { Direction } from "../verdict.js";
import type { Findings } from "../finding.js";
import { canonicalText } from "../schemas/conjunct.js";
import type { SchemaWalk } from "../schemas/schema-walk.js";
import type { Sides } from "../side.js";
import { compareBody } from "./compare-body.js";
import { compareParameters } from "./compare-parameters.js";
import { compareResponses } from "./compare-responses.js";
import { compareSecurity } from "./compare-security.js";
import { compareServers } from "./compare-servers.js";
import { compareWords } from "./compare-words.js";
import type { OperationPairs } from "./match-operations.js";
import type { OperationPair } from "./operation-pair.js";

/** Compares all operations; the schemas that they lead to are compared by the walk. */
export function compareOperations(
  { same, removed, added }: OperationPairs,
  sides: Sides,
  walk: SchemaWalk,
  findings: Findings,
): void {
  for (const operation of removed) {
    findings.addToBoth(
      {
        kind: "operation-removed",
        old: operation.pointer,
        reason: `${titleOf(operation)} is gone.`,
      },
      [operation.pointer],
    );
  }
  for (const operation of added) {
    findings.addToBoth(
      {
        kind: "operation-added",
        new: operation.pointer,
        reason: `${titleOf(operation)} is new.`,
      },
      [operation.pointer],
    );
  }
  for (const [old, fresh] of same) {
    const [sent, answered]: [Direction, Direction] =
      fresh.kind === "path" ? ["request", "response"] : ["response", "request"];
    compareOperation({
      old,
      new: fresh,
      sides,
      sent,
      answered,
      report: (finding, direction) =>
        findings.add(finding, direction, [fresh.pointer]),
      schemas: (a, b, direction) =>
        walk.compare(a, b, direction, fresh.pointer),
    });
  }
}

/** What people call an operation. */
export function titleOf({ kind, method, path }: Operation): string {
  return kind === "path" ? `${method} ${path}` : `The ${kind} ${path}`;
}

function compareOperation(look: OperationPair): void {
  const { old, new: fresh, sides, report } = look;
  const at = { old: old.pointer, new: fresh.pointer };
  if (old.method !== fresh.method || pathText(old) !== pathText(fresh)) {
    report(
      {
        kind: "operation-moved",
        ...at,
        reason: `The operation was ${titleOf(old)}, and is ${titleOf(fresh)} now.`,
      },
      look.sent,
    );
  }
  compareWords(old, fresh, at, "The operation", report);
  compareExtensions(look);
  compareParameters(look);
  compareBody(look);
  compareResponses(look);
  compareSecurity(look);
  const isInherited =
    old.servers === sides.old.api.servers &&
    fresh.servers === sides.new.api.servers;
  if (!isInherited) {
    const place = { old: `${at.old}/servers`, new: `${at.new}/servers` };
    compareServers(old.servers, fresh.servers, place, (finding) =>
      report(finding, look.sent),
    );
  }
}

/** The path without the names of its parameters. */
function pathText({ kind, path, pathParts }: Operation): string {
  return kind === "path"
    ? pathParts
        .map((part) => (part.kind === "literal" ? part.text : "{}"))
        .join("")
    : path;
}

function compareExtensions({
  old,
  new: fresh,
  sent,
  report,
}: OperationPair): void {
  const at = { old: old.pointer, new: fresh.pointer };
  const [was, is] = [old, fresh].map(
    ({ extensions }) => extensions[paginationExtension],
  );
  if (canonicalText(was) !== canonicalText(is)) {
    report(
      {
        kind: "pagination-changed",
        ...at,
        ...(was === undefined ? { verdict: "minor" as const } : {}),
        reason: `"${paginationExtension}" changed.`,
      },
      sent,
    );
  }
  const others = ({ extensions }: Operation): string =>
    canonicalText({ ...extensions, [paginationExtension]: undefined });
  if (others(old) !== others(fresh)) {
    report(
      {
        kind: "extension-changed",
        ...at,
        reason: "An extension of the operation changed.",
      },
      undefined,
    );
  }
}
