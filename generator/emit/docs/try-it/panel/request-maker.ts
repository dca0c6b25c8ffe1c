import type { OperationForm } from "../form-node.js";
import { builtBody } from "../../samples/built-request.js";
import type { SampleRequest } from "../../samples/sample-request.js";
import type { Credentials } from "./credentials.js";
import type { Exports } from "./modules.js";

interface SecurityUse {
  readonly name: string;
  readonly kind: string;
}

/** What a builder gives. */
interface BuiltRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly security?: readonly (readonly SecurityUse[])[];
}

/** The functions of the output that make requests. */
export interface RequestFunctions {
  readonly build: (input: unknown) => BuiltRequest;
  readonly toRequest: (
    request: BuiltRequest,
    options: Readonly<Record<string, unknown>>,
  ) => Request;
  readonly authorize: (
    request: BuiltRequest,
    auth: unknown,
  ) => { readonly url: string; readonly headers: Record<string, string> };
  readonly browserCookie: unknown;
}

export function requestFunctions(
  { functions }: OperationForm,
  module: Exports,
  request: Exports,
  security: Exports,
): RequestFunctions {
  return {
    build: module[functions.build] as RequestFunctions["build"],
    toRequest: request["toRequest"] as RequestFunctions["toRequest"],
    authorize: security["authorize"] as RequestFunctions["authorize"],
    browserCookie: security["browserCookie"],
  };
}

/** The request that is sent, made by the generated builder. */
export function requestToSend(
  { build, toRequest, browserCookie }: RequestFunctions,
  input: unknown,
  baseUrl: string,
  credentials: Credentials,
  signal: AbortSignal,
): Request {
  const built = build(input);
  const security = credentials.uses(built.security ?? [], false);
  return toRequest(
    { ...built, security },
    { baseUrl, signal, auth: credentials.auth(browserCookie) },
  );
}

/** The same request to print as code: credentials are placeholders, files are opened by their names. */
export async function requestToPrint(
  { build, authorize }: RequestFunctions,
  input: unknown,
  baseUrl: string,
  credentials: Credentials,
): Promise<SampleRequest> {
  let file = "file.bin";
  const built = build(
    withoutFiles(input, (name) => {
      file = name;
    }),
  );
  const security = credentials.uses(built.security ?? [], true);
  const basic = security.flat().find(({ kind }) => kind === "basic");
  const { url, headers } = authorize(
    { ...built, security },
    credentials.placeholders(),
  );
  if (basic !== undefined) delete headers["authorization"];
  const base = new URL(baseUrl || "/", location.href).href.replace(/\/+$/, "");
  const type = headers["content-type"] ?? "";
  const body = await builtBody(built.body, type, file);
  return {
    method: built.method,
    url: new URL(base + url).href,
    headers: Object.entries(headers),
    ...(basic === undefined
      ? {}
      : { basic: ["YOUR_USERNAME", "YOUR_PASSWORD"] as const }),
    ...(credentials.needsCertificate ? { clientCertificate: true } : {}),
    ...(body === undefined ? {} : { body }),
  };
}

/** The input with small files in the place of those that were chosen: a sample has their names alone. */
function withoutFiles(value: unknown, note: (name: string) => void): unknown {
  if (value instanceof File) {
    note(value.name);
    return new File(["x"], value.name, { type: value.type });
  }
  if (Array.isArray(value))
    return (value as unknown[]).map((item) => withoutFiles(item, note));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      withoutFiles(member, note),
    ]),
  );
}
