import {
  layers,
  worse,
  type ChangeDirection,
  type Direction,
  type Layer,
  type Verdict,
} from "./verdict.js";
import { catalogue, type KindCode } from "./kinds/catalogue.js";

/** A difference as the comparison reports it. Places are written as the model writes them: file, `#`, JSON Pointer. */
export interface Finding {
  readonly kind: KindCode;
  readonly old?: string;
  readonly new?: string;
  readonly reason: string;
  /** Where the case decides, in place of what the catalogue says of the direction. */
  readonly verdict?: Verdict;
  /** Layers besides those of the kind. */
  readonly layers?: readonly Layer[];
  readonly fix?: string;
}

/** Takes what the comparison finds. */
export type Report = (finding: Finding) => void;

/** A finding with the directions and the operations in which it was made. */
export interface MergedFinding extends Finding {
  readonly verdict: Verdict;
  readonly layers: readonly Layer[];
  readonly direction: ChangeDirection;
  /** Pointers of operations of the new description, or of the old one for what it no longer has. */
  readonly operations: ReadonlySet<string>;
}

interface Open {
  finding: Finding;
  verdict: Verdict;
  readonly layers: Set<Layer>;
  readonly directions: Set<Direction>;
  readonly operations: Set<string>;
}

/** Joins findings of one place: found from both sides of the wire, or in many operations, they are one. */
export class Findings {
  readonly #byKey = new Map<string, Open>();

  /** Adds a finding of both sides of the wire. */
  addToBoth(finding: Finding, operations: readonly string[]): void {
    this.add(finding, "request", operations);
    this.add(finding, "response", operations);
  }

  /** @param direction absent for what is of no side, such as a name */
  add(
    finding: Finding,
    direction: Direction | undefined,
    operations: Iterable<string>,
  ): void {
    const { kind } = finding;
    const key = keyOf(finding);
    const verdict = finding.verdict ?? verdictOf(kind, direction);
    let open = this.#byKey.get(key);
    if (open === undefined) {
      open = {
        finding,
        verdict,
        layers: new Set(catalogue[kind].layers),
        directions: new Set(),
        operations: new Set(),
      };
      this.#byKey.set(key, open);
    }
    if (worse(open.verdict, verdict) !== open.verdict) open.finding = finding;
    open.verdict = worse(open.verdict, verdict);
    for (const layer of finding.layers ?? []) open.layers.add(layer);
    if (direction !== undefined) open.directions.add(direction);
    for (const operation of operations) open.operations.add(operation);
  }

  /** True if the same was found where an operation leads. */
  isReached(finding: Finding): boolean {
    const known = this.#byKey.get(keyOf(finding));
    return known !== undefined && known.operations.size > 0;
  }

  /** True if an operation is known to break. */
  breaks(operation: string): boolean {
    return [...this.#byKey.values()].some(
      ({ verdict, operations }) =>
        verdict === "major" && operations.has(operation),
    );
  }

  /** The worst verdict so far. */
  get worst(): Verdict {
    return [...this.#byKey.values()].reduce<Verdict>(
      (worst, { verdict }) => worse(worst, verdict),
      "none",
    );
  }

  /** All findings, in the order in which they were made first. */
  merged(): MergedFinding[] {
    return [...this.#byKey.values()].map((open) => ({
      ...open.finding,
      verdict: open.verdict,
      layers: layers.filter((layer) => open.layers.has(layer)),
      direction: directionOf(open),
      operations: open.operations,
    }));
  }
}

/** What is new is one change wherever it came in, and what is gone is one wherever it was. */
function keyOf({ kind, old, new: fresh }: Finding): string {
  if (kind.endsWith("-added") && fresh !== undefined) {
    return JSON.stringify([kind, fresh]);
  }
  return kind.endsWith("-removed") && old !== undefined
    ? JSON.stringify([kind, old])
    : JSON.stringify([kind, old, fresh]);
}

/** A kind of no direction has the worse of its verdicts. */
function verdictOf(kind: KindCode, direction: Direction | undefined): Verdict {
  const { request, response } = catalogue[kind];
  if (direction === undefined) return worse(request, response);
  return direction === "request" ? request : response;
}

/** Of a schema that no operation reaches, both sides are compared; it has none. */
function directionOf({ directions, operations }: Open): ChangeDirection {
  if (operations.size === 0) return "none";
  const [first = "none", second] = directions;
  return second === undefined ? first : "both";
}
