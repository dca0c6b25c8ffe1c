import { beforeAll } from "vitest";
import {
  compileOutput,
  operationOf,
  type Client,
  type CompiledOutput,
  type Result,
} from "../wire/compile-output.js";
import { playServer, type Play, type PlayServer } from "../wire/play-server.js";
import { ordersDocument } from "./orders-document.js";

let output: CompiledOutput;

/** Compiles the output of the description before the tests of a file. */
export function useOrders(): void {
  beforeAll(async () => {
    output = await compileOutput(ordersDocument);
  });
}

export function compiledOrders(): CompiledOutput {
  return output;
}

/** What the index of the output exports. */
export async function exported(name: string): Promise<never> {
  const all = (await import(`${output.folder}/index.js`)) as object;
  return Object.entries(all).find(([key]) => key === name)?.[1] as never;
}

/** Calls an operation of the description by its id. */
export type CallOrders = (
  id: string,
  input?: object,
  options?: object,
) => Promise<Result> & { readonly orThrow: () => Promise<never> };

/** A client and its server, which answers as `play` does. */
export async function connect(
  play: Play,
  options: object = {},
): Promise<{
  readonly server: PlayServer;
  readonly client: Client;
  readonly call: CallOrders;
}> {
  const server = await playServer(play);
  const client = output.runtime.createClient({
    baseUrl: server.url,
    auth: { bearer: "token" },
    ...options,
  });
  const call: CallOrders = (id, input, own) =>
    client.call(operation(id), input, own);
  return { server, client, call };
}

/** What a client takes. Operations and webhooks alike. */
export function operation(id: string): object {
  return operationOf(output, id).operation;
}

export const getOrder = ["getOrder", { path: { id: "1" } }] as const;
export const createOrder = ["createOrder", { body: { note: "new" } }] as const;

/** Answers with JSON. */
export function json(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Play {
  return (response) => {
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(value));
  };
}

/** Answers in turn; the last one for good. */
export function inTurn(...plays: readonly Play[]): Play {
  let turn = 0;
  return (response, request) =>
    plays[Math.min(turn++, plays.length - 1)]?.(response, request);
}

export const anOrder = { id: "1" };
