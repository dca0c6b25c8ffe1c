import { isDeepStrictEqual } from "node:util";
import { Choices } from "../../test/validators/choices.js";
import {
  compileInto,
  operationOf,
  type OperationModule,
} from "../../test/wire/compile-into.js";
import { responsesDocument } from "../../test/wire/responses-document.js";
import type { Finished, FuzzRun } from "./kinds.js";
import { newFolder } from "./new-folder.js";
import { type RandomResponse, randomResponse } from "./random-response.js";

const responsesPerSeed = 100;
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);
const lost = new TypeError("the connection is lost");

/**
 * Random responses against readers: a result, whatever came, and the same one however it was cut into chunks; an error
 * only where the connection is lost, and then that error.
 */
export async function fuzzResponses(folder: string): Promise<FuzzRun> {
  const output = await compileInto(newFolder(folder, "out"), responsesDocument);
  return {
    async check(seed): Promise<Finished> {
      const choices = new Choices(seed);
      const faults: string[] = [];
      for (let index = 0; index < responsesPerSeed; index++) {
        const response = randomResponse(choices);
        const operation = operationOf(output, response.operation);
        faults.push(...(await responseFaults(response, operation, choices)));
      }
      return { faults, counts: { responses: responsesPerSeed } };
    },
  };
}

async function responseFaults(
  response: RandomResponse,
  operation: OperationModule,
  choices: Choices,
): Promise<readonly string[]> {
  const { bytes } = response;
  const shown = `${response.operation} ${response.status} ${JSON.stringify(response.headers)} ${JSON.stringify(Buffer.from(bytes).toString("latin1")).slice(0, 1500)}`;
  try {
    const whole = await readParts(response, [bytes], operation);
    const single = await readParts(
      response,
      cut(bytes, () => 1),
      operation,
    );
    const random = (): number => 1 + choices.below(20);
    const several = await readParts(response, cut(bytes, random), operation);
    if (
      !isDeepStrictEqual(single, whole) ||
      !isDeepStrictEqual(several, whole)
    ) {
      return [`chunks change the result: ${shown}`];
    }
  } catch (error) {
    return [`${String(error)}: ${shown}`];
  }
  const end = choices.below(bytes.length + 1);
  try {
    await readParts(response, [bytes.subarray(0, end)], operation, lost);
  } catch (error) {
    const isTold = error === lost || error instanceof TypeError;
    if (!isTold) return [`lost, and ${String(error)}: ${shown}`];
  }
  return [];
}

/** What a reader makes of a response whose body comes in parts. */
async function readParts(
  { status, headers }: RandomResponse,
  parts: readonly Uint8Array[],
  { read }: OperationModule,
  error?: Error,
): Promise<unknown> {
  let next = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts[next++];
      if (part !== undefined) controller.enqueue(part);
      else if (error === undefined) controller.close();
      else controller.error(error);
    },
  });
  const response = new Response(withoutBody.has(status) ? null : stream, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
  const { body, response: _, ...result } = await read(response);
  const items = await collected(body);
  // Bytes that are not of the charset are told of when they arrive, issues of items when those are read.
  const issues = [true, false].flatMap((isOfBytes) =>
    result.issues.filter(
      ({ keyword }) => (keyword === "charset") === isOfBytes,
    ),
  );
  return { ...result, issues, body: items };
}

async function collected(body: unknown): Promise<unknown> {
  if (body instanceof FormData) return [...body];
  if (body instanceof Blob) return Buffer.from(await body.arrayBuffer());
  if (typeof body !== "object" || body === null) return body;
  if (!(Symbol.asyncIterator in body)) return body;
  const items: unknown[] = [];
  for await (const item of body as AsyncIterable<unknown>) {
    if (item instanceof Uint8Array) items.push(...item);
    else items.push(item);
  }
  return items;
}

function cut(bytes: Uint8Array, size: () => number): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + size();
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}
