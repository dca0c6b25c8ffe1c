import { fileURLToPath } from "node:url";

const bench = fileURLToPath(new URL("../", import.meta.url));

/** A generator whose output for the same operation is weighed. */
export interface Peer {
  /** Where its packages are installed: `bench`, or a folder in it. */
  readonly folder: string;
  /** The packages that the table names, with their versions. */
  readonly packages: readonly string[];
  /** Which of several ways to use them it is. */
  readonly variant?: string;
  /** The script of the generator, in `node_modules`; none where nothing of the bundle is generated. */
  readonly script?: string;
  readonly args?: (
    spec: string,
    out: string,
    config: string,
  ) => readonly string[];
  /** The text of its configuration file. */
  readonly config?: (spec: string, out: string) => string;
  /** What an application imports, from the folder of the output. */
  readonly code: string;
  /** What the bundle leaves to the application or gets wrong; tried with a request to a local `fetch`. */
  readonly lacks: string;
}

const orval = (
  target: (spec: string, out: string) => string,
): Pick<Peer, "folder" | "script" | "args" | "config"> => ({
  folder: `${bench}orval-8/`,
  script: "orval/dist/bin/orval.mjs",
  args: (_spec, _out, config) => ["--config", config],
  config: (spec, out) => `export default { ${target(spec, out)} };`,
});

/** A file for all operations, or for each tag, which is what sheds most of the schemas of others. */
const orvalTarget = (
  spec: string,
  out: string,
  name: string,
  output: string,
): string =>
  `${name}: { input: ${JSON.stringify(spec)}, output: { target: ${JSON.stringify(`${out}/${name}.ts`)}, ${output} } }`;

const heyApi = (
  validator: string,
): Pick<Peer, "folder" | "script" | "args" | "config" | "code"> => ({
  folder: bench,
  script: "@hey-api/openapi-ts/bin/run.js",
  args: (_spec, _out, config) => ["-f", config],
  config: (spec, out) =>
    `export default { input: ${JSON.stringify(spec)}, output: ${JSON.stringify(out)}, plugins: ["@hey-api/client-fetch", "@hey-api/typescript", ${validator}] };`,
  code: 'export { createIncomingPhoneNumber } from "./sdk.gen.ts";',
});

const zodSchemas =
  "CreateIncomingPhoneNumberParams, CreateIncomingPhoneNumberBody, CreateIncomingPhoneNumberResponse";

export const clients: readonly Peer[] = [
  {
    packages: ["orval"],
    ...orval((spec, out) =>
      orvalTarget(spec, out, "client", 'client: "fetch"'),
    ),
    code: 'export { createIncomingPhoneNumber } from "./client.ts";',
    lacks:
      "path not escaped, no server, no credentials; a 400 is typed as the created number",
  },
  {
    folder: bench,
    packages: ["openapi-fetch"],
    code: 'import createClient from "openapi-fetch"; export const { POST } = createClient({ baseUrl: "https://api.twilio.com" });',
    lacks:
      "no credentials, the content type of a form is set by hand; `..` as a path value leads elsewhere",
  },
  {
    packages: ["@hey-api/openapi-ts"],
    ...heyApi('"@hey-api/sdk"'),
    lacks:
      "`€` in a password throws; `..` as a path value leads elsewhere; a 400 has no type",
  },
  {
    folder: bench,
    packages: ["swagger-typescript-api"],
    script: "swagger-typescript-api/dist/cli.mjs",
    args: (spec, out) => [
      ...["generate", "-p", spec, "-o", out],
      ...["--modular", "--module-name-first-tag"],
    ],
    code: 'export { HttpClient } from "./http-client.ts"; export { Api20100401IncomingPhoneNumber } from "./Api20100401IncomingPhoneNumber.ts";',
    lacks:
      "path not escaped, no credentials; a class with all operations of the tag",
  },
];

export const validatingClients: readonly Peer[] = [
  {
    packages: ["orval", "zod"],
    variant: "mini",
    ...orval(
      (spec, out) =>
        `${orvalTarget(spec, out, "client", 'client: "fetch"')}, ${orvalTarget(spec, out, "schemas", 'client: "zod", mode: "tags-split", override: { zod: { variant: "mini" } }')}`,
    ),
    code: `export { createIncomingPhoneNumber } from "./client.ts"; export { ${zodSchemas} } from "./api20100401-incoming-phone-number/api20100401-incoming-phone-number.ts";`,
    lacks:
      "as above, and the schemas are called by hand; a relative URL in an answer is refused",
  },
  {
    packages: ["@hey-api/openapi-ts", "valibot"],
    ...heyApi('{ name: "@hey-api/sdk", validator: "valibot" }, "valibot"'),
    lacks: "as above; an answer that its schema refuses is lost to an error",
  },
  {
    packages: ["@hey-api/openapi-ts", "zod"],
    variant: "mini",
    ...heyApi(
      '{ name: "@hey-api/sdk", validator: "zod" }, { name: "zod", compatibilityVersion: "mini" }',
    ),
    lacks: "the same",
  },
  {
    packages: ["@hey-api/openapi-ts", "zod"],
    ...heyApi('{ name: "@hey-api/sdk", validator: "zod" }, "zod"'),
    lacks: "the same",
  },
  {
    folder: `${bench}kubb-4/`,
    packages: ["@kubb/core", "zod"],
    script: "@kubb/cli/bin/kubb.cjs",
    args: (_spec, _out, config) => ["generate", "--config", config],
    config: (spec) =>
      [
        'import { defineConfig } from "@kubb/core";',
        'import { pluginClient } from "@kubb/plugin-client";',
        'import { pluginOas } from "@kubb/plugin-oas";',
        'import { pluginTs } from "@kubb/plugin-ts";',
        'import { pluginZod } from "@kubb/plugin-zod";',
        `export default defineConfig({ root: ".", input: { path: ${JSON.stringify(spec)} }, output: { path: "out", format: false, lint: false },`,
        'plugins: [pluginOas({ validate: false }), pluginTs(), pluginZod(), pluginClient({ client: "fetch", parser: "zod" })] });',
      ].join("\n"),
    code: 'export { createIncomingPhoneNumber } from "./clients/createIncomingPhoneNumber.ts";',
    lacks:
      "path not escaped, no credentials; the form is sent as JSON; a 400 is read as the created number",
  },
];
