import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type { SourceLocation } from "../diagnostics/collector.js";
import type { JsonValue } from "../model/json.js";
import type { SourceDocument, SourceText } from "../read/document.js";

export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** A description with all the files that its references lead to, read inside the folder of the entry document. */
export interface Description {
  readonly version: OpenApiVersion;
  readonly entry: SourceDocument;
  /** See `Sandbox.way`. */
  readonly way: string;
  /**
   * By `SourceDocument.file`; the entry document is among them under the empty name, and documents that the
   * caller gave under their URIs. Files that a reference seems to lead to are there from the start; `follow`
   * adds what it has to load besides.
   */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Every file that was opened, those that could not be parsed included. For positions and frames. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /**
   * Follows a reference. Gives the place and the value it leads to, chains not followed (but references that
   * stand on the way of a pointer are); undefined where the reference is broken, which has then been reported.
   * @param from the place of the object that holds `$ref`
   * @param absence how a reference to nothing is reported, where something can be made of it
   */
  follow(
    from: SourceLocation,
    reference: string,
    absence?: Absence,
  ): ReferenceTarget | undefined;
}

/** A reference to nothing that does no harm: the code that it has, and what is made of it. */
export interface Absence {
  readonly code: DiagnosticCode;
  /** The end of the sentence, such as "the example is left out". */
  readonly reading: string;
}

export interface ReferenceTarget {
  readonly file: string;
  /** Where the value stands, `~0` and `~1` the only escapes. */
  readonly pointer: string;
  readonly value: JsonValue;
}
