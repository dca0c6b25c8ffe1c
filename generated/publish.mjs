// Run by npm around `npm pack` and `npm publish`. In a workspace the entries of this package lead to its
// sources; in the published package they lead to what `npm run build` made of them. pnpm and Yarn read
// `publishConfig` themselves; for npm this script puts it in force and takes it back.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const current = new URL("package.json", import.meta.url);
// npm never packs a file of this ending.
const saved = new URL("package.json.orig", import.meta.url);

if (existsSync(saved)) renameSync(saved, current);
if (process.argv[2] === "before") {
  const text = readFileSync(current, "utf8");
  const { publishConfig, ...rest } = JSON.parse(text);
  const published = { ...rest, exports: publishConfig.exports };
  writeFileSync(saved, text);
  writeFileSync(current, `${JSON.stringify(published, null, 2)}\n`);
}
