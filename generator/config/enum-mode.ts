import type { EnumMode, OutputSettings } from "./config.js";

/**
 * Whether the enums that a schema writes are open in responses.
 * @param name its key under `components/schemas`; undefined for schemas of operations and those without a key
 */
export function enumModeOf(
  enums: OutputSettings["enums"],
  name: string | undefined,
): EnumMode {
  if (typeof enums === "string") return enums;
  const { default: mode = "open", schemas = {} } = enums;
  const own =
    name !== undefined && Object.hasOwn(schemas, name)
      ? schemas[name]
      : undefined;
  return own ?? mode;
}
