import { fileURLToPath } from "node:url";
import { type RunOptions, root } from "../../scripts/measure/measured-run.js";
import { peers } from "../install-peers.js";

const newest = fileURLToPath(
  new URL("../newest/node_modules/", import.meta.url),
);
const kubb4 = fileURLToPath(new URL("../kubb-4/", import.meta.url));
const kubb5 = fileURLToPath(new URL("../kubb-5/", import.meta.url));

/** A generator and how it is called. */
export interface Generator {
  readonly title: string;
  /** Folder of the package whose version the table names; none for this project. */
  readonly package?: string;
  readonly script: string;
  readonly args: (spec: string, out: string) => readonly string[];
  readonly run?: (spec: string, out: string) => RunOptions;
}

/**
 * Ours first. All of them run on Node 24, which the newest versions want, and write to a fresh folder; none is told to
 * format its output with another tool.
 */
export const generators: readonly Generator[] = [
  {
    title: "specwright: types, builders, validators, readers, docs",
    script: `${root}dist/bin.js`,
    args: (spec, out) => ["generate", spec, "--out", out],
  },
  {
    title: "specwright without docs",
    script: `${root}dist/bin.js`,
    args: (spec, out) => ["generate", spec, "--out", out, "--no-docs"],
  },
  {
    title: "openapi-typescript: types",
    package: `${newest}openapi-typescript`,
    script: `${newest}openapi-typescript/bin/cli.js`,
    args: (spec, out) => [spec, "-o", `${out}/schema.ts`],
  },
  {
    title: "@hey-api/openapi-ts: types, SDK",
    package: `${newest}@hey-api/openapi-ts`,
    script: `${newest}@hey-api/openapi-ts/bin/run.js`,
    args: (spec, out) => [
      ...["-i", spec, "-o", out],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk"],
    ],
  },
  {
    title: "@hey-api/openapi-ts: types, SDK, zod",
    package: `${newest}@hey-api/openapi-ts`,
    script: `${newest}@hey-api/openapi-ts/bin/run.js`,
    args: (spec, out) => [
      ...["-i", spec, "-o", out],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk", "zod"],
    ],
  },
  {
    title: "Kubb 5: zod alone",
    package: `${kubb5}node_modules/kubb`,
    script: `${kubb5}node_modules/kubb/bin/kubb.js`,
    args: () => ["generate"],
    run: (spec, out) => ({
      cwd: kubb5,
      environment: { BENCH_SPEC: spec, BENCH_OUT: out },
    }),
  },
  {
    title: "Kubb 4: types, client, zod",
    package: `${kubb4}node_modules/@kubb/cli`,
    script: `${kubb4}node_modules/@kubb/cli/bin/kubb.cjs`,
    args: () => ["generate"],
    run: (spec, out) => ({
      cwd: kubb4,
      environment: { BENCH_SPEC: spec, BENCH_OUT: out },
    }),
  },
  {
    title: "swagger-typescript-api: types, client",
    package: `${peers}swagger-typescript-api`,
    script: `${peers}swagger-typescript-api/dist/cli.mjs`,
    args: (spec, out) => ["generate", "-p", spec, "-o", out],
  },
  {
    title: "orval: client, zod",
    package: `${newest}orval`,
    script: `${newest}orval/dist/bin/orval.mjs`,
    args: (spec, out) => [
      ...["--input", spec, "--output", `${out}/client.ts`],
      ...["--client", "zod"],
    ],
  },
];
