import { hash } from "node:crypto";
import { resolve } from "node:path";
import { fillSettings, type OutputSettings } from "./config/config.js";
import {
  DiagnosticCollector,
  type SourceLocation,
} from "./diagnostics/collector.js";
import { limitsWith } from "./diagnostics/limits.js";
import {
  locateDiagnostics,
  type LocatedDiagnostic,
} from "./diagnostics/locate.js";
import type { EmitContext } from "./emit/context.js";
import type { Emitter } from "./emit/emitter.js";
import type { Api, ApiSummary, Server } from "./model/api.js";
import type { NameLock } from "./names/lock/name-lock.js";
import type { LockFile } from "./names/lock/read-lock.js";
import type { MakeOptions } from "./options.js";
import type { Overlaid } from "./overlay/apply-overlays.js";
import type {
  FileOrigin,
  SourceDocument,
  SourceText,
} from "./read/document.js";
import { specName } from "./read/spec-address.js";
import type { Description } from "./resolve/description.js";
import type { StageClock } from "./stages.js";

/** What is known of a description before a file is made of it. */
export interface Analysis {
  /** What emitters are given. Absent where a diagnostic is an error. */
  readonly context?: EmitContext;
  /** Absent where the description could not be resolved. */
  readonly api?: Api;
  /** Present where `api` is. */
  readonly summary?: ApiSummary;
  /** The files that were read. */
  readonly inputs: readonly FileOrigin[];
  /** Takes what later stages have to say. */
  readonly collector: DiagnosticCollector;
  /** All diagnostics until now. */
  readonly diagnostics: () => readonly LocatedDiagnostic[];
  /** The texts that were read, by `SourceText.file`. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** The lock of names, if there is to be one and names were chosen. */
  readonly nameLock?: LockState;
  /** SHA-256 of the description, in hexadecimal digits. */
  readonly specHash: string;
}

/** The lock of names as it is, and as it should be. */
export interface LockState {
  /** Absolute. */
  readonly path: string;
  /** What it should hold. */
  readonly text: string;
  /** Whether it says so, in whatever layout. */
  readonly isUpToDate: boolean;
}

/**
 * The way from a description to its model and all names: the first half of a run. Faults of the description are
 * diagnostics; what is thrown is a fault of specwright.
 * @param emitters all that reserve names
 */
export async function analyze(
  options: MakeOptions,
  clock: StageClock,
  emitters: readonly Emitter[] = [],
): Promise<Analysis> {
  const { spec } = options;
  const cwd = resolve(options.cwd ?? "");
  const settings = fillSettings(options.settings ?? {});
  const collector = new DiagnosticCollector(
    options,
    limitsWith(settings.limits),
  );
  let sources: ReadonlyMap<string, SourceText> = new Map();
  let specHash = "";
  const made = (
    parts: Pick<Analysis, "api" | "context" | "nameLock"> = {},
    whole = parts.api,
  ): Analysis => ({
    ...parts,
    ...(parts.api && { summary: summarize(parts.api, whole) }),
    inputs: [...sources.values()].flatMap(({ origin }) => origin ?? []),
    collector,
    diagnostics: () =>
      locateDiagnostics(collector.all, sources, specName(spec)),
    sources,
    specHash,
  });

  const {
    source,
    document,
    overlays = new Map<string, SourceText>(),
  } = await clock.run("read", async () => {
    const { readEntry } = await import("./read/read-entry.js");
    const { convertSwagger } = await import("./swagger/convert-swagger.js");
    const read = await readEntry(spec, cwd, collector);
    if (read.document === undefined) return { source: read.source };
    const overlaid = await overlay(
      read.document,
      { ...options, cwd },
      collector,
    );
    const converted =
      overlaid.document && convertSwagger(overlaid.document, collector);
    return {
      source: read.source,
      document: converted,
      overlays: overlaid.sources,
    };
  });
  if (source !== undefined) sources = new Map([["", source], ...overlays]);
  if (collector.hasErrors && overlays.size > 0) return made();
  if (document === undefined) return made();

  // Parts that filters leave out may have faults: what is said of them is dropped once it is known which they are.
  const all = hasFilters(settings)
    ? new DiagnosticCollector(options, collector.limits)
    : collector;
  const description = await clock.run("resolve", async () => {
    const { resolveDescription } =
      await import("./resolve/resolve-description.js");
    const path = source?.origin?.path;
    return resolveDescription(document, path, all, { ...options, cwd });
  });
  if (description === undefined) {
    if (all !== collector) collector.addAll(all.all);
    return made();
  }
  sources = new Map([...description.sources, ...overlays]);
  specHash = hashDocuments(description.documents);

  const built = await clock.run("model", () =>
    buildModel(description, settings, all),
  );
  const { api, whole, isLeftOut } = built;
  const hasErrors = all.all.some(
    (diagnostic) => diagnostic.severity === "error" && !isLeftOut(diagnostic),
  );
  const { source: lockText, lock: before } = await readNameLock(
    { ...options, cwd },
    all,
  );
  if (lockText !== undefined)
    sources = new Map([...sources, [lockText.file, lockText]]);
  const isReady = !hasErrors && (options.nameLock === undefined || before);
  const chosen = isReady
    ? await clock.run("names", () =>
        nameAll(whole, settings, all, emitters, before),
      )
    : undefined;
  if (all !== collector)
    collector.addAll(all.all.filter((diagnostic) => !isLeftOut(diagnostic)));
  if (chosen === undefined || collector.hasErrors) return made({ api }, whole);
  const { lock, ...named } = chosen;
  const context = { api, ...named, settings };
  if (lock === undefined || options.nameLock === undefined || !before)
    return made({ api, context }, whole);
  const { printLock } = await import("./names/lock/name-lock.js");
  const text = printLock(lock);
  const nameLock = {
    path: resolve(cwd, options.nameLock),
    text,
    isUpToDate: lockText !== undefined && printLock(before) === text,
  };
  return made({ api, context, nameLock }, whole);
}

/** The lock of names of the options; nothing if they have none. */
async function readNameLock(
  { nameLock, cwd }: MakeOptions & { readonly cwd: string },
  collector: DiagnosticCollector,
): Promise<LockFile> {
  if (nameLock === undefined) return {};
  const { readLock } = await import("./names/lock/read-lock.js");
  return readLock(nameLock, cwd, collector);
}

/** The entry document with the overlays of the options; as it is if there are none. */
async function overlay(
  entry: SourceDocument,
  { overlays = [], spec, cwd }: MakeOptions & { readonly cwd: string },
  collector: DiagnosticCollector,
): Promise<Overlaid> {
  if (overlays.length === 0) return { document: entry, sources: new Map() };
  const { applyOverlays } = await import("./overlay/apply-overlays.js");
  return applyOverlays(entry, overlays, { spec, cwd }, collector);
}

/** The whole API, the part of it that is generated, and a test for places that belong to the rest. */
interface BuiltModel {
  readonly whole: Api;
  readonly api: Api;
  readonly isLeftOut: (place: SourceLocation) => boolean;
}

async function buildModel(
  description: Description,
  settings: OutputSettings,
  collector: DiagnosticCollector,
): Promise<BuiltModel> {
  const { buildApi } = await import("./model/build-api.js");
  const { checkContradictions } =
    await import("./model/contradictions/check-contradictions.js");
  const { checkOpenSettings } = await import("./model/check-open-settings.js");
  const { checkWire } = await import("./model/check-wire.js");
  const built = buildApi(description, collector, settings);
  checkWire(built, collector);
  const { checkPagination } = await import("./model/check-pagination.js");
  checkPagination(built, settings.pagination, collector);
  checkOpenSettings(built, settings, collector);
  checkContradictions(built, description, collector);
  const { freeForms } = await import("./model/free-forms.js");
  const whole = freeForms(built);
  if (!hasFilters(settings))
    return { whole, api: whole, isLeftOut: () => false };
  const { selectApi } = await import("./model/selection/select-api.js");
  const { leftOutTest } = await import("./model/selection/left-out.js");
  const { api, isComplete } = selectApi(
    whole,
    description,
    settings,
    collector,
  );
  // What a filter does not find may be what is at fault.
  const isLeftOut = isComplete ? leftOutTest(whole, api) : () => false;
  return { whole, api, isLeftOut };
}

/** Chooses the names of the whole API, so that no name depends on what filters leave out. */
async function nameAll(
  api: Api,
  settings: OutputSettings,
  collector: DiagnosticCollector,
  emitters: readonly Emitter[],
  before: NameLock | undefined,
): Promise<
  Pick<EmitContext, "views" | "mappings" | "names"> & { lock?: NameLock }
> {
  const { findViews } = await import("./model/find-views.js");
  const { findMappings } = await import("./mapping/find-mappings.js");
  const { chooseNames } = await import("./names/choose-names.js");
  const views = findViews(api);
  const mappings = findMappings(api, settings.types, collector);
  const { lock, ...names } = chooseNames(
    api,
    views,
    mappings,
    collector,
    settings.operationNames,
    emitters,
    before,
  );
  return { views, mappings, names, ...(lock && { lock }) };
}

function hasFilters({ include, exclude }: OutputSettings): boolean {
  return include.length + exclude.length > 0;
}

/** The entry document's own hash where it is the only file, else one over all files and their names. */
function hashDocuments(documents: ReadonlyMap<string, SourceDocument>): string {
  const hashes = [...documents.values()].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const [entry, ...others] = hashes;
  if (entry !== undefined && others.length === 0) return entry.sha256;
  const list = hashes.map(({ sha256, file }) => `${sha256}  ${file}\n`);
  return hash("sha256", list.join(""));
}

function summarize(api: Api, whole: Api = api): ApiSummary {
  const counts = ({ operations, definitions }: Api) => ({
    operations: operations.length,
    schemas: Object.keys(definitions).length,
  });
  return {
    ...counts(api),
    ...(whole === api ? {} : { whole: counts(whole) }),
    servers: serversOf(api),
    coverage: api.coverage,
  };
}

function serversOf({ servers, operations }: Api): readonly Server[] {
  const all = [...servers, ...operations.flatMap((each) => each.servers)];
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
