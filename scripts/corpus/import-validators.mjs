// Imports every script of folders, and prints the bytes of heap that they hold above as many empty modules, so that
// what the loader of this version of Node keeps of each module does not count.
// Arguments: an empty folder to write those modules into, and the folders. Run with --expose-gc.
import { readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [emptyFolder, ...folders] = process.argv.slice(2);
const scripts = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => `${folder}/${name}`),
);
const emptyModules = scripts.map((_, index) => {
  const path = `${emptyFolder}/${index}.mjs`;
  writeFileSync(path, "export const nothing = undefined;\n");
  return path;
});

const held = [];
const ofLoader = await heapOf(emptyModules);
console.log((await heapOf(scripts)) - ofLoader);

async function heapOf(paths) {
  const before = heap();
  for (const path of paths) held.push(await import(pathToFileURL(path).href));
  return heap() - before;
}

function heap() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
