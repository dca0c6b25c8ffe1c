/** A function to measure and what it is given, in turn. */
export interface Contestant {
  readonly check: (value: unknown) => unknown;
  readonly data: readonly unknown[];
}

/** How fast a function is, as a ratio to another: 2 is twice as fast. */
export interface Ratio {
  readonly median: number;
  /** Half of the distance between the quartiles. */
  readonly spread: number;
}

const millisecondsPerTurn = 4;
const millisecondsOfWarmUp = 400;

/**
 * The speed of functions beside that of the limit, in this process. Turns are short and alternate, and each is
 * held against the turns of the limit just before and just after it, so that what else the machine does meets
 * both alike; the median leaves out the turns that were interrupted.
 */
export function compareSpeed(
  limit: Contestant,
  rivals: readonly Contestant[],
  rounds: number,
): Ratio[] {
  const all = [limit, ...rivals];
  const until = now() + millisecondsOfWarmUp * all.length;
  while (now() < until) for (const each of all) turn(each, 50);
  const calls = all.map(callsPerTurn);
  const speedOf = (index: number): number => {
    const count = calls[index] as number;
    return count / turn(all[index] as Contestant, count);
  };
  const ratios = rivals.map((): number[] => []);
  let before = speedOf(0);
  for (let round = 0; round < rounds; round++) {
    ratios.forEach((list, index) => {
      const speed = speedOf(index + 1);
      const after = speedOf(0);
      list.push((2 * speed) / (before + after));
      before = after;
    });
  }
  return ratios.map(summary);
}

let sink = 0;

/** Milliseconds that so many passes over the data take. */
function turn({ check, data }: Contestant, passes: number): number {
  const start = now();
  for (let pass = 0; pass < passes; pass++) {
    for (const each of data) if (check(each)) sink++;
  }
  if (sink < 0) throw new Error("never");
  return now() - start;
}

function callsPerTurn(contestant: Contestant): number {
  let passes = 1;
  while (turn(contestant, passes) < millisecondsPerTurn) passes *= 2;
  return passes;
}

function summary(values: readonly number[]): Ratio {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.floor(sorted.length * part)] ?? NaN;
  return { median: at(0.5), spread: (at(0.75) - at(0.25)) / 2 };
}

/** Milliseconds of processor time of this process, so that a turn does not count while others have the processor. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
