import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Description } from "../../resolve/description.js";
import { walkPointer } from "../../resolve/walk-pointer.js";
import {
  type Api,
  type MediaType,
  type Operation,
  allOperations,
} from "../api.js";
import { ownKeywords } from "../matches.js";
import { rootSchemas } from "../root-schemas.js";
import type { Schema } from "../schema.js";
import { visit } from "../walk-schema.js";
import { checkClosedParts } from "./check-closed-parts.js";
import { checkRequired } from "./check-required.js";
import { checkMatchable, checkOverlap, unionsOf } from "./check-unions.js";
import { checkAnnotations, checkExamples } from "./check-values.js";
import { Relatives } from "./in-place.js";
import type { MisfitScope } from "./misfit.js";
import type { Report } from "./report.js";

/**
 * Reports where a description contradicts itself without breaking a specification: defaults and examples that are
 * not valid under their schemas, required names without a property, unions and parts of `allOf` that exclude each
 * other. Only what can be shown is reported.
 */
export function checkContradictions(
  api: Api,
  { documents }: Pick<Description, "documents">,
  collector: DiagnosticCollector,
): void {
  const report = reportOnce(collector);
  const schemas = allSchemas(api);
  const relatives = new Relatives(schemas, api);
  const scope: MisfitScope = { api, oneSided: oneSidedNames(schemas, api) };
  const isThere = (at: string): boolean => {
    const { file, pointer } = sourceLocation(at);
    const document = documents.get(file);
    return (
      document !== undefined &&
      walkPointer(document.value, pointer).kind === "found"
    );
  };
  const predicates = negated(schemas);
  for (const schema of schemas) {
    checkAnnotations(schema, scope, isThere, report);
    if (predicates.has(schema)) continue;
    for (const keyword of ownKeywords(schema)) {
      if (keyword.kind === "required") {
        checkRequired(schema, keyword, relatives, report);
      }
    }
    for (const union of unionsOf(schema)) {
      checkMatchable(schema, union, api, report);
      if (union.kind === "oneOf") checkOverlap(schema, union, api, report);
    }
    checkClosedParts(schema, api, report);
  }
  for (const operation of allOperations(api)) {
    checkOperation(operation, scope, report);
  }
}

/** Examples of parameters and bodies, as far as they are data rather than text of a format. */
function checkOperation(
  { parameters, body, responses }: Operation,
  scope: MisfitScope,
  report: Report,
): void {
  for (const { examples, schema, serialization } of parameters) {
    if (serialization.kind === "style") {
      checkExamples(examples, schema, scope, report);
    }
  }
  const contents: readonly MediaType[] = [
    ...(body?.contents ?? []),
    ...responses.flatMap((response) => response.contents),
  ];
  for (const { codec, examples, schema } of contents) {
    if (codec === "json" && schema !== undefined) {
      checkExamples(examples, schema, scope, report);
    }
  }
}

/** Every schema of the description, once. */
function allSchemas(api: Api): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const roots = [
    ...Object.values(api.definitions).map(({ schema }) => schema),
    ...rootSchemas(api),
  ];
  for (const root of roots) {
    visit(root, (schema) => {
      found.add(schema);
    });
  }
  return found;
}

/** The schemas that are asked whether they match, rather than held to: those of `not` and `if`, with all within. */
function negated(schemas: Iterable<Schema>): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  for (const schema of schemas) {
    for (const keyword of ownKeywords(schema)) {
      const asked =
        keyword.kind === "not"
          ? keyword.schema
          : keyword.kind === "conditional"
            ? keyword.if
            : undefined;
      if (asked === undefined) continue;
      visit(asked, (each) => {
        found.add(each);
      });
    }
  }
  return found;
}

/** The names of properties that are read-only or write-only somewhere. */
function oneSidedNames(
  schemas: Iterable<Schema>,
  api: Api,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const schema of schemas) {
    for (const keyword of ownKeywords(schema)) {
      if (keyword.kind !== "properties") continue;
      for (const { name, schema: member } of keyword.named) {
        if (isOneSided(member) || isOneSided(targetOf(member, api))) {
          names.add(name);
        }
      }
    }
  }
  return names;
}

function isOneSided(schema: Schema | undefined): boolean {
  const { readOnly, writeOnly } = schema?.annotations ?? {};
  return readOnly === true || writeOnly === true;
}

function targetOf(schema: Schema, api: Api): Schema | undefined {
  return schema.kind === "ref"
    ? api.definitions[schema.target]?.schema
    : undefined;
}

function sourceLocation(at: string): { file: string; pointer: string } {
  const hash = at.indexOf("#");
  return { file: at.slice(0, hash), pointer: at.slice(hash + 1) };
}

function reportOnce(collector: DiagnosticCollector): Report {
  const said = new Set<string>();
  return (code, at, message, fix) => {
    const key = `${code} ${at}`;
    if (said.has(key)) return;
    said.add(key);
    collector.add(code, sourceLocation(at), message, fix);
  };
}
