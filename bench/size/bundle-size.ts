import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of a bundle. */
export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
}

/**
 * The size of what an application ships that has this code: bundled and minified by esbuild, then gzipped.
 * @param code a module
 * @param folder where its relative imports start
 */
export async function bundleSize(
  code: string,
  folder: string,
): Promise<BundleSize> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    legalComments: "none",
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return {
    minified: bytes.length,
    gzipped: gzipSync(bytes, { level: 9 }).length,
  };
}
