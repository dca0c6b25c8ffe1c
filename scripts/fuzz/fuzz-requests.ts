import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import {
  compileInto,
  type CompiledOutput,
  operationOf,
} from "../../test/wire/compile-into.js";
import type { ReceivedRequest } from "../../test/wire/play-server.js";
import {
  nestedDocument,
  nestedSettings,
  roundTripDocument,
} from "../../test/wire/round-trip-document.js";
import { type CheckTrip, roundTrips } from "../../test/wire/round-trips.js";
import { newFolder } from "./new-folder.js";
import type { Finished, FuzzRun } from "./kinds.js";

const runsPerTrip = 50;

/** Random valid inputs of builders: what another parser reads of each request is the input. */
export async function fuzzRequests(folder: string): Promise<FuzzRun> {
  const plain = newFolder(folder, "plain");
  const brackets = newFolder(folder, "nested");
  const output = await compileInto(plain, roundTripDocument);
  const nested = await compileInto(brackets, nestedDocument, nestedSettings);
  return {
    async check(seed): Promise<Finished> {
      const trips = roundTrips(checkTrips(output, nested, seed));
      const faults: string[] = [];
      for (const [name, check] of trips) {
        const fault = await check();
        if (fault !== undefined) faults.push(`${name}: ${fault}`);
      }
      return { faults, counts: { requests: trips.size * runsPerTrip } };
    },
  };
}

function checkTrips(
  output: CompiledOutput,
  nested: CompiledOutput,
  seed: number,
): CheckTrip<Promise<string | undefined>> {
  return async (id, values, input, parse, from) => {
    const { operations, runtime } = from === "nested" ? nested : output;
    const { build, validate } = operationOf({ operations }, id);
    const property = fc.asyncProperty(values, async (value) => {
      if (!validate(input(value)).ok) return false;
      const request = runtime.toRequest(build(input(value)), {
        baseUrl: "http://a.example",
      });
      const parsed = JSON.stringify(await parse(await received(request)));
      // Parsers give objects without a prototype as well.
      return isDeepStrictEqual(JSON.parse(parsed), value);
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, {
      seed,
      numRuns: runsPerTrip,
    });
    return failed
      ? `${JSON.stringify(counterexample)} ${String(errorInstance ?? "")}`
      : undefined;
  };
}

/** A request as a server of Node would get it. */
async function received(request: Request): Promise<ReceivedRequest> {
  const { origin } = new URL(request.url);
  return {
    method: request.method,
    url: request.url.slice(origin.length),
    headers: Object.fromEntries(request.headers),
    body: Buffer.from(await request.arrayBuffer()),
  };
}
