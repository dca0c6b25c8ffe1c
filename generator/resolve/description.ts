import type { Place } from "../diagnostics/collector.js";
import type { JsonValue } from "../model/json.js";
import type { SourceDocument } from "../read/document.js";

export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** A description with all the files that its references lead to, read inside the folder of the entry document. */
export interface Description {
  readonly version: OpenApiVersion;
  readonly entry: SourceDocument;
  /** By `SourceDocument.file`; the entry document is among them under the empty name. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /**
   * Follows a reference. Gives the place and the value it leads to, chains not followed; undefined where the
   * reference is broken, which has then been reported.
   * @param from the place of the object that holds `$ref`
   */
  follow(from: Place, reference: string): ReferenceTarget | undefined;
}

export interface ReferenceTarget {
  readonly file: string;
  readonly pointer: string;
  readonly value: JsonValue;
}
