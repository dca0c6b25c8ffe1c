import { fileURLToPath } from "node:url";
import { root } from "../../scripts/measure/measured-run.js";

const peers = fileURLToPath(new URL("node_modules/", import.meta.url));

/** A generator and how it is called. */
export interface Generator {
  readonly title: string;
  /** Package whose version the table names; none for this project. */
  readonly package?: string;
  readonly script: string;
  readonly args: (spec: string, out: string) => readonly string[];
}

/** Ours first. All of them write to a fresh folder; none is told to format its output with another tool. */
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
    package: "openapi-typescript",
    script: `${peers}openapi-typescript/bin/cli.js`,
    args: (spec, out) => [spec, "-o", `${out}/schema.ts`],
  },
  {
    title: "@hey-api/openapi-ts: types, SDK",
    package: "@hey-api/openapi-ts",
    script: `${peers}@hey-api/openapi-ts/bin/run.js`,
    args: (spec, out) => [
      ...["-i", spec, "-o", out, "-c", "@hey-api/client-fetch"],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk"],
    ],
  },
  {
    title: "@hey-api/openapi-ts: types, SDK, zod",
    package: "@hey-api/openapi-ts",
    script: `${peers}@hey-api/openapi-ts/bin/run.js`,
    args: (spec, out) => [
      ...["-i", spec, "-o", out, "-c", "@hey-api/client-fetch"],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk", "zod"],
    ],
  },
  {
    title: "swagger-typescript-api: types, client",
    package: "swagger-typescript-api",
    script: `${peers}swagger-typescript-api/dist/cli.mjs`,
    args: (spec, out) => ["generate", "-p", spec, "-o", out],
  },
  {
    title: "orval: client, zod",
    package: "orval",
    script: `${peers}orval/dist/bin/orval.js`,
    args: (spec, out) => [
      ...["--input", spec, "--output", `${out}/client.ts`],
      ...["--client", "zod"],
    ],
  },
];
