// Imports every script of folders, and prints the bytes of heap that they hold above what was there before.
// Arguments: the folders. Run with --expose-gc.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

const held = [];
const before = heap();
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder)) {
    held.push(await import(pathToFileURL(`${folder}/${name}`).href));
  }
}
console.log(heap() - before);

function heap() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
