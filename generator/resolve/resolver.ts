import { posix } from "node:path";
import {
  DiagnosticCollector,
  type SourceLocation,
} from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import { shorten } from "../diagnostics/shown-text.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { SourceDocument, SourceText } from "../read/document.js";
import { isJsonObject, type JsonValue } from "../model/json.js";
import { isPointer } from "../read/json-pointer.js";
import { readSource } from "../read/read-source.js";
import type { Absence, ReferenceTarget } from "./description.js";
import { normalUri, parseReference } from "../read/reference.js";
import type { Sandbox, SandboxResult } from "./sandbox.js";
import { suggestRoot } from "./suggest-root.js";
import { walkPointer, type PointerWalk } from "./walk-pointer.js";

/** A file that was loaded, with what its reading reported, which is said when a reference needs it. */
interface Loaded {
  readonly document?: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reporting {
  readonly from: SourceLocation;
  readonly reference: string;
  readonly absence: Absence | undefined;
}

/** Loads the files that references lead to, and follows references. */
export class Resolver {
  readonly documents = new Map<string, SourceDocument>();
  readonly sources = new Map<string, SourceText>();
  readonly #entry: SourceDocument;
  readonly #sandbox: Sandbox | undefined;
  readonly #collector: DiagnosticCollector;
  readonly #cwd: string;
  readonly #loaded = new Map<string, Loaded>();
  readonly #said = new Set<string>();
  /** Where references of a file lead; of those that lead nowhere each place has to be reported. */
  readonly #targets = new Map<string, ReferenceTarget>();

  /**
   * @param sandbox the files that can be read; undefined where the entry document is no file
   * @param cwd the folder that the user's paths start from
   */
  constructor(
    entry: SourceDocument,
    sandbox: Sandbox | undefined,
    collector: DiagnosticCollector,
    cwd = "",
  ) {
    this.#entry = entry;
    this.#sandbox = sandbox;
    this.#collector = collector;
    this.#cwd = cwd;
    this.add(entry);
  }

  /** Makes a document known under its `file`. */
  add(document: SourceDocument): void {
    this.documents.set(document.file, document);
    this.sources.set(document.file, document);
    this.#loaded.set(document.file, { document, diagnostics: [] });
  }

  /** Reads a file that stands for a URI. Faults of it are reported at once. */
  addFile(uri: string, path: string, displayName: string): void {
    const location = { path, file: uri, displayName };
    const { source, document } = readSource(location, this.#collector);
    if (source !== undefined) this.sources.set(uri, source);
    if (document === undefined) this.#loaded.set(uri, { diagnostics: [] });
    else this.add(document);
  }

  /** Loads what a reference leads to where that is a file inside the folder; says nothing. */
  preload(fromFile: string, reference: string): SourceDocument | undefined {
    const parsed = parseReference(reference);
    if (parsed.kind !== "local" || parsed.path === "") return undefined;
    const located = this.#locate(fromFile, parsed.path);
    if (located?.kind !== "inside" || this.#loaded.has(located.file))
      return undefined;
    return this.#load(located.path, located.file).document;
  }

  follow(
    from: SourceLocation,
    reference: string,
    absence?: Absence,
  ): ReferenceTarget | undefined {
    const key = `${from.file} ${reference}`;
    const known = this.#targets.get(key);
    if (known !== undefined) return known;
    const target = this.#follow({ from, reference, absence });
    if (target !== undefined) this.#targets.set(key, target);
    return target;
  }

  #follow(reporting: Reporting): ReferenceTarget | undefined {
    const { from, reference } = reporting;
    const passed = new Map<string, number>();
    let file = from.file;
    let next = reference;
    let rest = "";
    for (;;) {
      const found = this.#document(file, next, reporting);
      if (found === undefined) return undefined;
      const walk = walkPointer(found.document.value, found.pointer + rest);
      file = found.document.file;
      if (walk.kind === "found")
        return { file, pointer: walk.pointer, value: walk.value };
      if (walk.kind === "missing") {
        return this.#missing(found.document, walk, reporting);
      }
      // Coming back with no less left to look up, the way has no end.
      const passage = `${file}#${walk.pointer}`;
      if (walk.rest.length >= (passed.get(passage) ?? Infinity)) {
        return this.#report(
          "reference-cycle",
          reporting,
          "on its way, references lead only to each other",
        );
      }
      passed.set(passage, walk.rest.length);
      next = walk.reference;
      rest = walk.rest;
    }
  }

  #document(
    fromFile: string,
    reference: string,
    reporting: Reporting,
  ): { document: SourceDocument; pointer: string } | undefined {
    const parsed = parseReference(reference);
    if (parsed.kind === "malformed") {
      return this.#report("reference-malformed", reporting, parsed.why);
    }
    const document =
      parsed.kind === "remote"
        ? this.#given(parsed.uri, reporting)
        : this.#file(fromFile, parsed.path, reporting);
    if (document === undefined) return undefined;
    if (!isPointer(parsed.fragment)) {
      return parsed.fragment.startsWith("/")
        ? this.#report(
            "reference-malformed",
            reporting,
            "in a JSON Pointer `~` stands only in `~0` and `~1`",
          )
        : this.#noAnchor(document, parsed.fragment, reporting);
    }
    return { document, pointer: parsed.fragment };
  }

  #noAnchor(
    { value }: SourceDocument,
    anchor: string,
    reporting: Reporting,
  ): undefined {
    const pointer = [`/${anchor}`, `/components/schemas/${anchor}`].find(
      (meant) => walkPointer(value, meant).kind === "found",
    );
    const [file = ""] = reporting.reference.split("#");
    return this.#report(
      "reference-not-found",
      reporting,
      "no schema there has this anchor",
      pointer === undefined
        ? undefined
        : `Did you mean ${JSON.stringify(`${file}#${pointer}`)}?`,
    );
  }

  #given(given: string, reporting: Reporting): SourceDocument | undefined {
    const uri = normalUri(given);
    if (uri === this.#entry.uri) return this.#entry;
    const loaded = this.#loaded.get(given) ?? this.#loaded.get(uri);
    if (loaded?.document !== undefined) return loaded.document;
    if (loaded !== undefined) return this.#unreadable(reporting);
    const shown = shorten(uri, 160);
    return this.#report(
      "reference-remote",
      reporting,
      reporting.reference.startsWith(given)
        ? "it is a URI, and nothing is fetched"
        : `it leads to ${JSON.stringify(shown)}, and nothing is fetched`,
      `Save a copy, and pass it as --resource ${shown}=FILE, or refer to it by a relative path.`,
    );
  }

  #locate(fromFile: string, path: string): SandboxResult | undefined {
    return isUri(fromFile) ? undefined : this.#sandbox?.locate(fromFile, path);
  }

  #file(
    fromFile: string,
    path: string,
    reporting: Reporting,
  ): SourceDocument | undefined {
    if (path === "") return this.documents.get(fromFile);
    const withHash = this.#withHash(fromFile, path);
    if (withHash !== undefined) {
      return this.#report(
        "reference-not-found",
        reporting,
        "without a # it names a file",
        `Did you mean ${JSON.stringify(withHash)}?`,
      );
    }
    const located = this.#locate(fromFile, path);
    if (located === undefined) return this.#besideUri(fromFile, reporting);
    if (located.kind === "outside") {
      const root =
        located.path === undefined || this.#sandbox === undefined
          ? undefined
          : suggestRoot(this.#sandbox.folder, located.path, this.#cwd);
      return this.#report(
        "reference-outside",
        reporting,
        "it leads out of the folder of the description; the file was not opened",
        root === undefined
          ? "Pass --root DIR with a folder that holds both files, or move the file into the folder of the description."
          : `Pass --root ${root} to let references lead to files there.`,
      );
    }
    if (located.kind === "missing") {
      return this.#report(
        "reference-not-found",
        reporting,
        "there is no such file",
      );
    }
    const loaded =
      this.#loaded.get(located.file) ?? this.#load(located.path, located.file);
    this.#sayOnce(located.file, loaded);
    if (loaded.document !== undefined) return loaded.document;
    return this.#unreadable(reporting);
  }

  /** The reference that was meant where its `#` was lost: by a pointer, the end of one, or the name of a schema. */
  #withHash(fromFile: string, path: string): string | undefined {
    const located = this.#locate(fromFile, path);
    if (located?.kind === "inside") return undefined;
    const pointer = path.startsWith("/") ? path : `/${path}`;
    const root = this.documents.get(fromFile)?.value;
    if (root === undefined) return undefined;
    for (const meant of [pointer, `/components/schemas${pointer}`]) {
      if (walkPointer(root, meant).kind === "found") return `#${meant}`;
    }
    if (/^\/components\/[a-zA-Z]+\/[^/]+$/u.test(pointer)) return `#${pointer}`;
    const [, file = "", rest = ""] =
      /^(.+\.(?:ya?ml|json))(\/.+)$/iu.exec(path) ?? [];
    return file !== "" && this.#locate(fromFile, file)?.kind === "inside"
      ? `${file}#${rest}`
      : undefined;
  }

  #unreadable(reporting: Reporting): undefined {
    return this.#report(
      "reference-not-found",
      reporting,
      "the file could not be read",
    );
  }

  /** What a relative reference leads to from a document that is no file: another that was given for a URI. */
  #besideUri(
    fromFile: string,
    reporting: Reporting,
  ): SourceDocument | undefined {
    const base = isUri(fromFile) ? fromFile : this.#entry.uri;
    const [reference = ""] = reporting.reference.split("#");
    if (base !== undefined && URL.canParse(reference, base)) {
      return this.#given(new URL(reference, base).href, reporting);
    }
    return this.#report(
      "reference-outside",
      reporting,
      `${this.#entry.displayName} has no folder, so that there are no files beside it`,
      "Save the description as a file beside those that it refers to, and pass its path.",
    );
  }

  #load(path: string, file: string): Loaded {
    const { limits } = this.#collector;
    const collector = new DiagnosticCollector({}, limits);
    const displayName = posix.join(
      posix.dirname(this.#entry.displayName),
      file,
    );
    const { source, document } = readSource(
      { path, file, displayName },
      collector,
    );
    if (source !== undefined) this.sources.set(file, source);
    if (document !== undefined) this.documents.set(file, document);
    const loaded: Loaded = {
      diagnostics: collector.all,
      ...(document === undefined ? {} : { document }),
    };
    this.#loaded.set(file, loaded);
    return loaded;
  }

  #sayOnce(file: string, { diagnostics }: Loaded): void {
    if (diagnostics.length === 0 || this.#said.has(file)) return;
    this.#said.add(file);
    this.#collector.addAll(diagnostics);
  }

  #missing(
    document: SourceDocument,
    walk: Extract<PointerWalk, { kind: "missing" }>,
    reporting: Reporting,
  ): undefined {
    const place = document.placeInText?.(walk.pointer);
    const { displayName } = place?.source ?? document;
    const where = `${displayName}#${place?.pointer ?? walk.pointer}`;
    return this.#report(
      "reference-not-found",
      reporting,
      `${shorten(JSON.stringify(walk.key), 80)} is no member of ${shorten(where, 160)}`,
      componentMeant(document.value, reporting.reference) ??
        (isJsonObject(walk.value)
          ? didYouMean(walk.key, walk.value)
          : undefined),
    );
  }

  #report(
    found: DiagnosticCode,
    { from, reference, absence }: Reporting,
    why: string,
    fix?: string,
  ): undefined {
    const isAbsent =
      found === "reference-not-found" || found === "reference-malformed";
    const code = (isAbsent ? absence?.code : undefined) ?? found;
    const reading = code === absence?.code ? `; ${absence.reading}` : "";
    const key = `${code} ${from.file}#${from.pointer} ${reference}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#collector.add(
      code,
      { file: from.file, pointer: `${from.pointer}/$ref` },
      `The reference ${shorten(JSON.stringify(this.#written(reference, from.file)), 160)} cannot be followed: ${why}${reading}.`,
      fix,
    );
  }

  /** A reference as it is written, where the document that holds it is a conversion of what was written. */
  #written(reference: string, file: string): string {
    const document = this.documents.get(file);
    return reference.startsWith("#/")
      ? `#${document?.pointerInText?.(reference.slice(1)) ?? reference.slice(1)}`
      : reference;
  }
}

function isUri(file: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(file);
}

/** The component that is meant by the place that Swagger 2.0 gives it, or without `components`. */
function componentMeant(
  root: JsonValue,
  reference: string,
): string | undefined {
  const [, map = "", name = ""] = /#\/(\w+)\/([^/]+)$/u.exec(reference) ?? [];
  const meant = `/components/${map === "definitions" ? "schemas" : map}/${name}`;
  return name !== "" && walkPointer(root, meant).kind === "found"
    ? `Did you mean ${JSON.stringify(`#${meant}`)}?`
    : undefined;
}
