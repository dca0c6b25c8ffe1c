import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import type { OutputSettings } from "../../generator/config/config.js";
import type { DiagnosticCode } from "../../generator/diagnostics/catalogue.js";
import type { Api, Operation } from "../../generator/model/api.js";
import { type MadeOutput, makeOutput } from "../../generator/make-output.js";

/** The exports of an operation's module, by the part that they play. */
export interface OperationModule {
  readonly build: (input?: unknown) => WireRequest;
  readonly validate: (input: unknown) => { ok: boolean; issues?: Found[] };
  readonly read: (response: Response, options?: object) => Promise<Result>;
  /** What a client takes. */
  readonly operation: object;
  readonly all: Readonly<Record<string, unknown>>;
}

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Found {
  readonly pointer: string;
  readonly keyword: string;
}

export interface Result {
  readonly kind: string;
  readonly status: number;
  readonly ok: boolean;
  readonly contentType?: string | null;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly text?: string;
  readonly issues: readonly Found[];
  readonly response: Response;
}

interface Runtime {
  readonly toRequest: (request: WireRequest, options: object) => Request;
  readonly send: (request: WireRequest, options: object) => Promise<never>;
  readonly createClient: (options: object) => Client;
}

export interface Client {
  readonly call: (
    operation: object,
    input?: unknown,
    options?: object,
  ) => Promise<never> & { readonly orThrow: () => Promise<never> };
}

export interface CompiledOutput {
  /** By operation id. */
  readonly operations: ReadonlyMap<string, OperationModule>;
  readonly runtime: Runtime;
  readonly folder: string;
  readonly api: Api;
  /** The id that the manifest gives an operation. */
  readonly idOf: (operation: Operation) => string;
  readonly files: ReadonlyMap<string, string>;
}

interface Manifest {
  readonly operations: readonly {
    readonly id: string;
    readonly pointer: string;
    readonly module: string;
    readonly exports: Record<
      "build" | "validate" | "read" | "operation",
      string
    >;
  }[];
}

/**
 * Takes a document the whole way: generated, its types stripped, imported. Throws where a diagnostic is an error.
 * @param folder an empty one, for what is imported
 * @param own modules of a user's that stand in the same folder, by path
 */
export async function compileInto(
  folder: string,
  document: object,
  settings: Partial<OutputSettings> = {},
  allow: readonly DiagnosticCode[] = [],
  own: ReadonlyMap<string, string> = new Map(),
): Promise<CompiledOutput> {
  const { files, diagnostics, api } = await generateIn(
    folder,
    document,
    settings,
    allow,
  );
  if (files === undefined || api === undefined) {
    throw new Error(
      diagnostics
        .map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`)
        .join("\n"),
    );
  }
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [path, text] of [...own, ...texts]) {
    if (!path.endsWith(".ts")) continue;
    const { code } = await transform(text, { loader: "ts", target: "es2022" });
    const target = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  const load = async (path: string): Promise<Record<string, never>> =>
    (await import(
      pathToFileURL(join(folder, path.replace(/\.ts$/, ".js"))).href
    )) as Record<string, never>;
  const manifest = JSON.parse(texts.get("manifest.json") ?? "{}") as Manifest;
  const operations = new Map<string, OperationModule>();
  for (const { id, module, exports } of manifest.operations) {
    const all = await load(module);
    const pick = (name: string): never => all[name] as never;
    operations.set(id, {
      build: pick(exports.build),
      validate: pick(exports.validate),
      read: pick(exports.read),
      operation: pick(exports.operation),
      all,
    });
  }
  const { createClient } = (await load("client.ts")) as unknown as Runtime;
  const runtime: Runtime = {
    toRequest: (await load("runtime/request.ts"))["toRequest"] as never,
    send: (await load("runtime/send.ts"))["send"] as never,
    createClient,
  };
  const ids = new Map(
    manifest.operations.map(({ pointer, id }) => [pointer, id]),
  );
  const idOf = ({ pointer }: Operation): string => ids.get(pointer) ?? "";
  return { operations, runtime, folder, api, idOf, files: texts };
}

/** An operation of a compiled output. Throws where there is none of that name. */
export function operationOf(
  { operations }: Pick<CompiledOutput, "operations">,
  id: string,
): OperationModule {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  return operation;
}

/** Makes the output of a document that is given as data; its text goes into the folder. */
export function generateIn(
  folder: string,
  document: object,
  settings: Partial<OutputSettings>,
  allow: readonly DiagnosticCode[],
): Promise<MadeOutput> {
  const spec = join(folder, "openapi.json");
  writeFileSync(spec, JSON.stringify(document));
  return makeOutput({
    spec,
    allow,
    settings: { parts: { docs: false }, ...settings },
  });
}
