import type { DefinitionId } from "../model/schema.js";
import { compareDocument } from "./compare-document.js";
import { Findings, type MergedFinding } from "./finding.js";
import { compareNames } from "./names/compare-names.js";
import { compareSplits } from "./names/compare-splits.js";
import { matchDefinitions } from "./names/match-definitions.js";
import { compareOperations } from "./operations/compare-operations.js";
import { compareSchemes } from "./operations/compare-security.js";
import { compareServers } from "./operations/compare-servers.js";
import { matchOperations } from "./operations/match-operations.js";
import { SchemaWalk } from "./schemas/schema-walk.js";
import type { Sides } from "./side.js";
import type { Direction } from "./verdict.js";

/** Finds everything in which two descriptions differ, in the order of the new one as far as it goes. */
export function compareSides(sides: Sides): MergedFinding[] {
  const findings = new Findings();
  const walk = new SchemaWalk(sides);
  const { old, new: fresh } = sides;
  compareDocument(old.api, fresh.api, (finding) =>
    findings.add(finding, undefined, []),
  );
  const servers = { old: "#/servers", new: "#/servers" };
  compareServers(old.api.servers, fresh.api.servers, servers, (finding) =>
    findings.add(finding, "request", []),
  );
  compareSchemes(sides, (finding, operations) =>
    findings.add(finding, "request", operations),
  );
  const operations = matchOperations(sides);
  compareOperations(operations, sides, walk, findings);
  const definitions = matchDefinitions(sides, walk);
  for (const [before, after] of definitions.same) {
    const schema = old.api.definitions[before]?.schema;
    const other = fresh.api.definitions[after]?.schema;
    if (schema === undefined || other === undefined) continue;
    if (walk.hasVisited(schema)) continue;
    for (const direction of directionsOf(before, after, sides)) {
      walk.compare(schema, other, direction);
    }
  }
  walk.into(findings);
  compareSplits(definitions, sides, findings);
  compareNames({ definitions, operations }, sides, findings);
  return findings.merged();
}

/** The directions in which operations use a schema, as a part of others; both for one that none uses. */
function directionsOf(
  before: DefinitionId,
  after: DefinitionId,
  { old, new: fresh }: Sides,
): readonly Direction[] {
  const views = [old.views.get(before), fresh.views.get(after)];
  const used: Direction[] = [
    ...(views.some((view) => view?.inRequests) ? ["request" as const] : []),
    ...(views.some((view) => view?.inResponses) ? ["response" as const] : []),
  ];
  return used.length > 0 ? used : ["request", "response"];
}
