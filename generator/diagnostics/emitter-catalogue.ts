import type { CatalogueEntry } from "./catalogue-entry.js";

/** Diagnostics of the emitters of the configuration. */
export const emitterCatalogue = {
  "emitter-failed": {
    severity: "error",
    summary: "An emitter of the configuration threw an error.",
  },
  "emitter-file": {
    severity: "error",
    summary:
      "An emitter of the configuration makes a file outside of the output folder, or one that another emitter makes.",
  },
  "emitter-import": {
    severity: "error",
    summary:
      "An emitter of the configuration imports from a module that the output does not have, or a name that the module does not export.",
  },
  "emitter-name": {
    severity: "error",
    summary:
      "An emitter of the configuration exports a name that another module of the output exports.",
  },
  "emitter-error": {
    severity: "error",
    summary: "An emitter of the configuration reports an error.",
  },
  "emitter-warning": {
    severity: "warning",
    summary: "An emitter of the configuration reports a warning.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
