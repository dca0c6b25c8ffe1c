const partsByForm = new Map<string, readonly string[]>();

/** A printed form taken apart: its text, and the numbers of its slots (`$0`, `$1`), in turn. */
export function formParts(form: string): readonly string[] {
  let parts = partsByForm.get(form);
  if (parts === undefined) {
    parts = form.split(/\$(\d)/);
    partsByForm.set(form, parts);
  }
  return parts;
}

/** The name of a form, of the words that hold for it. */
export function formName(...words: readonly (string | false)[]): string {
  return words.filter((word) => word !== false).join(" ");
}
