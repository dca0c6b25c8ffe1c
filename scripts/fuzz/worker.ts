import { fuzzKinds, type Finished, type KindName } from "./kinds.js";

/** What a worker tells of a seed: that it begins, or what came of it. */
export type WorkerMessage =
  | { readonly kind: "begin"; readonly seed: number }
  | ({ readonly kind: "end"; readonly seed: number } & Finished);

const [name = "", from = "", to = "", folder = ""] = process.argv.slice(2);
const kind = fuzzKinds[name as KindName];
const run = await kind(folder);
for (let seed = Number(from); seed < Number(to); seed++) {
  tell({ kind: "begin", seed });
  tell({ kind: "end", seed, ...(await run.check(seed)) });
}
const last = Number(to) - 1;
tell({ kind: "begin", seed: last });
const rest = (await run.finish?.()) ?? { faults: [], counts: {} };
tell({ kind: "end", seed: last, ...rest });
process.disconnect();

function tell(message: WorkerMessage): void {
  process.send?.(message);
}
