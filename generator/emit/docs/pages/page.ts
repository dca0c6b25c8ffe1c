import type { Outline } from "../describe/outline.js";
import type { ColoredCode } from "../samples/code-writer.js";
import type { Words } from "../text/words.js";

/** A page before it is known whether it becomes HTML or Markdown. */
export interface Page {
  /** From the root of the docs, `/` between folders, without an ending. */
  readonly path: string;
  readonly title: string;
  /** Above the title: what sort of page it is. */
  readonly kicker: string;
  readonly blocks: readonly Block[];
  /** Right of the introduction where there is room: samples. */
  readonly aside: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
}

/** A part of a section with a heading of its own. */
export interface Part {
  readonly id: string;
  readonly title: Words;
  /** A response's status, which gives the heading its colour. */
  readonly status?: string;
  readonly blocks: readonly Block[];
  readonly aside: readonly Block[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly words: Words }
  /** Markdown of the spec. */
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Words[] }
  | {
      readonly kind: "endpoint";
      readonly method: string;
      readonly path: string;
    }
  | {
      readonly kind: "callout";
      readonly tone: "rules" | "warning";
      readonly title: string;
      readonly items: readonly Words[];
    }
  | { readonly kind: "label"; readonly words: Words }
  | {
      readonly kind: "outline";
      readonly outline: Outline;
      /** What the ids of its fields begin with. */
      readonly id: string;
    }
  | { readonly kind: "samples"; readonly samples: Samples }
  | { readonly kind: "directory"; readonly entries: readonly Entry[] };

export type BlockByKind = {
  readonly [K in Block["kind"]]: Extract<Block, { kind: K }>;
};

/** The same thing in several languages. */
export interface Samples {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** What is to be known of where they come from. */
  readonly note?: string;
  readonly codes: readonly Code[];
}

export interface Code {
  readonly label: string;
  readonly language: "bash" | "ts" | "json" | "text";
  readonly code: ColoredCode;
}

/** A line of a list of pages. */
export interface Entry {
  readonly page: string;
  readonly title: string;
  readonly method?: string;
  readonly path?: string;
  readonly isDeprecated: boolean;
}
