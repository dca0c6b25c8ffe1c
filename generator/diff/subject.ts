import type { Api } from "../model/api.js";

/** Keywords whose next segment is the name of a member. */
const memberKeywords = new Set(["properties", "patternProperties"]);

/** Keywords of the schema of items, and of members that have no name of their own. */
const marks: Readonly<Record<string, string>> = {
  items: "[]",
  prefixItems: "[]",
  additionalProperties: ".*",
};

/** Names what a place of the model is about, for people: `Pet.owner.name`, `limit`; absent where nothing there has a name. */
export function subjectOf(location: string, api: Api): string | undefined {
  const parameter = api.operations
    .flatMap(({ parameters }) => parameters)
    .find(({ pointer }) => isWithin(location, pointer));
  if (parameter !== undefined) {
    return (
      parameter.name + pathOf(segmentsOf(location, parameter.pointer.length))
    );
  }
  const all = segmentsOf(location, location.indexOf("#") + 1);
  const [parent, kind, name, ...rest] = all;
  if (parent === "components" && kind === "schemas" && name !== undefined)
    return name + pathOf(rest);
  const start = all.indexOf("schema");
  const path = start < 0 ? "" : pathOf(all.slice(start + 1));
  return path.startsWith(".") ? path.slice(1) : undefined;
}

function isWithin(location: string, pointer: string): boolean {
  return location === pointer || location.startsWith(`${pointer}/`);
}

function segmentsOf(location: string, start: number): string[] {
  return location
    .slice(start)
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The members and items on the way. */
function pathOf(segments: readonly string[]): string {
  let path = "";
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? "";
    const next = segments[index + 1];
    if (memberKeywords.has(segment) && next !== undefined) {
      path += `.${next}`;
      index += 1;
    } else {
      path += marks[segment] ?? "";
    }
  }
  return path;
}
