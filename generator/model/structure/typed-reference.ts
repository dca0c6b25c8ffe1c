import type { ModelContext } from "../model-context.js";
import { brokenExample } from "../build-examples.js";
import { followObject } from "../follow-object.js";
import { locationOf, type ObjectSource, type Source } from "../source.js";
import type { FieldType, KeyKind, ObjectName } from "./field-types.js";
import { objectTypes } from "./object-types.js";

/** Which member of `components` holds which kind of object. */
const kindOfSection: ReadonlyMap<string, ObjectName> = new Map<
  string,
  ObjectName
>([
  ["schemas", "schema"],
  ["responses", "response"],
  ["parameters", "parameter"],
  ["examples", "example"],
  ["requestBodies", "requestBody"],
  ["headers", "header"],
  ["securitySchemes", "securityScheme"],
  ["links", "link"],
  ["pathItems", "pathItem"],
  ["mediaTypes", "mediaType"],
]);

/**
 * Where a reference leads; undefined where it is broken, where it leads to another kind of object, and where
 * the target is looked at as a component anyway. What is wrong has then been reported.
 */
export function followTypedReference(
  wanted: ObjectName,
  reference: string,
  from: ObjectSource,
  context: ModelContext,
): Source | undefined {
  const { resources } = context;
  const absence = wanted === "example" ? brokenExample : undefined;
  const target = resources.resolve(
    reference,
    from,
    resources.at(from),
    absence,
  );
  if (target === undefined) return undefined;
  const actual = kindAt(target);
  if (actual !== undefined && actual !== wanted) {
    report(objectTypes[actual].title);
    return undefined;
  }
  const isSchema = wanted === "schema" && typeof target.value === "boolean";
  if (
    !isSchema &&
    (typeof target.value !== "object" || target.value === null)
  ) {
    report("no object");
    return undefined;
  }
  // A chain that leads back to itself is a fault even where nothing uses it.
  if (
    wanted !== "schema" &&
    followObject(from, context, absence) === undefined
  ) {
    return undefined;
  }
  // Components of the entry document are looked at where they stand.
  return actual === undefined || target.file !== "" ? target : undefined;

  function report(what: string): void {
    context.reporter.add(
      absence?.code ?? "reference-wrong-kind",
      { file: from.file, pointer: `${from.pointer}/$ref` },
      `The reference leads to "${locationOf(target as Source).slice(0, 200)}", which is ${what === "no object" ? what : `a ${what}`}; a ${objectTypes[wanted].title} is wanted.`,
      "Let the reference lead to an object of that kind.",
    );
  }
}

/** The kind of object at a place that the specification gives to one kind. */
function kindAt({ pointer }: Source): ObjectName | undefined {
  const section = /^\/components\/([^/]+)\/[^/]+$/u.exec(pointer)?.[1];
  if (section !== undefined) return kindOfSection.get(section);
  if (/^\/paths\/[^/]+$/u.test(pointer)) return "pathItem";
  return /^\/paths\/[^/]+\/(?:get|put|post|delete|options|head|patch|trace|query)$/u.test(
    pointer,
  )
    ? "operation"
    : undefined;
}

/** True for an example, or a map of them. */
export function isOfExamples(type: FieldType): boolean {
  const inner = type.kind === "map" ? type.of : type;
  return inner.kind === "object" && inner.object === "example";
}

/** Objects at whose place a reference is followed, although OpenAPI gives it no meaning there. */
export const followedAnyway = new Set<ObjectName>([
  "operation",
  "mediaType",
  "tag",
  "server",
]);

/** Maps in which `$ref` is a name like any other. */
export const ownsAnyKey = new Set<KeyKind>([
  "properties",
  "componentNames",
  "patterns",
  "scopes",
]);
