import { writeFileSync } from "node:fs";
import { pageScript, tryItBundle, tryItBundles } from "./page-scripts.js";

// Bundles the scripts of the pages into `templates/docs/`: the one that every page loads, and those of the panel that
// sends requests. They are committed: users have no bundler. A test holds them against their sources.

const folder = new URL("../templates/docs/", import.meta.url);
writeFileSync(new URL("script.js", folder), await pageScript());
for (const name of Object.keys(tryItBundles))
  writeFileSync(new URL(`try-it/${name}`, folder), await tryItBundle(name));
