/** Printed text taken apart at the places of its pieces: text and the numbers of pieces in turn. */
export type PrintedForm = readonly string[];

/** So many forms are handed on at most; the largest descriptions have some hundreds. */
const mostRecorded = 5000;

/**
 * What the printers have printed, by form. An output has thousands of declarations and members in a few hundred
 * forms: what differs in its names, comments and pieces of code alone has the same form, and each form is printed
 * once. Forms hold no text of a description and depend on the version of the generator alone, so that the build can
 * print the common ones, and one run may hand the others to the next: a run that has no new ones loads no compiler.
 */
export class PrintedForms {
  readonly #built = new Map<string, PrintedForm>();
  readonly #printed = new Map<string, PrintedForm>();

  /** The printed form; it is printed where the form is a new one. */
  get(form: string, print: () => PrintedForm): PrintedForm {
    let printed = this.#built.get(form) ?? this.#printed.get(form);
    if (printed === undefined) {
      printed = print();
      this.#printed.set(form, printed);
    }
    return printed;
  }

  /** Takes what the build has printed; it is not recorded. */
  addBuilt(record: FormRecord): void {
    for (const [form, printed] of record) this.#built.set(form, printed);
  }

  /** Takes what another run of the same version has printed. */
  add(record: FormRecord): void {
    for (const [form, printed] of record) this.#printed.set(form, printed);
  }

  /** What another run of the same version can take. */
  record(): FormRecord {
    return [...this.#printed].slice(0, mostRecorded);
  }
}

/** Forms as the cache keeps them. */
export type FormRecord = readonly (readonly [
  form: string,
  printed: PrintedForm,
])[];

/** The forms of this process. */
export const printedForms = new PrintedForms();
