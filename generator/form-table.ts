import { readFileSync } from "node:fs";
import { printedForms, type FormRecord } from "./code/printed-forms.js";

/**
 * Makes the forms known that the build has printed (`scripts/print-forms.ts`). Run from its sources specwright has
 * no table, and prints every form itself.
 */
export function useFormTable(): void {
  let text: string;
  try {
    text = readFileSync(new URL("printed-forms.json", import.meta.url), "utf8");
  } catch {
    return;
  }
  printedForms.addBuilt(JSON.parse(text) as FormRecord);
}
