import type { OpenMode, OpenSettings } from "./config.js";

/**
 * Whether the enums or the unions that a schema writes are open in responses.
 * @param name its key under `components/schemas`; undefined for schemas of operations and those without a key
 * @param otherwise the mode where the setting names none
 */
export function openModeOf(
  setting: OpenMode | OpenSettings,
  name: string | undefined,
  otherwise: OpenMode,
): OpenMode {
  if (typeof setting === "string") return setting;
  const { default: mode = otherwise, schemas = {} } = setting;
  const own =
    name !== undefined && Object.hasOwn(schemas, name)
      ? schemas[name]
      : undefined;
  return own ?? mode;
}
