import type { AssertSettings } from "./config.js";

/** Whether a name is among those that assert where their keyword does. */
export function isAssertedName(
  name: string,
  { only, except = [] }: AssertSettings,
): boolean {
  return (only?.includes(name) ?? true) && !except.includes(name);
}
