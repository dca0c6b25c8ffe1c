import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { JsonValue } from "../../../generator/model/json.js";
import type { Operation } from "../../../generator/model/api.js";
import { matchOperations } from "../../../generator/diff/operations/match-operations.js";
import { credentialsOf, inputsOf } from "./consumer.js";
import type { Product } from "./products.js";
import { valuesOf } from "./values.js";

/** What running both outputs shows. */
export interface Behaviour {
  /** Inputs that the old output takes and sends, and the new one refuses. */
  readonly refused: readonly string[];
  /** Inputs of which both send other bytes. */
  readonly differing: readonly string[];
  /** Answers of the new description in which the old output finds faults. */
  readonly beyond: readonly string[];
}

type Functions = Readonly<Record<string, unknown>>;

/** Runs builders, validators and readers of both outputs. */
export async function behave(old: Product, fresh: Product): Promise<Behaviour> {
  const before = await load(old);
  const after = await load(fresh);
  const refused: string[] = [];
  const differing: string[] = [];
  const beyond: string[] = [];
  for (const [a, b] of matchOperations({ old: old.side, new: fresh.side })
    .same) {
    if (a.kind !== "path") continue;
    for (const input of inputsOf(a, old.side)) {
      const shown = `${a.id ?? a.pointer} ${JSON.stringify(input)}`;
      if (!takes(before, a, old, input)) continue;
      if (!takes(after, b, fresh, input)) {
        refused.push(shown);
        continue;
      }
      // Credentials that are no longer asked for are no longer sent, which breaks nobody.
      const auth =
        b.security.length === 0 ? undefined : credentialsOf(a, old.side);
      const sent = await bytesOf(before, a, old, input, auth);
      if (sent === undefined) continue;
      const now = await bytesOf(after, b, fresh, input, auth);
      if (sent !== now) differing.push(`${shown}: ${sent} / ${now}`);
    }
    for (const { status, contents } of b.responses) {
      const schema = contents[0]?.schema;
      const mediaType = contents[0]?.mediaType;
      if (
        schema === undefined ||
        mediaType !== "application/json" ||
        !/^2\d\d$/u.test(status)
      )
        continue;
      for (const value of valuesOf(schema, "response", fresh.side)) {
        const isFine = (await faults(after, b, fresh, status, value)) === 0;
        if (isFine && (await faults(before, a, old, status, value)) > 0) {
          beyond.push(`${b.id ?? b.pointer} ${JSON.stringify(value)}`);
        }
      }
    }
  }
  return { refused, differing, beyond };
}

async function load({ folder, files }: Product): Promise<Functions> {
  const outfile = join(folder, "bundle.mjs");
  const entry = files
    .filter(({ path }) => path.startsWith("operations/"))
    .map(({ path }) => `export * from "./${path}";`)
    .concat('export { toRequest } from "./runtime/request.ts";')
    .join("\n");
  await build({
    stdin: { contents: entry, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "silent",
  });
  return (await import(pathToFileURL(outfile).href)) as Functions;
}

type Call = (...args: readonly unknown[]) => unknown;

function functionOf(
  functions: Functions,
  name: string | undefined,
): Call | undefined {
  const found = name === undefined ? undefined : functions[name];
  return typeof found === "function" ? (found as Call) : undefined;
}

function takes(
  functions: Functions,
  operation: Operation,
  { side }: Product,
  input: JsonValue,
): boolean {
  const validate = functionOf(
    functions,
    side.names.operations.get(operation.pointer)?.validate.name,
  );
  const result = validate?.(input) as { readonly ok: boolean } | undefined;
  return result?.ok === true;
}

/** The request in full; undefined if there are no credentials for it, the reason if it cannot be made. */
async function bytesOf(
  functions: Functions,
  operation: Operation,
  { side }: Product,
  input: JsonValue,
  auth: JsonValue | undefined,
): Promise<string | undefined> {
  const make = functionOf(
    functions,
    side.names.operations.get(operation.pointer)?.build.name,
  );
  const toRequest = functionOf(functions, "toRequest");
  try {
    const plain = make?.(input) as { readonly server?: string };
    const options = {
      ...(plain.server === undefined
        ? { baseUrl: "https://root.example" }
        : {}),
      auth,
    };
    const request = toRequest?.(
      auth === undefined
        ? { ...(plain as object), security: undefined }
        : plain,
      options,
    ) as Request;
    const headers = [...request.headers].filter(
      ([name]) =>
        name !== "content-type" ||
        !request.headers.get(name)?.startsWith("multipart/"),
    );
    const body =
      request.headers.get("content-type")?.startsWith("multipart/") === true
        ? ""
        : await request.text();
    return JSON.stringify([request.method, request.url, headers, body]);
  } catch (error) {
    return String(error);
  }
}

async function faults(
  functions: Functions,
  operation: Operation,
  { side }: Product,
  status: string,
  value: JsonValue,
): Promise<number> {
  const read = functionOf(
    functions,
    side.names.operations.get(operation.pointer)?.read.name,
  );
  const response = new Response(JSON.stringify(value), {
    status: Number(status),
    headers: { "content-type": "application/json" },
  });
  const answer = (await read?.(response)) as
    { readonly ok: boolean; readonly issues: readonly unknown[] } | undefined;
  return answer === undefined || !answer.ok ? 1 : answer.issues.length;
}
