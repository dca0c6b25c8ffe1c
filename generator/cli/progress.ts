import type { Stage } from "../stages.js";
import type { Terminal } from "./terminal.js";

const quietMilliseconds = 1000;

const words: Readonly<Record<Stage, string>> = {
  cache: "looking for changes",
  read: "reading",
  resolve: "following references",
  model: "building the model",
  names: "choosing names",
  emit: "making files",
  print: "printing",
  transpile: "translating into JavaScript",
  format: "formatting",
  manifest: "making the manifest",
  compare: "comparing",
  write: "writing",
};

/** Shows the stage of a run that has taken more than a second. Says nothing in a pipe. */
export function stageProgress(terminal: Terminal): (stage: Stage) => void {
  const start = performance.now();
  return (stage) => {
    const elapsed = performance.now() - start;
    if (elapsed < quietMilliseconds) return;
    terminal.progress(`${(elapsed / 1000).toFixed(1)} s  ${words[stage]} …`);
  };
}
