import { posix } from "node:path";
import { DiagnosticCollector, type Place } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import { shorten } from "../diagnostics/shorten.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { SourceDocument, SourceText } from "../read/document.js";
import { isPointer } from "../read/json-pointer.js";
import { readSource } from "../read/read-source.js";
import type { ReferenceTarget } from "./description.js";
import { parseReference } from "./reference.js";
import type { Sandbox } from "./sandbox.js";
import { walkPointer } from "./walk-pointer.js";

/** A file that was loaded, with what its reading reported, which is said when a reference needs it. */
interface Loaded {
  readonly document?: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reporting {
  readonly from: Place;
  readonly reference: string;
}

/** Loads the files that references lead to, and follows references. */
export class Resolver {
  readonly documents = new Map<string, SourceDocument>();
  readonly sources = new Map<string, SourceText>();
  readonly #entry: SourceDocument;
  readonly #sandbox: Sandbox;
  readonly #collector: DiagnosticCollector;
  readonly #loaded = new Map<string, Loaded>();
  readonly #said = new Set<string>();
  /** Where references of a file lead; of those that lead nowhere each place has to be reported. */
  readonly #targets = new Map<string, ReferenceTarget>();

  constructor(
    entry: SourceDocument,
    sandbox: Sandbox,
    collector: DiagnosticCollector,
  ) {
    this.#entry = entry;
    this.#sandbox = sandbox;
    this.#collector = collector;
    this.add(entry);
  }

  /** Makes a document known under its `file`. */
  add(document: SourceDocument): void {
    this.documents.set(document.file, document);
    this.sources.set(document.file, document);
    this.#loaded.set(document.file, { document, diagnostics: [] });
  }

  /** Loads what a reference leads to where that is a file inside the folder; says nothing. */
  preload(fromFile: string, reference: string): SourceDocument | undefined {
    const parsed = parseReference(reference);
    if (parsed.kind !== "local" || parsed.path === "") return undefined;
    const located = this.#sandbox.locate(fromFile, parsed.path);
    if (located.kind !== "inside" || this.#loaded.has(located.file))
      return undefined;
    return this.#load(located.path, located.file).document;
  }

  follow(from: Place, reference: string): ReferenceTarget | undefined {
    const key = `${from.file} ${reference}`;
    const known = this.#targets.get(key);
    if (known !== undefined) return known;
    const target = this.#follow(from, reference);
    if (target !== undefined) this.#targets.set(key, target);
    return target;
  }

  #follow(from: Place, reference: string): ReferenceTarget | undefined {
    const reporting = { from, reference };
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
        : this.#report(
            "reference-not-found",
            reporting,
            "no schema there has this anchor",
          );
    }
    return { document, pointer: parsed.fragment };
  }

  #given(uri: string, reporting: Reporting): SourceDocument | undefined {
    return (
      this.documents.get(uri) ??
      this.#report(
        "reference-remote",
        reporting,
        "it is a URI of its own, and nothing is fetched",
        "Save a copy beside the description and refer to it by a relative path.",
      )
    );
  }

  #file(
    fromFile: string,
    path: string,
    reporting: Reporting,
  ): SourceDocument | undefined {
    if (path === "") return this.documents.get(fromFile);
    const located = isUri(fromFile)
      ? ({ kind: "outside" } as const)
      : this.#sandbox.locate(fromFile, path);
    if (located.kind === "outside") {
      return this.#report(
        "reference-outside",
        reporting,
        "it leads out of the folder of the description; the file was not opened",
        "Move the file into that folder, or the entry document to a folder above both.",
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
    return this.#report(
      "reference-not-found",
      reporting,
      "the file could not be read",
    );
  }

  #load(path: string, file: string): Loaded {
    const collector = new DiagnosticCollector();
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
    walk: { key: string; pointer: string; candidates: readonly string[] },
    reporting: Reporting,
  ): undefined {
    const where = `${document.displayName}#${walk.pointer}`;
    return this.#report(
      "reference-not-found",
      reporting,
      `${shorten(JSON.stringify(walk.key), 80)} is no member of ${shorten(where, 160)}`,
      didYouMean(walk.key, walk.candidates),
    );
  }

  #report(
    code: DiagnosticCode,
    { from, reference }: Reporting,
    why: string,
    fix?: string,
  ): undefined {
    const key = `${code} ${from.file}#${from.pointer} ${reference}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#collector.add(
      code,
      { file: from.file, pointer: `${from.pointer}/$ref` },
      `The reference ${shorten(JSON.stringify(reference), 160)} cannot be followed: ${why}.`,
      fix,
    );
  }
}

function isUri(file: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(file);
}
