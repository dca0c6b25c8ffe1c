import { basename, dirname, resolve } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import type { SourceDocument, SourceText } from "../read/document.js";
import { readSource } from "../read/read-source.js";
import { compilePath, type PathQuery } from "./json-path.js";
import { kindOf } from "./overlaid-document.js";

/** An Overlay Object (Overlay 1.0 and 1.1) whose fields have been checked. */
export interface Overlay {
  readonly document: SourceDocument;
  /** Whether it follows 1.0, which knows no primitive targets and no `copy`. */
  readonly isFirst: boolean;
  /** A path, from the folder of the overlay, or a URI. */
  readonly extends?: string;
  readonly actions: readonly OverlayAction[];
}

/** An Action Object. */
export interface OverlayAction {
  /** JSON Pointer into the overlay. */
  readonly pointer: string;
  readonly target: PathQuery;
  readonly change:
    | { readonly kind: "update"; readonly value: JsonValue }
    | { readonly kind: "copy"; readonly from: PathQuery }
    | { readonly kind: "remove" }
    | { readonly kind: "none" };
}

/** What a file holds: its text if it is text, and the overlay if it is one. */
export interface OverlayFile {
  readonly source?: SourceText;
  readonly overlay?: Overlay;
}

/**
 * Reads an overlay, YAML or JSON. Every fault is reported at its place in the file; there is no overlay if one is an
 * error.
 * @param path as the user has typed it
 */
export function readOverlay(
  path: string,
  cwd: string,
  collector: DiagnosticCollector,
): OverlayFile {
  const { source, document } = readSource(
    { path: resolve(cwd, path), file: overlayKey(path), displayName: path },
    collector,
  );
  const overlay = document && parseOverlay(document, collector);
  return { ...(source && { source }), ...(overlay && { overlay }) };
}

/** The `SourceText.file` of an overlay: no file that references lead to has a name like it. */
function overlayKey(path: string): string {
  return `overlay:${path}`;
}

/**
 * What an overlay applies to by its own words: a path from the working directory or a URL; undefined if it does not say.
 * @param extended the value of `extends`
 * @param path of the overlay
 */
export function extendedSpec(extended: string, path: string): string {
  return /^[a-z][a-z\d+.-]+:/iu.test(extended)
    ? extended
    : resolve(dirname(path), extended);
}

function parseOverlay(
  document: SourceDocument,
  collector: DiagnosticCollector,
): Overlay | undefined {
  const { file, value } = document;
  let isFine = true;
  const fail = (
    code: "overlay-invalid" | "overlay-path",
    pointer: string,
    message: string,
    fix?: string,
  ): undefined => {
    isFine = false;
    collector.add(code, { file, pointer }, message, fix);
  };
  if (!isJsonObject(value))
    return fail(
      "overlay-invalid",
      "",
      `The overlay is ${kindOf(value)}; an object is wanted.`,
    );
  const version = value["overlay"];
  if (typeof version !== "string" || !/^1\.[01]\.\d+/u.test(version)) {
    return fail(
      "overlay-invalid",
      Object.hasOwn(value, "overlay") ? "/overlay" : "",
      version === undefined
        ? `${JSON.stringify(basename(document.displayName))} is no overlay: the field "overlay" is missing.`
        : `Overlay ${JSON.stringify(version)?.slice(0, 40)} is not supported; specwright reads 1.0 and 1.1.`,
      'Begin it with: overlay: "1.1.0"',
    );
  }
  const isFirst = version.startsWith("1.0");
  checkFields(value, "", overlayFields, document, collector);
  checkInfo(value, document, collector);
  const extended = value["extends"];
  if (extended !== undefined && typeof extended !== "string")
    fail(
      "overlay-invalid",
      "/extends",
      `"extends" is ${kindOf(extended)}; a URI is wanted.`,
    );
  const list = value["actions"];
  if (!Array.isArray(list) || list.length === 0) {
    return fail(
      "overlay-invalid",
      list === undefined ? "" : "/actions",
      list === undefined
        ? '"actions" is missing.'
        : '"actions" must be a list with at least one action.',
    );
  }
  const compile = (
    text: JsonValue | undefined,
    pointer: string,
    name: string,
  ) => {
    if (typeof text !== "string")
      return fail(
        "overlay-invalid",
        pointer,
        text === undefined
          ? `"${name}" is missing.`
          : `"${name}" is ${kindOf(text)}; a JSONPath is wanted.`,
      );
    try {
      return compilePath(text, collector.limits.nesting);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fail(
        "overlay-path",
        pointer,
        `${JSON.stringify(text)} is no JSONPath of RFC 9535: ${why}.`,
        "Write names that are no identifiers in brackets: $.paths['/orders'].get",
      );
    }
  };
  const actions = (list as readonly JsonValue[]).flatMap(
    (action, index): OverlayAction[] => {
      const pointer = `/actions/${index}`;
      if (!isJsonObject(action)) {
        fail(
          "overlay-invalid",
          pointer,
          `The action is ${kindOf(action)}; an object is wanted.`,
        );
        return [];
      }
      checkFields(action, pointer, actionFields, document, collector);
      const targetPointer = Object.hasOwn(action, "target")
        ? `${pointer}/target`
        : pointer;
      const target = compile(action["target"], targetPointer, "target");
      const { remove = false, update, copy } = action;
      if (typeof remove !== "boolean")
        fail(
          "overlay-invalid",
          `${pointer}/remove`,
          `"remove" is ${kindOf(remove)}; true or false is wanted.`,
        );
      if (copy !== undefined && isFirst)
        fail(
          "overlay-invalid",
          `${pointer}/copy`,
          '"copy" came with Overlay 1.1.',
          'Write: overlay: "1.1.0"',
        );
      if (copy !== undefined && update !== undefined && remove !== true)
        fail(
          "overlay-invalid",
          `${pointer}/copy`,
          'An action has "update" or "copy"; with both, neither counts.',
          "Make two actions of it.",
        );
      const from =
        copy === undefined
          ? undefined
          : compile(copy, `${pointer}/copy`, "copy");
      if (target === undefined) return [];
      if (remove === true)
        return [{ pointer, target, change: { kind: "remove" } }];
      if (from !== undefined)
        return [{ pointer, target, change: { kind: "copy", from } }];
      if (update !== undefined)
        return [{ pointer, target, change: { kind: "update", value: update } }];
      if (!Object.hasOwn(action, "remove") && copy === undefined)
        collector.add(
          "overlay-field",
          { file, pointer },
          `The action does nothing: it has neither "update" nor "remove"${isFirst ? "" : ' nor "copy"'}.`,
        );
      return [{ pointer, target, change: { kind: "none" } }];
    },
  );
  return isFine
    ? {
        document,
        isFirst,
        ...(typeof extended === "string" && { extends: extended }),
        actions,
      }
    : undefined;
}

const overlayFields = ["overlay", "info", "extends", "actions"];
const actionFields = ["target", "description", "update", "remove", "copy"];

function checkFields(
  object: JsonObject,
  pointer: string,
  known: readonly string[],
  { file }: SourceDocument,
  collector: DiagnosticCollector,
): void {
  for (const key of Object.keys(object)) {
    if (key.startsWith("x-") || known.includes(key)) continue;
    collector.add(
      "overlay-field",
      {
        file,
        pointer: `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        at: "key",
      },
      `${JSON.stringify(key)} is no field of ${pointer === "" ? "an overlay" : "an action"} and has no effect.`,
      didYouMean(key, known),
    );
  }
}

/** Title and version of an overlay say nothing to anybody but its readers. */
function checkInfo(
  overlay: JsonObject,
  { file }: SourceDocument,
  collector: DiagnosticCollector,
): void {
  const info = overlay["info"];
  const missing = ["title", "version"].filter(
    (name) => !isJsonObject(info) || typeof info[name] !== "string",
  );
  if (missing.length === 0) return;
  const pointer = isJsonObject(info) ? "/info" : "";
  const names = missing.map((name) => `"${name}"`).join(" and ");
  collector.add(
    "overlay-field",
    { file, pointer },
    `"info" of an overlay must have ${names} as text.`,
  );
}
