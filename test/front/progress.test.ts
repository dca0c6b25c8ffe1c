import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stageProgress } from "../../generator/cli/progress.js";
import type { Terminal } from "../../generator/cli/terminal.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

it("names the stage of a run that takes more than a second, and no earlier one", () => {
  const shown: string[] = [];
  const terminal = { progress: (text: string) => void shown.push(text) };
  const progress = stageProgress(terminal as Terminal);
  progress("read");
  vi.advanceTimersByTime(900);
  progress("model");
  vi.advanceTimersByTime(700);
  progress("emit");
  vi.advanceTimersByTime(2000);
  progress("format");
  expect(shown).toEqual(["1.6 s  making files …", "3.6 s  formatting …"]);
});
