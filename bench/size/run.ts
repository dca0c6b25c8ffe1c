import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/measure/measured-run.js";
import {
  markdownTable,
  replaceSection,
} from "../../scripts/measure/replace-section.js";
import { drawChart } from "../draw-chart.js";
import { installPeers, node24, peers } from "../install-peers.js";
import { bundleSize } from "./bundle-size.js";
import { generateInto, ourBundles } from "./our-bundles.js";
import { clients, type Peer, validatingClients } from "./peers.js";

// What one operation of a large description costs in a bundle: minified by esbuild, then gzipped. `--quick` leaves
// the peers out and writes no table.
const spec = `${root}../shared/corpus/twilio-api-v2010.yaml`;
const isQuick = process.argv.includes("--quick");

if (!existsSync(spec)) {
  console.log(
    "SKIPPED: there is no shared/corpus/twilio-api-v2010.yaml beside the checkout",
  );
} else {
  await measure();
}

async function measure(): Promise<void> {
  const rows = await ourRows();
  if (!isQuick) {
    installPeers();
    for (const peer of [...clients, ...validatingClients])
      rows.push(await peerRow(peer));
  }
  const table = markdownTable([
    ["`CreateIncomingPhoneNumber`", "minified", "gzipped", "goal", "lacks"],
    ...rows,
  ]);
  console.log(table);
  if (isQuick) return;
  const chart = drawChart("size", {
    title: "One operation of Twilio's in a bundle",
    unit: "bytes, minified and gzipped",
    logarithmic: true,
    groups: rows.map(([title = ""]) => title),
    series: [
      {
        name: "bundle",
        values: rows.map(([, , gzipped]) => Number.parseInt(gzipped ?? "", 10)),
      },
    ],
  });
  const page = `${root}docs/benchmarks.md`;
  replaceSection(page, "size", `${table}\n\n${chart}`);
}

async function ourRows(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-size-"));
  await generateInto(folder, spec);
  const rows: string[][] = [];
  for (const { title, code, limit } of ourBundles) {
    const { minified, gzipped } = await bundleSize(code, folder);
    const goal = limit === undefined ? "" : `${limit} B`;
    rows.push([
      `specwright: ${title}`,
      `${minified} B`,
      `${gzipped} B`,
      goal,
      "",
    ]);
  }
  return rows;
}

/** Generates with a peer, under the Node of the npm package of that name, and weighs what comes of it. */
async function peerRow(peer: Peer): Promise<string[]> {
  const work = `${peer.folder}node_modules/.work`;
  const out = `${work}/out`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const config = `${work}/config.mjs`;
  if (peer.config !== undefined) writeFileSync(config, peer.config(spec, out));
  if (peer.script !== undefined) {
    const args = peer.args?.(spec, out, config) ?? [];
    const { status, stdout, stderr } = spawnSync(
      node24,
      [`${peer.folder}node_modules/${peer.script}`, ...args],
      { cwd: work, encoding: "utf8" },
    );
    if (status !== 0)
      throw new Error(`${peer.packages.join()}: ${stdout}${stderr}`);
  }
  const { minified, gzipped } = await bundleSize(peer.code, out);
  const versions = peer.packages.map(
    (name) => `${name} ${versionOf(name, peer)}`,
  );
  const variant = peer.variant === undefined ? "" : ` ${peer.variant}`;
  return [
    `${versions.join(" + ")}${variant}`,
    `${minified} B`,
    `${gzipped} B`,
    "",
    peer.lacks,
  ];
}

function versionOf(name: string, { folder }: Peer): string {
  const own = `${folder}node_modules/${name}/package.json`;
  const path = existsSync(own) ? own : `${peers}${name}/package.json`;
  const { version } = JSON.parse(readFileSync(path, "utf8")) as {
    version: string;
  };
  return version;
}
