import { hasOwn } from "./data.js";
import type { ValidationResult } from "./issues.js";
import { draft07 } from "./standard-draft-07.js";

/** A JSON Schema object. */
export type JsonSchema = Record<string, unknown>;

/**
 * A schema as Standard Schema 1.1 has it (https://standardschema.dev), with its JSON Schema counterpart: what
 * libraries take validators in. Declared here, so that the output depends on no package.
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "specwright";
    readonly types?: { readonly input: T; readonly output: T } | undefined;
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => JsonSchema;
      readonly output: (options: JsonSchemaOptions) => JsonSchema;
    };
  };
}

export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

export interface JsonSchemaOptions {
  /** `draft-2020-12` or `draft-07`. */
  readonly target: string;
}

/** A named schema and what it refers to. Both are functions, because modules may refer to each other. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: () => JsonSchema;
  readonly references: () => readonly StandardSchema<unknown>[];
}

const named = new WeakMap<object, NamedSchema>();

/** Makes a Standard Schema of a validator and of the schema that it enforces. */
export function standardSchema<T>(
  validate: (value: unknown) => ValidationResult<T>,
  source: NamedSchema,
): StandardSchema<T> {
  const jsonSchema = ({ target }: JsonSchemaOptions): JsonSchema =>
    jsonSchemaOf(source, target);
  const schema: StandardSchema<T> = {
    "~standard": {
      version: 1,
      vendor: "specwright",
      validate(value) {
        const result = validate(value);
        // Spelled out, for without `strictNullChecks` no other test tells them apart.
        if (result.ok === true) return { value: result.value };
        const issues = result.issues.map(({ message, pointer }) => ({
          message,
          path: pathOf(pointer, value),
        }));
        return { issues };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
  named.set(schema, source);
  return schema;
}

/** A JSON Schema that stands by itself. Throws a `RangeError` for a target that is not spoken. */
function jsonSchemaOf(source: NamedSchema, target: string): JsonSchema {
  if (target !== "draft-2020-12" && target !== "draft-07") {
    throw new RangeError(`JSON Schema target ${target} is not supported`);
  }
  const definitions: Record<string, JsonSchema> = {};
  const open = [source];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (hasOwn(definitions, next.name)) continue;
    definitions[next.name] = next.schema();
    for (const reference of next.references()) {
      const found = named.get(reference);
      if (found !== undefined) open.push(found);
    }
  }
  const name = source.name.replace(/~/g, "~0").replace(/\//g, "~1");
  const whole: JsonSchema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $ref: `#/$defs/${encodeURIComponent(name)}`,
    $defs: definitions,
  };
  return target === "draft-07" ? draft07(whole) : whole;
}

/** The keys that lead to a place in the value; the indices of arrays are numbers. */
function pathOf(pointer: string, value: unknown): (string | number)[] {
  let at = value;
  return pointer
    .split("/")
    .slice(1)
    .map((token) => {
      const key = token.replace(/~1/g, "/").replace(/~0/g, "~");
      const isIndex = Array.isArray(at);
      at = (at as Record<string, unknown> | null | undefined)?.[key];
      return isIndex ? Number(key) : key;
    });
}
