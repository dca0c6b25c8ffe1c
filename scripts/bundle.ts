import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// A part of the build: the generator in some thirty modules. Node takes longer to find, read and link hundreds of
// small ones than to run most of them. What is loaded on demand stays apart. Dependencies are installed. Of
// markdown-it and json-p3, 4 MB with their packages, what is loaded goes into the bundle, with the licenses.

const root = fileURLToPath(new URL("../", import.meta.url));

const { dependencies } = JSON.parse(
  readFileSync(`${root}package.json`, "utf8"),
) as { dependencies: Readonly<Record<string, string>> };

rmSync(`${root}dist`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [
    "generator/bin.ts",
    "generator/index.ts",
    "generator/plugin/plugin.ts",
  ],
  outbase: "generator",
  outdir: "dist",
  bundle: true,
  splitting: true,
  external: [...Object.keys(dependencies), "unplugin"],
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
});
const bundled = new Set(
  Object.keys(metafile.inputs).flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  ),
);
mkdirSync(`${root}dist/licenses`);
for (const name of bundled) {
  const folder = `${root}node_modules/${name}/`;
  const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (license === undefined) throw new Error(`${name} has no license`);
  const file = `${name.replace("/", "-")}.txt`;
  copyFileSync(folder + license, `${root}dist/licenses/${file}`);
}
