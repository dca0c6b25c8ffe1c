import type { CatalogueEntry } from "./catalogue-entry.js";
import { emitterCatalogue } from "./emitter-catalogue.js";
import { modelCatalogue } from "./model-catalogue.js";
import { wireCatalogue } from "./wire-catalogue.js";

/** Every diagnostic that specwright can give, by its stable code. */
export const catalogue = {
  ...modelCatalogue,
  ...wireCatalogue,
  ...emitterCatalogue,
  // Reading a file
  "file-not-found": {
    severity: "error",
    summary: "A file of the description does not exist or cannot be read.",
  },
  "not-fetched": {
    severity: "error",
    summary: "The description cannot be fetched from its URL.",
  },
  "not-a-file": {
    severity: "error",
    summary: "A path of the description leads to a folder or a device.",
  },
  "not-text": { severity: "error", summary: "A file is not UTF-8 text." },
  "control-character": {
    severity: "error",
    summary: "A file holds a control character that YAML does not allow.",
  },
  "empty-document": {
    severity: "error",
    summary: "A file of the description holds no value.",
  },
  "yaml-syntax": {
    severity: "error",
    summary: "A file is not well-formed YAML.",
  },
  "several-documents": {
    severity: "error",
    summary: "A YAML file holds more than one document.",
  },
  "json-syntax": {
    severity: "error",
    summary: "A file is not well-formed JSON.",
  },
  "yaml-version": {
    severity: "warning",
    summary: "A file asks for YAML 1.1 and is read as YAML 1.2 all the same.",
  },
  "yaml-tag": {
    severity: "error",
    summary: "A YAML tag builds something that JSON does not have.",
  },
  "yaml-key": {
    severity: "error",
    summary: "A key is a map, a list or null, where JSON has strings alone.",
  },
  "yaml-alias": {
    severity: "error",
    summary: "An alias leads to nothing, or to a value that holds it.",
  },
  "yaml-merge": {
    severity: "error",
    summary: "A merge key (`<<`) holds something other than maps.",
  },
  "yaml-expansion": {
    severity: "error",
    summary: "Aliases expand to far more data than the file holds.",
  },
  "duplicate-key": {
    severity: "error",
    summary: "A map holds the same key twice.",
  },
  "nested-too-deeply": {
    severity: "error",
    summary:
      "A file nests its values more than 500 levels deep, or than `limits.nesting` says.",
  },
  "file-too-large": {
    severity: "error",
    summary: "A file has more bytes than are read.",
  },
  "names-too-many": {
    severity: "error",
    summary:
      "The description has more operations and named schemas than files are wanted for.",
  },
  "diagnostics-cut": {
    severity: "info",
    summary: "There are more diagnostics than are shown.",
  },
  "number-range": {
    severity: "error",
    summary:
      "A number is infinite, not a number, or too small to be told from zero.",
  },
  "number-precision": {
    severity: "warning",
    summary: "A number has more digits than a double keeps.",
  },
  "ill-formed-string": {
    severity: "error",
    summary: "A string holds half of a surrogate pair.",
  },

  // Names
  "name-lock-invalid": {
    severity: "error",
    summary: "The lock of names is broken, or of a later version.",
  },
  "name-lock-conflict": {
    severity: "error",
    summary: "Two entries of the lock of names have the same name.",
  },
  "pin-unneeded": {
    severity: "info",
    summary: "A name is pinned that the lock of names has anyway.",
  },

  // Overlays
  "overlay-invalid": {
    severity: "error",
    summary:
      "A file is no overlay of version 1.0 or 1.1, or an action is none.",
  },
  "overlay-path": {
    severity: "error",
    summary: "A target of an overlay is no JSONPath (RFC 9535).",
  },
  "overlay-unmatched": {
    severity: "error",
    summary:
      "The target of an action of an overlay matches nothing; with `allow` the action has no effect, as the specification has it.",
    tolerable: true,
  },
  "overlay-conflict": {
    severity: "error",
    summary:
      "An action of an overlay cannot be applied to what its target matches.",
  },
  "overlay-extends": {
    severity: "warning",
    summary:
      "An overlay is applied to another description than the one that it extends.",
  },
  "overlay-field": {
    severity: "warning",
    summary:
      "An overlay has a field that has no effect, or lacks one that it must have.",
  },

  // Choosing what is generated
  "filter-unmatched": {
    severity: "error",
    summary:
      "A filter of `include` or `exclude` matches nothing; with `allow` it has no effect.",
    tolerable: true,
  },

  // Resolving
  "not-an-object": {
    severity: "error",
    summary: "The description is not an object.",
  },
  "missing-version": {
    severity: "error",
    summary:
      "The description does not say which version of OpenAPI it follows.",
  },
  "unsupported-version": {
    severity: "error",
    summary: "The version of OpenAPI is not one that specwright knows.",
  },
  "swagger-2": {
    severity: "info",
    summary:
      "The description is one of Swagger 2.0 and is converted to OpenAPI 3.0.",
  },
  "swagger-loss": {
    severity: "warning",
    summary:
      "Something of a description of Swagger 2.0 has no counterpart in OpenAPI 3.0.",
  },
  "reference-malformed": {
    severity: "error",
    summary: "A reference is not a relative URI with a JSON Pointer.",
  },
  "reference-outside": {
    severity: "error",
    summary: "A reference leads out of the folder of the description.",
  },
  "reference-remote": {
    severity: "error",
    summary:
      "A reference leads to a URI that specwright was not given; nothing is fetched.",
  },
  "reference-not-found": {
    severity: "error",
    tolerable: true,
    summary:
      "A reference leads to nothing; with `allow` a schema is unknown, and anything else is left out.",
  },
  "reference-cycle": {
    severity: "error",
    summary: "References lead only to each other.",
  },

  // Types of the user's own
  "type-mapping-unused": {
    severity: "warning",
    summary:
      "The configuration maps a format or a schema that the description does not have.",
  },
  "enum-setting-unused": {
    severity: "warning",
    summary:
      "The configuration opens or closes the enums of a schema that the description does not have.",
  },
  "pagination-setting-unused": {
    severity: "warning",
    summary:
      "The configuration has a pagination for an operation that the description does not have.",
  },
  "union-setting-unused": {
    severity: "warning",
    summary:
      "The configuration opens or closes the unions of a schema that the description does not have.",
  },
  "type-mapping-mismatch": {
    severity: "error",
    summary:
      "A type that specwright brings along is to stand for values that it cannot stand for.",
  },

  // Names
  "pinned-name-taken": {
    severity: "error",
    summary:
      "A name pinned by `x-specwright-name` is reserved, no name, or taken already.",
  },
  "enum-name-twice": {
    severity: "warning",
    summary:
      "Two values of an enum have the same name, so that one of them gets a longer name.",
  },

  // Writing
  "not-ours": {
    severity: "error",
    summary:
      "A file of the output cannot be written: a folder, or a file that specwright did not write, is in its place.",
  },
  "package-left-out": {
    severity: "info",
    summary:
      "The output is a part of another package's source and is no package any more.",
  },
  "unknown-file": {
    severity: "warning",
    summary:
      "A file that the output does not have stands in one of its folders.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type DiagnosticCode = keyof typeof catalogue;

/** True for a code that `allow` makes, or keeps, a warning: an error with a way on, or any warning. */
export function isTolerable(code: string): code is DiagnosticCode {
  return tolerableCodes.includes(code);
}

/** True for the code of a warning, which `strict` makes an error. */
export function isWarning(code: string): code is DiagnosticCode {
  return warningCodes.includes(code);
}

const entries = Object.entries<CatalogueEntry>(catalogue);

/** The codes of warnings. */
export const warningCodes: readonly string[] = entries
  .filter(([, { severity }]) => severity === "warning")
  .map(([code]) => code);

/** The codes that `allow` takes. */
export const tolerableCodes: readonly string[] = [
  ...entries
    .filter(([, { severity, tolerable }]) => severity === "error" && tolerable)
    .map(([code]) => code),
  ...warningCodes,
];
