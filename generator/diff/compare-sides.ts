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
    // No operation leads here: both sides may use it.
    walk.compare(schema, other, "request");
    walk.compare(schema, other, "response");
  }
  walk.into(findings);
  compareSplits(definitions, sides, findings);
  compareNames({ definitions, operations }, sides, findings);
  return findings.merged();
}
