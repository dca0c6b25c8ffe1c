import type { OutputSettings } from "../config/config.js";
import type { Mappings } from "../mapping/mappings.js";
import type { Api } from "../model/api.js";
import type { Views } from "../model/views.js";
import type { Names } from "../names/names.js";

/** What every emitter is given. An emitter is a pure function from this to files. */
export interface EmitContext {
  readonly api: Api;
  readonly views: Views;
  readonly mappings: Mappings;
  readonly names: Names;
  readonly settings: OutputSettings;
}
