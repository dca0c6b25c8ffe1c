import type { JsonObject } from "../../generator/model/json.js";
import type { Cases } from "./cases.js";
import { gives, keeps, object, operation, sends, text } from "./documents.js";

const servers = (...urls: readonly string[]) => ({
  servers: urls.map((url) => ({ url })),
});

const schemes: JsonObject = {
  securitySchemes: {
    key: { type: "apiKey", in: "header", name: "X-Key" },
    bearer: { type: "http", scheme: "bearer" },
  },
};

const secured = (...security: readonly JsonObject[]) =>
  operation({ security: [...security] }, { components: schemes });

/** Servers, credentials, names and words. */
export const documentCases: Cases = {
  "default server changed": {
    old: operation({}, servers("https://a.example")),
    new: operation({}, servers("https://b.example")),
    changes: ["major server-default-changed none"],
  },
  "server added": {
    old: operation({}, servers("https://a.example")),
    new: operation({}, servers("https://a.example", "https://b.example")),
    changes: ["minor server-added none"],
  },
  "server removed": {
    old: operation({}, servers("https://a.example", "https://b.example")),
    new: operation({}, servers("https://a.example")),
    changes: ["major server-removed none"],
  },
  "credentials required": {
    old: operation({}, { components: schemes }),
    new: secured({ key: [] }),
    changes: ["major credentials-required request"],
  },
  "credentials dropped": {
    old: secured({ key: [] }),
    new: operation({}, { components: schemes }),
    changes: ["minor credentials-dropped request"],
  },
  "alternative credentials added": {
    old: secured({ key: [] }),
    new: secured({ key: [] }, { bearer: [] }),
    changes: ["minor credentials-alternative-added request"],
  },
  "alternative credentials removed": {
    old: secured({ key: [] }, { bearer: [] }),
    new: secured({ bearer: [] }),
    changes: ["major credentials-alternative-removed request"],
  },
  "second credentials joined": {
    old: secured({ key: [] }),
    new: secured({ key: [], bearer: [] }),
    changes: [
      "major credentials-alternative-removed request",
      "minor credentials-alternative-added request",
    ],
  },
  "key in another header": {
    old: secured({ key: [] }),
    new: operation(
      { security: [{ key: [] }] },
      {
        components: {
          securitySchemes: {
            key: { type: "apiKey", in: "header", name: "X-Token" },
            bearer: { type: "http", scheme: "bearer" },
          },
        },
      },
    ),
    changes: ["major security-scheme-changed request"],
  },
  "unused schema removed": {
    old: operation(
      {},
      { components: { schemas: { Spare: object({ a: text }) } } },
    ),
    new: operation({}),
    changes: ["major schema-removed none"],
  },
  "schema renamed": {
    old: gives(
      { $ref: "#/components/schemas/Pet" },
      { Pet: object({ name: text }) },
    ),
    new: gives(
      { $ref: "#/components/schemas/Animal" },
      { Animal: object({ name: text }) },
    ),
    changes: ["major schema-renamed none"],
  },
  "description changed": {
    old: sends(object({ name: text })),
    new: sends(object({ name: { ...text, description: "Its name." } })),
    changes: ["patch docs-changed request"],
  },
  "default changed": {
    old: sends(object({ name: { ...text, default: "a" } })),
    new: sends(object({ name: { ...text, default: "b" } })),
    changes: ["patch default-changed request"],
  },
  "version changed": {
    old: operation({}),
    new: operation({}, { info: { title: "Things", version: "1.1.0" } }),
    changes: ["patch version-changed none"],
  },
  "property removed on both sides": {
    old: keeps(object({ name: text, age: text })),
    new: keeps(object({ name: text })),
    changes: ["major property-removed both"],
  },
};
