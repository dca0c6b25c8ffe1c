import type { JsonValue } from "../../model/json.js";
import { BlockReader } from "./block-reader.js";
import { Reader } from "./reader.js";
import { uncertain } from "./uncertain.js";

/**
 * Reads the YAML that descriptions are mostly written in, many times faster than `yaml` does: block maps and
 * lists, scalars of every style, simple flow collections, comments. Gives what `yaml` would give, or
 * undefined wherever there could be a doubt: anchors, tags, tabs, directives, duplicate keys, odd numbers, and
 * every fault. `yaml` then decides.
 * @param deepest how many levels of lists and maps are read
 */
export function readPlainYaml(
  text: string,
  deepest: number,
): JsonValue | undefined {
  if (/[\t\u0085\u2028\u2029\ufeff]/.test(text)) return undefined;
  try {
    return new BlockReader(new Reader(text, undefined, deepest)).document();
  } catch (error) {
    if (error === uncertain) return undefined;
    throw error;
  }
}
