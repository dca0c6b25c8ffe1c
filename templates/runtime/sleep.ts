import { orAborted } from "./signals.js";

/**
 * Waits, at most 23 days: longer times are over at once on most platforms. Rejects with the signal's reason if it
 * aborts; neither a timer nor a listener is left behind.
 */
export async function sleep(
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = Math.min(milliseconds, 2e9);
  try {
    await orAborted(
      signal,
      () => new Promise((resolve) => (timer = setTimeout(resolve, wait))),
    );
  } finally {
    clearTimeout(timer);
  }
}
