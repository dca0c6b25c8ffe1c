/** A description of the spec (CommonMark with tables), parsed: nothing in it is HTML, and every link is safe. */
export type ProseBlock =
  | { readonly kind: "paragraph"; readonly content: readonly ProseInline[] }
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly content: readonly ProseInline[];
    }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | {
      readonly kind: "quote";
      /** That of an alert of GitHub's, `> [!NOTE]`. */
      readonly alert?: AlertKind;
      readonly blocks: readonly ProseBlock[];
    }
  | {
      readonly kind: "list";
      /** The first number; absent for bullets. */
      readonly start?: number;
      /** Items stand close together, their paragraphs are bare lines. */
      readonly tight: boolean;
      readonly items: readonly (readonly ProseBlock[])[];
    }
  | {
      readonly kind: "table";
      readonly alignments: readonly ("" | "left" | "center" | "right")[];
      /** The first row is the head; every row has as many cells as there are alignments. */
      readonly rows: readonly (readonly (readonly ProseInline[])[])[];
    }
  | { readonly kind: "rule" };

export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

export type ProseInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "softBreak" }
  | { readonly kind: "hardBreak" }
  | { readonly kind: "emphasis"; readonly content: readonly ProseInline[] }
  | { readonly kind: "strong"; readonly content: readonly ProseInline[] }
  | { readonly kind: "strike"; readonly content: readonly ProseInline[] }
  | {
      readonly kind: "link";
      readonly url: string;
      readonly content: readonly ProseInline[];
    };

export type ProseBlockByKind = {
  readonly [K in ProseBlock["kind"]]: Extract<ProseBlock, { kind: K }>;
};
export type ProseInlineByKind = {
  readonly [K in ProseInline["kind"]]: Extract<ProseInline, { kind: K }>;
};

/** The text of inline content, marks dropped. */
export function proseText(content: readonly ProseInline[]): string {
  return content
    .map((node) => {
      if ("text" in node) return node.text;
      return "content" in node ? proseText(node.content) : " ";
    })
    .join("");
}
