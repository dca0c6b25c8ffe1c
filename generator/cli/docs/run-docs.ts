import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checkBase } from "../../config/check-base.js";
import { UsageError } from "../../config/usage-error.js";
import { formatDiagnostic } from "../../diagnostics/format-diagnostic.js";
import { generate, generateOnce } from "../../generate.js";
import type { Server } from "../../model/api.js";
import type {
  GenerateOptions,
  GenerateResult,
  WatchRun,
} from "../../options.js";
import { specAddress } from "../../read/spec-address.js";
import { placeOutput } from "../../surroundings/place-output.js";
import { startWatch } from "../../watch/watch.js";
import type { WatchedJob } from "../command-line.js";
import { exitCodes } from "../outcome.js";
import type { Job } from "../job.js";
import { optionsOf } from "../options-of.js";
import { messageOf, watchReport } from "../run-watch.js";
import type { Terminal } from "../terminal.js";
import type { DocsRequest } from "./docs-request.js";
import { LiveChannel } from "./live-state.js";
import { servePages } from "./pages-server.js";
import { isBelowServer } from "./server-pattern.js";

/**
 * `specwright docs --out`: builds the pages into a folder.
 * @throws UsageError if the folder is a file, or the base is none
 */
export async function buildPages(
  { out, base }: DocsRequest & { readonly out: string },
  job: Job,
  terminal: Terminal,
): Promise<GenerateResult> {
  const target = resolve(terminal.folder, out);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`--out ${out}: this is a file`);
  return generate(await siteOptions(out, base, job, terminal));
}

/**
 * `specwright docs`: serves the pages, and makes them again at each change, until the process is interrupted.
 * @param loadJob is asked at each run, so that the configuration may change
 * @throws UsageError if the description is standard input, the port is taken, the base is none, or the configuration is at fault at the start
 */
export async function runDocs(
  { base, port }: DocsRequest,
  loadJob: () => Promise<WatchedJob>,
  terminal: Terminal,
): Promise<number> {
  checkBase(base);
  let { job } = await loadJob();
  if (specAddress(job.spec).kind === "stdin")
    throw new UsageError(
      "Standard input can be read only once. Name a file, or build the pages with --out.",
    );
  let servers: readonly Server[] = [];
  const folder = mkdtempSync(join(tmpdir(), "specwright-docs-"));
  const live = new LiveChannel();
  try {
    const server = await servePages({
      ...{ folder, base, port, live },
      isAllowed: (target) => isBelowServer(target, servers, urlOf(job.spec)),
    });
    const report = watchReport(terminal, {
      name: "docs",
      stays: "the pages stay as they are",
    });
    const watch = await startWatch(
      async () => {
        const loaded = await loadJob();
        job = loaded.job;
        const options = await siteOptions(folder, base, job, terminal);
        const { spec, overlays } = job;
        const isFile = specAddress(spec).kind === "file";
        const entries = isFile ? [spec, ...overlays] : overlays;
        const files = entries.map((path) => resolve(terminal.folder, path));
        return { options, files: [...files, ...loaded.configPaths] };
      },
      generateOnce,
      (run) => {
        servers = run.result?.summary?.servers ?? servers;
        live.publish(stateOf(run));
        const { out: _out, ...shown } = job;
        report(run, shown);
      },
    );
    terminal.out(`${server.url} (end it with Ctrl+C)`);
    await terminal.interrupted();
    await watch.close();
    await server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return exitCodes.done;
}

/** The samples import from where `generate` puts its output, not from the folder of the pages. */
async function siteOptions(
  out: string,
  base: string,
  job: Job,
  terminal: Terminal,
): Promise<GenerateOptions> {
  const { settings } = await placeOutput(
    job.settings,
    job.out,
    terminal.folder,
  );
  const parts = { ...job.settings.parts, docs: true };
  return {
    ...optionsOf(job, terminal),
    ...{ out, settings: { ...settings, parts }, site: { base } },
  };
}

function urlOf(spec: string): string | undefined {
  const address = specAddress(spec);
  return address.kind === "url" ? spec : undefined;
}

function stateOf({ result, error }: WatchRun): {
  changed: readonly string[];
  problems: readonly string[];
} {
  if (result === undefined)
    return { changed: [], problems: [messageOf(error)] };
  const errors = result.diagnostics.filter(
    ({ severity }) => severity === "error",
  );
  return {
    changed: [...result.written, ...result.removed],
    problems: result.ok
      ? []
      : errors.slice(0, mostProblems).map((each) => formatDiagnostic(each)),
  };
}

/** How many problems a page shows. */
const mostProblems = 20;
