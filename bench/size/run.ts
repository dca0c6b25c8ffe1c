import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { makeOutput } from "../../generator/make-output.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";

// What one operation of a large description costs in a bundle: minified by esbuild, then gzipped.
const spec = fileURLToPath(
  new URL("../../../shared/corpus/twilio-api-v2010.yaml", import.meta.url),
);
const page = fileURLToPath(
  new URL("../../docs/benchmarks.md", import.meta.url),
);
const operation = "operations/create-incoming-phone-number.ts";

/** What is bundled: an export of the operation's module, or of another one. */
const builder = `export { createIncomingPhoneNumber } from "./${operation}";`;
const validator = `export { validateCreateIncomingPhoneNumber } from "./${operation}";`;
const reader = `export { readCreateIncomingPhoneNumber } from "./${operation}";`;
const sender = 'export { send } from "./runtime/send.ts";';

const bundles: readonly (readonly [what: string, code: string])[] = [
  ["the builder", builder],
  ["with the collecting validator", builder + validator],
  ["the builder and the sender", builder + sender],
  ["the builder, the reader and the sender", builder + reader + sender],
  ["all four", builder + validator + reader + sender],
];

if (!existsSync(spec)) {
  console.log(
    "SKIPPED: there is no shared/corpus/twilio-api-v2010.yaml beside the checkout",
  );
} else {
  await measure();
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-size-"));
  try {
    const { files = [] } = await makeOutput({
      spec,
      settings: { docs: false },
    });
    for (const { path, text } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const cells = [["`CreateIncomingPhoneNumber`", "minified", "gzipped"]];
    for (const [what, contents] of bundles) {
      const bytes = await bundle(contents, folder);
      const zipped = gzipSync(bytes, { level: 9 }).length;
      cells.push([what, `${bytes.length} B`, `${zipped} B`]);
    }
    const table = markdownTable(cells);
    console.log(table);
    replaceSection(page, "size", table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(contents: string, folder: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
