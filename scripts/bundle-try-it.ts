import { writeFileSync } from "node:fs";
import { tryItBundle, tryItBundles } from "./try-it/try-it-bundle.js";

// Bundles the scripts of the panel that sends requests into `templates/docs/try-it/`. They are committed: users have no
// bundler. A test holds them against their sources.

for (const name of Object.keys(tryItBundles)) {
  const target = new URL(`../templates/docs/try-it/${name}`, import.meta.url);
  writeFileSync(target, await tryItBundle(name));
}
