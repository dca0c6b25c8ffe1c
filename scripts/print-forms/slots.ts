/** What stands for a piece of code in what is given to a printer: a name that no syntax has a meaning for. */
export function slot(number: number): string {
  return `__slot${number}__`;
}

/** Printed text with `$0`, `$1` and so on in the places of its slots; one that is a comment takes its line. */
export function withSlots(text: string): string {
  return text.replace(/(?:\/\*)?__slot(\d)__(?:\*\/\n?)?/gu, "$$$1");
}
