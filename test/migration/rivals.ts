/** Another generator, as somebody uses it who has not moved yet. */
export interface Rival {
  /** The folder in examples/migration, and a part of the heading in docs/migration.md. */
  readonly name: string;
  /** The packages whose versions the guide names. */
  readonly packages: readonly string[];
  /** The program of the package, which `node_modules` starts from. */
  readonly script: string;
  readonly args: readonly string[];
  /** Present where it is not Node that runs the program. */
  readonly runner?: readonly [program: string, ...args: string[]];
  /** Further files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The version of OpenAPI that it reads at most, where it does not read 3.1. */
  readonly openapi?: string;
}

/** Each reads `openapi.yaml` and writes `api/`. */
export const rivals: readonly Rival[] = [
  {
    name: "openapi-fetch",
    packages: ["openapi-typescript", "openapi-fetch"],
    script: "openapi-typescript/bin/cli.js",
    args: ["openapi.yaml", "-o", "api/schema.ts"],
  },
  {
    name: "hey-api",
    packages: ["@hey-api/openapi-ts"],
    script: "@hey-api/openapi-ts/bin/run.js",
    args: [
      ...["-i", "openapi.yaml", "-o", "api", "-c", "@hey-api/client-fetch"],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk"],
    ],
  },
  {
    name: "orval",
    packages: ["orval"],
    script: "orval/dist/bin/orval.mjs",
    args: ["--config", "orval.config.mjs"],
    files: {
      "orval.config.mjs": `export default {
  orders: {
    input: "openapi.yaml",
    output: {
      target: "api/client.ts",
      client: "fetch",
      override: { mutator: { path: "mutator.ts", name: "send" } },
    },
  },
};
`,
    },
  },
  {
    name: "kubb",
    packages: ["@kubb/core", "@kubb/plugin-ts", "@kubb/plugin-client"],
    script: "@kubb/cli/bin/kubb.cjs",
    args: ["generate"],
    files: {
      "kubb.config.js": `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

export default defineConfig({
  input: { path: "openapi.yaml" },
  output: { path: "api", format: false, lint: false, extension: { ".ts": ".js" } },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs(),
    pluginClient({ client: "fetch", bundle: true }),
  ],
});
`,
    },
  },
  {
    name: "openapi-generator",
    packages: ["@openapitools/openapi-generator-cli"],
    script: "@openapitools/openapi-generator-cli/bin/openapi-generator.jar",
    runner: ["java", "-jar"],
    args: [
      ...["generate", "-i", "openapi.yaml", "-o", "api"],
      ...["-g", "typescript-fetch"],
      "--additional-properties=typescriptThreePlus=true",
    ],
    openapi: "3.0.3",
  },
];
