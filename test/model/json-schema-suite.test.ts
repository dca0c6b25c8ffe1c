import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import { buildValue, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

const suite = fileURLToPath(
  new URL("../../../shared/json-schema-test-suite", import.meta.url),
);
const tests = join(suite, "tests/draft2020-12");

interface Group {
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly {
    readonly description: string;
    readonly data: JsonValue;
    readonly valid: boolean;
  }[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith(".json") ? [path] : [];
  });
}

function readJson(path: string): JsonValue {
  return JSON.parse(readFileSync(path, "utf8")) as JsonValue;
}

/** The suite's own remote documents, and the metaschemas of 2020-12 as ajv carries them. */
function remotes(): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  const folder = join(suite, "remotes");
  for (const path of filesBelow(folder)) {
    found.set(
      `http://localhost:1234/${relative(folder, path)}`,
      readJson(path),
    );
  }
  const ajv = createRequire(import.meta.url).resolve(
    "ajv/dist/refs/json-schema-2020-12/schema.json",
  );
  for (const path of filesBelow(join(ajv, ".."))) {
    const document = readJson(path);
    if (isJsonObject(document) && typeof document["$id"] === "string") {
      found.set(document["$id"], document);
    }
  }
  return found;
}

/** A schema as a resource of its own, so that `#` means the schema and not the description around it. */
function asResource(schema: JsonValue): JsonValue {
  return isJsonObject(schema) && !Object.hasOwn(schema, "$id")
    ? { $id: "https://suite.example/root", ...schema }
    : schema;
}

/** What the optional part asks for beyond what OpenAPI 3.1 gives. */
const outOfScope = new Map([
  ["optional/format-assertion.json", "formats are not the model's"],
]);

describe.skipIf(!existsSync(suite))("the official JSON Schema suite", () => {
  const resources = existsSync(suite)
    ? remotes()
    : new Map<string, JsonValue>();
  const files = existsSync(suite)
    ? filesBelow(tests)
        .map((path) => relative(tests, path))
        .filter((name) => !name.startsWith("optional/format/"))
        .filter((name) => !outOfScope.has(name))
    : [];
  test.each(files)("%s", (name) => {
    const failures: string[] = [];
    for (const group of readJson(join(tests, name)) as unknown as Group[]) {
      const { api, diagnostics } = buildValue(
        withSchemas({ S: asResource(group.schema) }),
        resources,
      );
      const definition = api?.definitions["#/components/schemas/S"];
      if (api === undefined || definition === undefined) {
        failures.push(`${group.description}: not built`);
        continue;
      }
      for (const { description, data, valid } of group.tests) {
        if (isValid(definition.schema, data, api.definitions) === valid)
          continue;
        const said = diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ message }) => message);
        failures.push(
          `${group.description} / ${description} ${said.join(" ")}`,
        );
      }
    }
    expect(failures).toEqual([]);
  });
});

/** What draft-04 asks for beyond what a description can say. */
const outOfScope4 = new Map([
  ["optional/zeroTerminatedFloats.json", "JSON does not tell 1.0 from 1"],
]);

describe.skipIf(!existsSync(suite))("the suite of draft-04", () => {
  const folder = join(suite, "tests/draft4");
  const resources = existsSync(suite)
    ? remotes()
    : new Map<string, JsonValue>();
  const metaschema = createRequire(import.meta.url).resolve(
    "ajv/dist/refs/json-schema-draft-06.json",
  );
  const draft4 = {
    ...(readJson(metaschema) as object),
    $schema: "http://json-schema.org/draft-04/schema#",
    id: "http://json-schema.org/draft-04/schema#",
  };
  resources.set("http://json-schema.org/draft-04/schema", draft4);
  // A file without $schema is one of 2020-12; the suite leaves it out, and tells the draft by the folder.
  for (const [uri, value] of resources) {
    if (!uri.includes("/draft4/")) continue;
    const { $schema } = draft4;
    resources.set(uri, { $schema, ...(value as object) });
  }
  const files = existsSync(suite)
    ? filesBelow(folder)
        .map((path) => relative(folder, path))
        .filter((name) => !name.startsWith("optional/format/"))
        .filter((name) => !outOfScope4.has(name))
    : [];
  const uri = "https://suite.example/draft4.json";

  test.each(files)("%s", (name) => {
    const failures: string[] = [];
    for (const group of readJson(join(folder, name)) as unknown as Group[]) {
      const schema = {
        $schema: "http://json-schema.org/draft-04/schema#",
        ...(group.schema as object),
      };
      for (const version of ["3.0.3", "3.1.0"]) {
        const { api, diagnostics } = buildValue(
          withSchemas({ S: { $ref: uri } }, version),
          new Map([...resources, [uri, schema]]),
        );
        const said = diagnostics.flatMap(({ severity, message }) =>
          severity === "error" ? [message] : [],
        );
        const definition = api?.definitions["#/components/schemas/S"];
        if (api === undefined || definition === undefined) {
          failures.push(`${group.description}: not built ${said.join(" ")}`);
          continue;
        }
        for (const { description, data, valid } of group.tests) {
          if (isValid(definition.schema, data, api.definitions) !== valid) {
            failures.push(
              `${version} ${group.description} / ${description} ${said.join(" ")}`,
            );
          }
        }
      }
    }
    expect(failures).toEqual([]);
  });
});

if (!existsSync(suite)) {
  console.warn(
    "SKIPPED: the official JSON Schema suite is not beside the checkout (../shared/json-schema-test-suite).",
  );
}
