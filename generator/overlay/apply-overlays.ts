import { hash } from "node:crypto";
import { resolve } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { SourceDocument, SourceText } from "../read/document.js";
import type { Location } from "./json-path.js";
import {
  kindOf,
  Misfit,
  OverlaidDocument,
  type Written,
} from "./overlaid-document.js";
import {
  extendedSpec,
  readOverlay,
  type Overlay,
  type OverlayAction,
} from "./read-overlay.js";

/** A description with its overlays applied. */
export interface Overlaid {
  /** Absent if an overlay cannot be read. */
  readonly document?: SourceDocument;
  /** The texts of the overlays, by `SourceText.file`. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/**
 * Applies overlays (OpenAPI Overlay 1.0 and 1.1) to an entry document, one after the other, each with its actions in their
 * order. Diagnostics about a value that an overlay has written point into that overlay. An action whose target matches
 * nothing is reported as `overlay-unmatched`.
 * @param paths as the user has typed them
 * @param spec the description as the user has typed it, which `extends` of an overlay should lead to
 */
export function applyOverlays(
  entry: SourceDocument,
  paths: readonly string[],
  { spec, cwd }: { readonly spec: string; readonly cwd: string },
  collector: DiagnosticCollector,
): Overlaid {
  const files = paths.map((path) => ({
    path,
    ...readOverlay(path, cwd, collector),
  }));
  const sources = new Map(
    files.flatMap(({ source }) => (source ? [[source.file, source]] : [])),
  );
  const overlays = files.flatMap(({ overlay }) => overlay ?? []);
  if (overlays.length < files.length) return { sources };
  const result = new OverlaidDocument(entry, entry.value);
  for (const [index, overlay] of overlays.entries()) {
    checkExtends(
      overlay,
      resolve(cwd, paths[index] ?? ""),
      { spec, cwd, uri: entry.uri },
      collector,
    );
    for (const action of overlay.actions)
      applyAction(action, overlay, result, collector);
  }
  const hashes = [entry, ...overlays.map(({ document }) => document)];
  return {
    sources,
    document: {
      ...entry,
      value: result.value,
      sha256: hash("sha256", hashes.map(({ sha256 }) => sha256).join("\n")),
      placeInText: (pointer) => result.placeOf(pointer),
    },
  };
}

function checkExtends(
  { document, extends: extended }: Overlay,
  path: string,
  entry: {
    readonly spec: string;
    readonly cwd: string;
    readonly uri: string | undefined;
  },
  collector: DiagnosticCollector,
): void {
  if (extended === undefined) return;
  const wanted = extendedSpec(extended, path);
  const { spec, cwd, uri } = entry;
  if ([spec, uri, resolve(cwd, spec)].includes(wanted)) return;
  collector.add(
    "overlay-extends",
    { file: document.file, pointer: "/extends" },
    `The overlay is meant for ${JSON.stringify(extended)} and is applied to ${JSON.stringify(uri ?? spec)}.`,
  );
}

function applyAction(
  { pointer, target, change }: OverlayAction,
  { document, isFirst }: Overlay,
  result: OverlaidDocument,
  collector: DiagnosticCollector,
): void {
  if (change.kind === "none") return;
  const { file } = document;
  const conflict = (field: string, message: string, fix?: string): void => {
    collector.add(
      "overlay-conflict",
      { file, pointer: `${pointer}/${field}` },
      message,
      fix,
    );
  };
  const locations = select(target.select, result, (why) => {
    conflict("target", why);
  });
  if (locations === undefined) return;
  if (locations.length === 0) {
    collector.add(
      "overlay-unmatched",
      { file, pointer: `${pointer}/target` },
      "The target of this action matches nothing in the description.",
    );
    return;
  }
  const kinds = new Set(
    locations.map((location) => kindClass(result.at(location).value)),
  );
  if (isFirst && kinds.has("primitive")) {
    conflict(
      "target",
      "In Overlay 1.0 a target is an object or a list; this one is neither.",
      'Write: overlay: "1.1.0"',
    );
    return;
  }
  if (change.kind !== "remove" && kinds.size > 1) {
    conflict(
      "target",
      `The target matches ${[...kinds].map((kind) => `${kind}s`).join(" and ")}; all must be of one kind.`,
    );
    return;
  }
  try {
    if (change.kind === "remove") {
      result.remove(locations);
      return;
    }
    const update: Written | undefined =
      change.kind === "update"
        ? {
            value: change.value,
            place: { source: document, pointer: `${pointer}/update` },
          }
        : copied(change.from.select, result, (why) => {
            conflict("copy", why);
          });
    if (update === undefined) return;
    for (const location of locations) result.merge(location, update);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    conflict(
      change.kind === "remove" ? "target" : change.kind,
      `The action cannot be applied: ${error.message}.`,
    );
  }
}

/** The one value that `copy` selects, as it is before the action. */
function copied(
  query: (root: OverlaidDocument["value"]) => readonly Location[],
  result: OverlaidDocument,
  fail: (why: string) => void,
): Written | undefined {
  const locations = select(query, result, fail);
  if (locations === undefined) return undefined;
  const [only] = locations;
  if (only !== undefined && locations.length === 1)
    return result.snapshot(only);
  fail(
    `"copy" matches ${locations.length === 0 ? "nothing" : `${locations.length} values`}; it must match one.`,
  );
  return undefined;
}

/** The nodes of a query; undefined if it cannot be run, such as for a pattern that is none. */
function select(
  query: (root: OverlaidDocument["value"]) => readonly Location[],
  { value }: OverlaidDocument,
  fail: (why: string) => void,
): readonly Location[] | undefined {
  try {
    return query(value);
  } catch (error) {
    fail(
      `The query cannot be run: ${error instanceof Error ? error.message : String(error)}.`,
    );
    return undefined;
  }
}

function kindClass(
  value: OverlaidDocument["value"],
): "object" | "list" | "primitive" {
  const kind = kindOf(value);
  if (kind === "an object") return "object";
  return kind === "a list" ? "list" : "primitive";
}
