/** The stages of a run, in their order. */
export type Stage =
  | "cache"
  | "read"
  | "resolve"
  | "model"
  | "names"
  | "emit"
  | "print"
  | "transpile"
  | "format"
  | "manifest"
  | "compare"
  | "write";

/** How long one stage took. */
export interface StageTiming {
  readonly stage: Stage;
  /** In milliseconds of wall-clock time. */
  readonly milliseconds: number;
}

/** Measures the stages of a run and says when each begins. A stage that runs in parts is measured as one. */
export class StageClock {
  readonly #milliseconds = new Map<Stage, number>();
  readonly #onStage: ((stage: Stage) => void) | undefined;

  constructor(onStage?: (stage: Stage) => void) {
    this.#onStage = onStage;
  }

  async run<T>(stage: Stage, action: () => T | Promise<T>): Promise<T> {
    this.#onStage?.(stage);
    const start = performance.now();
    try {
      return await action();
    } finally {
      const before = this.#milliseconds.get(stage) ?? 0;
      this.#milliseconds.set(stage, before + performance.now() - start);
    }
  }

  /** In the order in which the stages first began. */
  get timings(): readonly StageTiming[] {
    return [...this.#milliseconds].map(([stage, milliseconds]) => ({
      stage,
      milliseconds,
    }));
  }
}
