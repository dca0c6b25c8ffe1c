import * as nodeModule from "node:module";
import { setFlagsFromString } from "node:v8";

// A run lasts seconds and most of its code runs a few times. The V8 of Node 20 optimises so early that this costs a
// third of the processor time and returns nothing; later versions decide better, and know the setting by other names.
// A watch lasts hours, and is told apart before anything else is loaded.
if (process.versions.v8.startsWith("11.") && process.argv[2] !== "watch") {
  setFlagsFromString("--interrupt-budget=3000000");
  // Nearly all that a run makes dies young. To share its collection among threads costs more processor time than it
  // saves to whoever waits, and so does marking beside a run that ends before the marks are of use.
  setFlagsFromString("--no-parallel-scavenge");
  setFlagsFromString("--no-concurrent-marking");
  setFlagsFromString("--semi-space-growth-factor=16");
}

// From Node 22.1 compiled code of the modules loaded from here on is kept in the folder for temporary files.
const { enableCompileCache } = nodeModule as {
  readonly enableCompileCache?: () => unknown;
};
enableCompileCache?.();
