const reserved: ReadonlySet<string> = new Set(
  (
    "arguments async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let new null of package " +
    "private protected public return set static super switch this throw true try type typeof undefined var void while " +
    "with yield value at key field item index depth matches matching object string number boolean symbol"
  ).split(" "),
);

/** A name in camelCase for a local variable or constant, made from a name of the spec: ASCII letters and digits. */
export function localName(hint: string): string {
  const words = hint.match(/[A-Za-z]+|\d+/g) ?? [];
  const name = words
    .map((word, index) => {
      const rest = /^[A-Z]+$/.test(word) ? word.toLowerCase() : word;
      return index === 0
        ? rest.charAt(0).toLowerCase() + rest.slice(1)
        : rest.charAt(0).toUpperCase() + rest.slice(1);
    })
    .join("");
  return /^[a-z]/.test(name) && name.length <= 40 ? name : "field";
}

/** The names of the variables of one function, each given out once. */
export class LocalNames {
  readonly #used = new Set<string>();

  /**
   * A variable that stands for the member `hint`. It never looks like a function or constant of the module:
   * those begin with `is` or `collect`, or end in `Pattern`, `Values` or `Value`, perhaps with a number.
   */
  variable(hint: string): string {
    const wanted = localName(hint);
    const safe =
      reserved.has(wanted) ||
      /^(is|collect)[A-Z]|(Pattern|Values?|Issues?|\d)$/.test(wanted) ||
      runtimeNames.has(wanted)
        ? `${wanted.replace(/\d+$/, "")}Field`
        : wanted;
    return this.unused(safe);
  }

  /** The name wanted, or one made of it where it is taken. */
  unused(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#used.has(name); number++) {
      name = `${wanted}${number}`;
    }
    this.#used.add(name);
    return name;
  }
}

/** Functions of the runtime whose names a member of the spec may well have. */
const runtimeNames: ReadonlySet<string> = new Set(
  (
    "failure own equal duplicate hideFound isTooFar codePoints countMembers " +
    "schemaLocation subschemaLocation childLocation propertyLocation itemLocation"
  ).split(" "),
);
