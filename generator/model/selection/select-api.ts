import type { OutputSettings } from "../../config/config.js";
import { parseFilter, type Filter } from "../../config/filters.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { didYouMean } from "../../diagnostics/suggest.js";
import type { Description } from "../../resolve/description.js";
import type { Api, Operation } from "../api.js";
import { isJsonObject, memberOf, type JsonValue } from "../json.js";
import { pointerToken } from "../source.js";
import { operationTest, schemaTest } from "./matches-filter.js";
import { whatIsNeeded } from "./what-is-needed.js";

/** A part of an API, and how it was found. */
export interface Selection {
  readonly api: Api;
  /** True if each filter matches something. */
  readonly isComplete: boolean;
}

/**
 * The operations that filters choose, with what they need: schemas, security schemes, tags, servers, callbacks. An
 * operation is chosen if a filter of `include` matches it, or if there is none, and no filter of `exclude` does. A
 * filter that matches nothing is reported as `filter-unmatched`.
 */
export function selectApi(
  api: Api,
  description: Description,
  { include, exclude }: Pick<OutputSettings, "include" | "exclude">,
  collector: DiagnosticCollector,
): Selection {
  const candidates = [...api.operations, ...api.webhooks];
  const definitions = Object.values(api.definitions);
  const extension = (operation: Operation, name: string) =>
    pathItemExtension(operation, name, description);
  let isComplete = true;
  const matchesOf = (texts: readonly string[]) => {
    const operations = new Set<Operation>();
    const schemas = new Set<string>();
    for (const text of texts) {
      const filter = parseFilter(text);
      if (filter === undefined) continue;
      const found = candidates.filter(operationTest(filter, extension));
      const named = definitions.filter(schemaTest(filter));
      for (const operation of found) operations.add(operation);
      for (const { id } of named) schemas.add(id);
      if (found.length + named.length > 0) continue;
      isComplete = false;
      reportUnmatched(text, filter, api, collector);
    }
    return { operations, schemas };
  };
  const included = matchesOf(include);
  const excluded = matchesOf(exclude);
  const chosen = candidates.filter(
    (operation) =>
      (include.length === 0 || included.operations.has(operation)) &&
      !excluded.operations.has(operation),
  );
  // Without `include`, schemas that no operation uses are wanted as well, but not those of left out operations alone.
  return {
    api: whatIsNeeded(api, {
      operations: new Set(chosen.map(({ pointer }) => pointer)),
      schemas: included.schemas,
      hasUnused: include.length === 0,
    }),
    isComplete,
  };
}

function pathItemExtension(
  { kind, path }: Operation,
  name: string,
  { entry, follow }: Description,
): JsonValue | undefined {
  const map = kind === "path" ? "paths" : "webhooks";
  const item = memberOf(memberOf(entry.value, map), path);
  const own = memberOf(item, name);
  const reference = memberOf(item, "$ref");
  if (own !== undefined || typeof reference !== "string") return own;
  const pointer = `/${map}/${pointerToken(path)}`;
  const target = follow({ file: "", pointer }, reference)?.value;
  return isJsonObject(target) ? memberOf(target, name) : undefined;
}

function reportUnmatched(
  text: string,
  filter: Filter,
  api: Api,
  collector: DiagnosticCollector,
): void {
  const known = knownValues(filter, api);
  const hint =
    "pattern" in filter ? didYouMean(filter.pattern, known) : undefined;
  const some = [...known].slice(0, 8).map((value) => JSON.stringify(value));
  const more = known.size > some.length ? ", …" : "";
  const list =
    some.length === 0
      ? undefined
      : `The description has: ${some.join(", ")}${more}.`;
  const what = filter.kind === "schema" ? "schema" : "operation";
  collector.add(
    "filter-unmatched",
    { file: "", pointer: "" },
    `The filter ${JSON.stringify(text)} matches no ${what}.`,
    hint ?? list,
  );
}

/** The values that a filter of this kind could name. */
function knownValues(filter: Filter, api: Api): ReadonlySet<string> {
  const operations = [...api.operations, ...api.webhooks];
  switch (filter.kind) {
    case "tag":
      return new Set(operations.flatMap(({ tags }) => tags));
    case "path":
      return new Set(operations.map(({ path }) => path));
    case "operation":
      return new Set(operations.flatMap(({ id }) => id ?? []));
    case "schema":
      return new Set(
        Object.values(api.definitions).flatMap(({ name }) => name ?? []),
      );
    case "deprecated":
    case "extension":
      return new Set();
  }
}
