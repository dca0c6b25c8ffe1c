import type { Waiver } from "../../../model/waivers.js";
import { waivedNames } from "../../validators/waived-names.js";
import type { ExampleSettings } from "./definition-examples.js";

/**
 * What one side of the wire never sees is not required there: `readOnly` in requests, `writeOnly` in responses.
 * Undefined for values as they are written.
 * @param onWaived is called when that decides
 */
export function waiverOf(
  { api, view }: ExampleSettings,
  onWaived: () => void,
): Waiver | undefined {
  if (view === "written") return undefined;
  return (schema, name) => {
    const isWaived = waivedNames(schema, view, api).has(name);
    if (isWaived) onWaived();
    return isWaived;
  };
}
