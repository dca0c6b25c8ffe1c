import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import {
  compileValidators,
  type CompiledDescription,
  type DescriptionInput,
} from "./compile-validators.js";

/** The official JSON Schema test suite, beside the checkout. */
export const suiteFolder = resolve(
  import.meta.dirname,
  "../../../shared/json-schema-test-suite",
);

/** The folders of draft 2020-12's tests: required, optional, formats. */
export const suiteParts = ["", "optional", "optional/format"] as const;

export type SuitePart = (typeof suiteParts)[number];

export interface SuiteGroup {
  /** Name of the file, without ending. */
  readonly file: string;
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  readonly description: string;
  readonly data: JsonValue;
  readonly valid: boolean;
}

/** The outcome of one test: `undefined` where the schema could not be compiled. */
export type Outcome = boolean | undefined;

export function isSuiteThere(): boolean {
  return existsSync(suiteFolder);
}

/** The groups of tests of a part, in the order of the files. */
export function readSuite(part: SuitePart): SuiteGroup[] {
  const folder = join(suiteFolder, "tests/draft2020-12", part);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const groups = readJson(join(folder, name)) as unknown as SuiteGroup[];
      const file = name.replace(/\.json$/, "");
      return groups.map((group) => ({ ...group, file }));
    });
}

/** Compiles each schema of a part as the component of a description of its own. */
export async function compileSuite(
  part: SuitePart,
  groups: readonly SuiteGroup[],
): Promise<CompiledDescription[]> {
  const resources = suiteResources();
  return compileValidators(
    groups.map(({ schema, file }, index): DescriptionInput => {
      const text = JSON.stringify(schema);
      const needsResources = /localhost:1234|json-schema\.org/.test(text);
      return {
        document: wrap(schema, `https://example.test/${file}/${index}`),
        ...(needsResources ? { resources } : {}),
        ...(part === "optional/format"
          ? { settings: { formats: { assert: "everywhere", except: [] } } }
          : {}),
      };
    }),
  );
}

/** What a function of a compiled schema says of the data of a test. Throws what the function throws. */
export function outcomeOf(
  compiled: CompiledDescription,
  data: JsonValue,
): Outcome {
  if (compiled.modules.size === 0) return undefined;
  return compiled.validator("Tested").is(data);
}

/** How many tests of each file ajv with ajv-formats gets right; a schema that it cannot compile gets none right. */
export function runAjv(
  part: SuitePart,
  groups: readonly SuiteGroup[],
): Map<string, number> {
  const right = new Map<string, number>();
  const resources = suiteResources();
  for (const { file, schema, tests } of groups) {
    const ajv = new Ajv2020({
      strict: false,
      logger: false,
      validateFormats: part === "optional/format",
      formats: fullFormats,
    });
    let validate: (data: unknown) => unknown = () => undefined;
    try {
      for (const [uri, resource] of resources) {
        if (!uri.includes("json-schema.org")) {
          ajv.addSchema(resource as JsonObject, uri);
        }
      }
      validate = ajv.compile(schema as JsonObject);
    } catch {
      // Counted as wrong below.
    }
    for (const { data, valid } of tests) {
      let outcome: unknown;
      try {
        outcome = validate(data);
      } catch {
        outcome = undefined;
      }
      const found = outcome === valid ? 1 : 0;
      right.set(file, (right.get(file) ?? 0) + found);
    }
  }
  return right;
}

/** A schema of the suite as a component. Its root gets an identity, so that `#` means the schema and not the description. */
function wrap(schema: JsonValue, id: string): JsonValue {
  const isObject = typeof schema === "object" && schema !== null;
  const tested =
    isObject && !Array.isArray(schema) ? { $id: id, ...schema } : schema;
  return {
    openapi: "3.1.1",
    info: { title: "JSON Schema Test Suite", version: "1" },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    paths: {},
    components: { schemas: { Tested: tested } },
  };
}

let known: Map<string, JsonValue> | undefined;

/** The suite's remote documents and the metaschemas of draft 2020-12, by URI. */
function suiteResources(): Map<string, JsonValue> {
  if (known !== undefined) return known;
  known = new Map();
  const remotes = join(suiteFolder, "remotes");
  const files = readdirSync(remotes, { recursive: true }) as string[];
  for (const file of files) {
    const isOther = /^(?:draft(?!2020)|v1)/.test(file);
    if (isOther || !file.endsWith(".json")) continue;
    known.set(`http://localhost:1234/${file}`, readJson(join(remotes, file)));
  }
  const require = createRequire(import.meta.url);
  const metaschemas = resolve(
    require.resolve("ajv/dist/2020.js"),
    "../refs/json-schema-2020-12",
  );
  for (const file of ["schema.json", ...vocabularies]) {
    const schema = readJson(join(metaschemas, file)) as JsonObject;
    known.set(String(schema["$id"]), schema);
  }
  known.set(formatAssertion.$id, formatAssertion);
  return known;
}

const vocabularies =
  "core applicator unevaluated validation meta-data format-annotation content"
    .split(" ")
    .map((name) => `meta/${name}.json`);

/** The metaschema of the one vocabulary that ajv does not bring. */
const formatAssertion = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://json-schema.org/draft/2020-12/meta/format-assertion",
  $vocabulary: {
    "https://json-schema.org/draft/2020-12/vocab/format-assertion": true,
  },
  $dynamicAnchor: "meta",
  type: ["object", "boolean"],
  properties: { format: { type: "string" } },
};

function readJson(path: string): JsonValue {
  return JSON.parse(readFileSync(path, "utf8")) as JsonValue;
}
