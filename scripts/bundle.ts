import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// A part of the build: the generator in some thirty modules. Node takes longer to find, read and link hundreds of
// small ones than to run most of them. What is loaded on demand stays apart. Of highlight.js, 10 MB for 190 languages, the
// four that the pages have go into the bundle; every other package is installed.

const root = fileURLToPath(new URL("../", import.meta.url));

const { dependencies } = JSON.parse(
  readFileSync(`${root}package.json`, "utf8"),
) as { dependencies: Readonly<Record<string, string>> };

rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["generator/bin.ts", "generator/index.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  external: Object.keys(dependencies),
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
});
copyFileSync(
  `${root}node_modules/highlight.js/LICENSE`,
  `${root}dist/highlight.js-LICENSE`,
);
