import type { Api } from "../model/api.js";
import type { Names } from "../names/names.js";
import type { EmitContext } from "./context.js";
import type { Derived } from "./derived.js";
import {
  callbacksOf,
  operationGroups,
  operationLine,
  schemaEntries,
  usesOf,
  webhooksOf,
} from "./docs/pages/page-lists.js";
import { accessMarks } from "./member-access.js";
import { operationAt } from "./operation-at.js";
import { tablesOf } from "./operations/operation-table.js";
import { serversOf } from "./operations/servers-file.js";
import { helpersOf } from "./runtime/helpers.js";
import { mayBeUnknown } from "./types/unknown-types.js";
import { isExportedFunction } from "./validators/exported-functions.js";
import { countsDepth } from "./validators/reference-graph.js";
import { definitionRefuses } from "./validators/refuses-absence.js";
import { waivedByDefinition } from "./validators/waived-names.js";
import { looksRepeatedly } from "./validators/repeated-looks.js";

/**
 * Everything that units read in a derived form, by what it is derived from. These modules need nothing that
 * printing or pages need: they are loaded to see what has changed.
 */
export const derivedValues: {
  readonly context: readonly Derived<EmitContext, unknown>[];
  readonly api: readonly Derived<Api, unknown>[];
  readonly names: readonly Derived<Names, unknown>[];
} = {
  context: [operationLine, schemaEntries, tablesOf],
  api: [
    accessMarks,
    callbacksOf,
    countsDepth,
    definitionRefuses,
    helpersOf,
    mayBeUnknown,
    looksRepeatedly,
    operationAt,
    operationGroups,
    serversOf,
    usesOf,
    waivedByDefinition,
    webhooksOf,
  ],
  names: [isExportedFunction],
};
