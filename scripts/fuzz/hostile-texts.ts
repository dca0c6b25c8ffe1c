import type { Choices } from "../../test/validators/choices.js";

/** Never the name of anything: where it is found as code, text of a description has become code. */
export const markerName = "__pwned";
const marker = `globalThis.${markerName}=1`;

const breakouts = [
  `"+(${marker})+"`,
  `'+(${marker})+'`,
  `\`+(${marker})+\``,
  `\${${marker}}`,
  `*/${marker}/*`,
  `**//*/ ${marker} /*`,
  `\u2028${marker}\u2029`,
  `\n${marker}\n`,
  `\r${marker};//`,
  `// ${marker}`,
  `\\";${marker};"`,
  `\\\u0060;${marker}`,
  `/;${marker};/`,
  `[/]${marker}`,
  `</script><script>${marker}</script>`,
  `--><x${markerName} on${markerName}="1"><!--`,
  `"><x${markerName}>`,
  `' on${markerName}=1 '`,
  `<img src=x onerror="${marker}">`,
  `[a](javascript:${marker})`,
  `![a](data:text/html,${marker})`,
  `<javascript:${marker}>`,
  "```\n</code></pre><script>1</script>",
  `{@link ${marker}} @type {any} @deprecated`,
  `]]>${marker}`,
  `};${marker};{`,
  `import("data:text/javascript,${marker}")`,
];

/** Halves of surrogate pairs, which a description is refused for. */
const illFormed = ["\ud800", "a\udfffb", "\ud83d\ude00\ud83d"];

const odd = [
  "\u202eabc\u2066",
  "\u0000",
  "\u0001\u001b[31mred",
  "\ufeff",
  "\u200b",
  "\ue0000\ue001",
  "\t",
  " ",
  "",
  "😀",
  "é",
  "e\u0301",
  "ﬁ",
  "İ",
  "K",
  "ß",
  "名前",
  "a".repeat(300),
  "\\",
  "%",
  "%2e%2e",
  "%ff",
  "{x}",
  "{+x}",
  "#",
  "?a=b&c=d",
  "a/b~1c~0d",
  "../../etc/passwd",
  "CON",
  "nul.ts",
  "a;b=c",
  "a,b|c d",
  "a[b][]",
  "$ref",
  "<b>bold</b> &amp; &lt;",
  "# heading\n\n- item\n\n| a | b |\n| - | - |",
  "0",
  "-1",
  "1e3",
  "true",
  "null",
  "~",
];

const reserved = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
  "then",
  "default",
  "class",
  "arguments",
  "eval",
  "await",
  "async",
  "undefined",
  "NaN",
  "Object",
  "Array",
  "String",
  "Record",
  "Promise",
  "Response",
  "Request",
  "index",
  "client",
  "types",
  "length",
  "name",
  "body",
  "query",
  "path",
  "header",
  "issues",
  "value",
  "data",
  "input",
];

const words = [
  "a",
  "b",
  "id",
  "name",
  "kind",
  "pet",
  "Order",
  "item-list",
  "user_name",
  "createdAt",
  "X-Rate",
  "size",
];

/** A text that tries to leave a literal, a comment or an element, or is hard to handle for another reason. */
export function hostileText(choices: Choices): string {
  if (choices.chance(0.005)) return choices.pick(illFormed);
  const kind = choices.below(10);
  if (kind < 5) return choices.pick(breakouts);
  if (kind < 7) return choices.pick(odd);
  if (kind < 8) return choices.pick(reserved);
  return [breakouts, odd, reserved, words, odd]
    .map((list) => (choices.chance(0.5) ? choices.pick(list) : ""))
    .join("");
}

/** Gives texts and names of which a share is hostile. */
export class Texts {
  readonly #choices: Choices;
  readonly #hostile: number;

  /** @param hostile the share of hostile ones, from 0 to 1 */
  constructor(choices: Choices, hostile: number) {
    this.#choices = choices;
    this.#hostile = hostile;
  }

  text(): string {
    if (this.#choices.chance(this.#hostile)) return hostileText(this.#choices);
    return Array.from({ length: 1 + this.#choices.below(3) }, () =>
      this.#choices.pick(words),
    ).join(" ");
  }

  name(): string {
    if (this.#choices.chance(this.#hostile)) return hostileText(this.#choices);
    if (this.#choices.chance(0.05)) return this.#choices.pick(reserved);
    return this.#choices.pick(words);
  }
}

/** An object with members of any name, `__proto__` included. */
export function objectOf<T>(
  entries: readonly (readonly [string, T])[],
): Record<string, T> {
  const made: Record<string, T> = {};
  for (const [name, value] of entries) setMember(made, name, value);
  return made;
}

/** Sets an own member, whatever its name. */
export function setMember<T>(
  object: Record<string, T>,
  name: string,
  value: T,
): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
