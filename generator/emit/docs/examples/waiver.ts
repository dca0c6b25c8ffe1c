import type { Waiver } from "../../../model/waivers.js";
import { waivedNames } from "../../validators/waived-names.js";
import type { ExampleSettings } from "./definition-examples.js";

/**
 * What one side of the wire never sees is not required there: `readOnly` in requests, `writeOnly` in responses. Values
 * as they are written have all that is required.
 * @param onAsked is called when it matters which side it is, whatever the answer
 */
export function waiverOf(
  { api, view }: ExampleSettings,
  onAsked: () => void,
): Waiver {
  return (schema, name) => {
    onAsked();
    return view !== "written" && waivedNames(schema, view, api).has(name);
  };
}
