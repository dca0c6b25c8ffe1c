import type { SourceLocation } from "../../diagnostics/collector.js";
import { type Api, allOperations } from "../api.js";

/**
 * A test for places of a description that belong to left out operations, schemas or components alone.
 * @param whole the API of the whole description
 * @param chosen the part of it that is generated
 */
export function leftOutTest(
  whole: Api,
  chosen: Api,
): (place: Pick<SourceLocation, "file" | "pointer">) => boolean {
  const kept = new Set(placesOf(chosen));
  const leftOut = new Set(
    [
      ...allOperations(whole).flatMap(({ pointer, location = pointer }) => [
        pointer,
        location,
      ]),
      ...Object.keys(whole.definitions),
    ].filter((place) => !kept.has(place)),
  );
  /** Kept places and everything above them. */
  const above = new Set([...kept].flatMap(ancestors));
  return ({ file, pointer }) => {
    const place = `${file}#${pointer}`;
    for (const part of ancestors(place)) {
      if (kept.has(part)) return false;
      if (leftOut.has(part)) return true;
    }
    const holder = sharedHolder.exec(place)?.[0];
    return holder !== undefined && !above.has(holder);
  };
}

/** A path item, or a component that is no schema: what it holds is of those who refer to it. */
const sharedHolder =
  /^#\/(?:paths|webhooks|components\/(?!schemas|securitySchemes)\w+)\/[^/]+/u;

/** The places of operations, schemas and what else of the model says where it is. */
function placesOf(api: Api): string[] {
  const found = Object.keys(api.definitions);
  const open: unknown[] = [...allOperations(api)];
  for (const value of open) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      const isPlace = key === "pointer" || key === "location";
      if (isPlace && typeof member === "string") found.push(member);
      else open.push(member);
    }
  }
  return found;
}

/** A place and all that it is within, the innermost first. */
function ancestors(place: string): string[] {
  const found: string[] = [];
  for (
    let part = place;
    part.includes("/");
    part = part.slice(0, part.lastIndexOf("/"))
  )
    found.push(part);
  return found;
}
