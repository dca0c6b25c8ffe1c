import type { Outline } from "../describe/outline.js";
import type { Fact } from "../describe/fact.js";
import type { Inline, Words } from "../text/words.js";

/** A page before it is printed as HTML or as Markdown. */
export interface Page {
  /** True if the page has a panel that sends requests: its path is the id of the module that makes them. */
  readonly isCallable?: boolean;
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
  /** What other pages show of this one in place, when a reader asks for it. */
  readonly expansion?: Expansion;
}

/** The fields of a schema, and an example of its values. */
export interface Expansion {
  readonly outline: Outline;
  readonly example: Code | undefined;
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
  /** Markdown of the spec. */
  readonly text: string;
  /** The type of its body, if not all have the same one. */
  readonly body?: Words;
}

/** The same thing in several languages. */
export interface Samples {
  readonly id: string;
  /** The statuses of the responses that it is an example of. */
  readonly statuses?: readonly string[];
  readonly title: string;
  readonly description?: string;
  /** Where the sample comes from, if not from the description. */
  readonly note?: string;
  readonly codes: readonly Code[];
  /** Where the sample is printed, if not here: then it has no codes. */
  readonly source?: SampleSource;
}

/** Where an example is printed that several pages show. */
export interface SampleSource {
  /** The script that the example is loaded from: its path below the docs, without an ending. */
  readonly script: string;
  /** Leads to the example without scripts. */
  readonly link: Inline;
  /** True for the example on the page of a schema. */
  readonly isOfSchema: boolean;
  /** True for a list with the example as its only item. */
  readonly isList: boolean;
}

export interface Code {
  readonly label: string;
  readonly language: "bash" | "ts" | "json" | "text";
  readonly code: string;
}

/** A line of a list of pages. */
export interface Entry {
  readonly page: string;
  readonly title: string;
  readonly method?: string;
  readonly path?: string;
  readonly isDeprecated: boolean;
}
