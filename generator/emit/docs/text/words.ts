/**
 * What the docs say in their own words, before it is known whether it becomes HTML or Markdown. Text is plain
 * text: printers escape it.
 */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly target: Target };

export type Words = readonly Inline[];

/** Where a link leads: a page of the docs, a file of the output outside of them, another file of them, or the web. */
export type Target =
  | { readonly kind: "page"; readonly page: string; readonly anchor?: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "asset"; readonly path: string }
  | { readonly kind: "web"; readonly url: string };

export type InlineByKind = {
  readonly [K in Inline["kind"]]: Extract<Inline, { kind: K }>;
};

export function code(text: string): Inline {
  return { kind: "code", text };
}

export function strong(text: string): Inline {
  return { kind: "strong", text };
}

export function link(text: string, target: Target): Inline {
  return { kind: "link", text, target };
}

/** Puts words together: the fixed text, and strings as plain text. */
export function say(
  strings: TemplateStringsArray,
  ...values: readonly (Inline | Words | string | number)[]
): Words {
  const words: Inline[] = [];
  strings.forEach((text, index) => {
    if (text !== "") words.push({ kind: "text", text });
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "string" || typeof value === "number") {
      if (value !== "") words.push({ kind: "text", text: String(value) });
    } else if (isWords(value)) {
      for (const word of value) words.push(word);
    } else {
      words.push(value);
    }
  });
  return words;
}

/** `a`, `a or b`, `a, b or c`. */
export function enumerate(
  items: readonly Words[],
  conjunction: "and" | "or",
): Words {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    const glue = index === items.length - 1 ? ` ${conjunction} ` : ", ";
    return [{ kind: "text", text: glue } as const, ...item];
  });
}

/** Joins with fixed text. */
export function joinWords(items: readonly Words[], separator: string): Words {
  return items.flatMap((item, index) =>
    index === 0 ? item : [{ kind: "text", text: separator } as const, ...item],
  );
}

/** The words as plain text, for titles and search. */
export function wordsText(words: Words): string {
  return words.map((word) => word.text).join("");
}

/** The same words, beginning with a capital letter where they begin with text. */
export function capitalised(words: Words): Words {
  const [first, ...rest] = words;
  if (first?.kind !== "text") return words;
  return [
    {
      ...first,
      text: first.text.charAt(0).toUpperCase() + first.text.slice(1),
    },
    ...rest,
  ];
}

function isWords(value: Inline | Words): value is Words {
  return Array.isArray(value);
}
