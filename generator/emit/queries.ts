import type { Queries } from "../tracking/query.js";
import {
  listOfPage,
  operationLists,
  schemaLists,
} from "./docs/pages/page-directory.js";
import {
  callbacksOf,
  operationGroups,
  operationLine,
  schemaEntries,
  usesOf,
  webhooksOf,
} from "./docs/pages/page-lists.js";
import { isShape, shapeById, shapeIds } from "./docs/describe/shared-shapes.js";
import { largeExamples } from "./docs/pages/given-examples.js";
import { operationSearch, schemaSearch } from "./docs/pages/search-text.js";
import { useInCalls } from "./docs/try-it/calls.js";
import { accessMarks } from "./member-access.js";
import { definitionKinds } from "./value-kinds.js";
import { operationAt } from "./operation-at.js";
import { apiMembers } from "./operations/api-file.js";
import { tablesOf } from "./operations/operation-table.js";
import { serversOf } from "./operations/servers-file.js";
import { helpersOf } from "./runtime/helpers.js";
import { inheritance } from "./types/inheritance.js";
import { nullVerdict } from "./types/nullability.js";
import { mayBeUnknown } from "./types/unknown-types.js";
import { isExportedFunction } from "./validators/exported-functions.js";
import { countsDepth } from "./validators/reference-graph.js";
import { definitionRefuses } from "./validators/refuses-absence.js";
import { waivedByDefinition } from "./validators/waived-names.js";
import { recursesExponentially } from "./validators/exponential-recursion.js";

/** The queries of all emitters. Their modules need nothing that printing or pages need: a run that changes little loads them. */
export const queries: Queries = {
  context: [
    apiMembers,
    listOfPage,
    operationLine,
    schemaEntries,
    schemaLists,
    tablesOf,
  ],
  api: [
    accessMarks,
    callbacksOf,
    countsDepth,
    definitionKinds,
    definitionRefuses,
    helpersOf,
    mayBeUnknown,
    inheritance,
    isShape,
    largeExamples,
    recursesExponentially,
    nullVerdict,
    operationAt,
    operationGroups,
    operationLists,
    operationSearch,
    schemaSearch,
    serversOf,
    shapeById,
    shapeIds,
    useInCalls,
    usesOf,
    waivedByDefinition,
    webhooksOf,
  ],
  names: [isExportedFunction],
};
