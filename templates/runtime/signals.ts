/** A signal that aborts with the first of several; undefined if there is none. */
export function anySignal(
  ...signals: readonly (AbortSignal | undefined)[]
): AbortSignal | undefined {
  const [first, ...others] = signals.filter((signal) => signal !== undefined);
  return first === undefined || others.length === 0
    ? first
    : AbortSignal.any([first, ...others]);
}

/** Does something that ends, at the latest, when the signal aborts: it rejects with the signal's reason then. */
export async function orAborted<T>(
  signal: AbortSignal | undefined,
  action: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return action();
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  });
  try {
    return await (signal.aborted ? aborted : Promise.race([action(), aborted]));
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** True for a time that timers can wait, at most 23 days: longer ones are over at once on most platforms. */
export function canEnd(
  milliseconds: number | undefined,
): milliseconds is number {
  return Number(milliseconds) <= 2e9;
}

/** A signal that aborts with a `TimeoutError` after so many milliseconds, unless it is cleared. */
export function deadlineIn(milliseconds: number): {
  readonly signal: AbortSignal;
  readonly clear: () => void;
} {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    const message = "the response did not begin in time";
    controller.abort(new DOMException(message, "TimeoutError"));
  }, milliseconds);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
