import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { compileValidators } from "../../test/validators/compile-validators.js";
import { root } from "../../scripts/measure/measured-run.js";
import { subjectDescription } from "./subjects.js";

const runtime = resolve(root, "templates/runtime");

/** Bytes of one exported function of the endpoint's body with all that it needs, minified and gzipped. */
export async function validatorBytes(
  exported: "isBody" | "validateBody",
  assert: "everywhere" | "nowhere",
): Promise<number> {
  const [compiled] = await compileValidators([
    {
      document: subjectDescription(),
      settings: { formats: { assert, except: [] } },
    },
  ]);
  const modules = compiled?.modules ?? new Map<string, string>();
  const result = await build({
    stdin: { contents: `export { ${exported} } from "/schemas/body.ts";` },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [
      {
        name: "memory",
        setup(bundler) {
          bundler.onResolve({ filter: /.*/ }, ({ path, importer }) => {
            const name = path.replace(/\.js$/, ".ts");
            const inRuntime = /\/runtime\/([\w-]+\.ts)$/.exec(name)?.[1];
            const sideEffects = false;
            if (inRuntime !== undefined) {
              return { path: resolve(runtime, inRuntime), sideEffects };
            }
            if (importer.startsWith(runtime)) {
              return { path: resolve(runtime, name), sideEffects };
            }
            const found = resolve(importer, "..", name);
            return { path: found, namespace: "memory", sideEffects };
          });
          bundler.onLoad({ filter: /.*/, namespace: "memory" }, ({ path }) => ({
            contents: modules.get(path.slice(1)) ?? "",
            loader: "ts",
          }));
        },
      },
    ],
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("nothing bundled");
  return gzipSync(file.contents, { level: 9 }).length;
}
