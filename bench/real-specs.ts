import { existsSync } from "node:fs";
import { root } from "../scripts/measure/measured-run.js";

const corpus = `${root}../shared/corpus/`;

const specs: readonly (readonly [title: string, path: string])[] = [
  ["one operation", `${root}spec/openapi.yaml`],
  ["twilio, 1.5 MB YAML", `${corpus}twilio-api-v2010.yaml`],
  ["openai, 3 MB YAML", `${corpus}openai.yaml`],
  ["box, 1.8 MB JSON", `${corpus}box.json`],
  ["github, 13 MB JSON", `${corpus}github.json`],
];

/**
 * The descriptions that the tables have a column for, as far as they are there.
 * @param isQuick the first two alone
 */
export function realSpecs(
  isQuick: boolean,
): readonly (readonly [title: string, path: string])[] {
  return specs
    .slice(0, isQuick ? 2 : undefined)
    .filter(([, path]) => existsSync(path));
}
