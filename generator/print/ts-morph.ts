import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

let loaded: typeof TsMorph | undefined;

/**
 * ts-morph, loaded at the first call. It is required, not imported: for an import Node first searches the whole
 * bundle for names that it may export, which takes longer than running it.
 */
export function tsMorph(): typeof TsMorph {
  loaded ??= loadTsMorph();
  return loaded;
}

/**
 * ts-morph brings a copy of the whole TypeScript compiler, which printing does not touch and which takes longer to
 * load than a small description to generate. It is given the one that the types load.
 */
function loadTsMorph(): typeof TsMorph {
  const require = createRequire(import.meta.url);
  require("typescript");
  const compiler = require.cache[require.resolve("typescript")];
  const fromTsMorph = createRequire(require.resolve("ts-morph"));
  const fromCommon = createRequire(fromTsMorph.resolve("@ts-morph/common"));
  require.cache[fromCommon.resolve("./typescript")] ??= compiler;
  return require("ts-morph") as typeof TsMorph;
}
