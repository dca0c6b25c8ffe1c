import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";
import { playServer } from "./play-server.js";
import {
  nestedDocument,
  nestedSettings,
  roundTripDocument,
} from "./round-trip-document.js";
import { type CheckTrip, roundTrips } from "./round-trips.js";

let output: CompiledOutput;
let nested: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(roundTripDocument);
  nested = await compileOutput(nestedDocument, nestedSettings);
});

const runs = { numRuns: 500 };

/** Sends values one after the other over a socket and compares what `parse` makes of them. */
const overSocket: CheckTrip<Promise<void>> = async (
  id,
  values,
  input,
  parse,
  from,
) => {
  const { operations, runtime } = from === "nested" ? nested : output;
  const server = await playServer((response) => response.writeHead(204).end());
  const { build, validate } = operationOf({ operations }, id);
  const property = fc.asyncProperty(values, async (value) => {
    expect(validate(input(value))).toMatchObject({ ok: true });
    const sent: Response = await runtime.send(build(input(value)), {
      baseUrl: server.url,
    });
    expect(sent.status).toBe(204);
    const received = server.received.at(-1);
    if (received === undefined) throw new Error("nothing came");
    expect(await parse(received)).toEqual(value);
  });
  await fc.assert(property, runs);
};

test.each([...roundTrips(overSocket)])("%s", (_, check) => check());
