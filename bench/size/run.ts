import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { bundleSize } from "./bundle-size.js";
import { generateInto, ourBundles } from "./our-bundles.js";

// What one operation of a large description costs in a bundle: minified by esbuild, then gzipped.
const spec = `${root}../shared/corpus/twilio-api-v2010.yaml`;

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
    await generateInto(folder, spec);
    const cells = [
      ["`CreateIncomingPhoneNumber`", "minified", "gzipped", "goal"],
    ];
    for (const { title, code, limit } of ourBundles) {
      const { minified, gzipped } = await bundleSize(code, folder);
      const goal = limit === undefined ? "" : `${limit} B`;
      cells.push([title, `${minified} B`, `${gzipped} B`, goal]);
    }
    const table = markdownTable(cells);
    console.log(table);
    replaceSection(`${root}docs/benchmarks.md`, "size", table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
