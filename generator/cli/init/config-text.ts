/** What a new configuration says. Paths are from its folder. */
export interface NewConfig {
  readonly spec: string;
  readonly out: string;
  /** Why imports end as they do, if the surroundings decide: `tsconfig.json, moduleResolution: bundler`. */
  readonly importsAsIn?: string;
}

/**
 * The text of a new configuration file.
 * @param language `js` for a file that the project's compiler must not see
 */
export function configText(
  { spec, out, importsAsIn = "a package of its own" }: NewConfig,
  language: "ts" | "js",
): string {
  const options = `{
  // The OpenAPI description: a path from this folder, or a URL.
  spec: ${JSON.stringify(spec)},

  // The output folder. Do not edit the files in it: the next run overwrites them.
  out: ${JSON.stringify(out)},

  // The ending of relative imports: ".js", ".ts" or "none".
  // "auto", the default, follows your tsconfig.json or deno.json (now: ${importsAsIn}).
  // importExtension: "auto",

  // Parts to leave out: the reference pages, the Standard Schemas.
  // parts: { docs: false, standard: false },

  // Types of your own: every digit of an int64, and dates as Date.
  // types: { formats: { int64: "bigint", "date-time": "Date" } },

  // Treat warnings as errors.
  // strict: true,

  // All options: node_modules/specwright/docs/extensions.md
}`;
  const lines =
    language === "ts"
      ? [
          'import { defineConfig } from "specwright";',
          "",
          `export default defineConfig(${options});`,
        ]
      : [
          "// @ts-check",
          "",
          '/** @import { Config } from "specwright" */',
          "/** @type {Config} */",
          `export default ${options};`,
        ];
  return `${lines.join("\n")}\n`;
}
