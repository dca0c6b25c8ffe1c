import type { Outline } from "../describe/outline.js";
import type { Fact } from "../describe/fact.js";
import type { ColoredCode } from "../samples/code-writer.js";
import type { Words } from "../text/words.js";

/** A page before it is printed as HTML or as Markdown. */
export interface Page {
  /** From the root of the docs, `/` between folders, without an ending. */
  readonly path: string;
  readonly title: string;
  /** The breadcrumb above the title: where the page belongs. */
  readonly kicker: Words;
  /** Plain text of at most a sentence or two, for search engines and previews. */
  readonly summary: string | undefined;
  /** Under the title: the endpoint, a line of facts, the description. */
  readonly blocks: readonly Block[];
  /** In the sticky column beside the sections, where there is room. */
  readonly aside: readonly SampleGroup[];
  readonly sections: readonly Section[];
}

/** Samples of one kind, of which a reader sees one at a time. */
export interface SampleGroup {
  readonly kind: "request" | "response" | "example";
  readonly samples: readonly Samples[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
}

/** A part of a section, with a heading of its own. */
export interface Part {
  readonly id: string;
  readonly title: Words;
  /** A response's status, which gives the heading its colour. */
  readonly status?: string;
  /** Whether a reader can fold the part, and how it begins; undefined if not. */
  readonly fold?: "open" | "closed";
  readonly blocks: readonly Block[];
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
  /** Facts on one line that wraps. */
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
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
  /** The fields of a named schema, one line each. */
  | { readonly kind: "lines"; readonly outline: Outline; readonly id: string }
  | { readonly kind: "statuses"; readonly rows: readonly StatusRow[] }
  | { readonly kind: "directory"; readonly entries: readonly Entry[] };

export type BlockByKind = {
  readonly [K in Block["kind"]]: Extract<Block, { kind: K }>;
};

/** One of several responses that share a body. */
export interface StatusRow {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** Markdown of the spec. */
  readonly text: string;
}

/** The same thing in several languages. */
export interface Samples {
  readonly id: string;
  /** The status of the response that it is an example of. */
  readonly status?: string;
  readonly title: string;
  readonly description?: string;
  /** Where the sample comes from, if not from the description. */
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
