import type { Response } from "../../model/api.js";
import type {
  PropertiesKeyword,
  Keyword,
  KeywordSchema,
  Schema,
} from "../../model/schema.js";

/** The schema of a response's headers, as the reader gives them: an object by the names as described. */
export function headersSchema({ headers, pointer }: Response): Schema {
  const at = `${pointer}/headers`;
  const none: Schema = { kind: "never", pointer: at, annotations: {} };
  const { keywords, ...schema } = objectSchema(at, requiredNames(headers), {
    ...propertiesOf(headers),
    additional: none,
  });
  return {
    ...schema,
    keywords: [{ kind: "type", types: ["object"] }, ...keywords],
  };
}

/**
 * What of that schema a response can break: the reader gives the described headers alone, and text for every one
 * that may be a string. Undefined where that is nothing.
 */
export function breakableHeadersSchema({
  headers,
  pointer,
}: Response): Schema | undefined {
  const required = requiredNames(headers);
  const breakable = headers.filter(({ schema }) => !isAnyText(schema));
  return required.length + breakable.length === 0
    ? undefined
    : objectSchema(`${pointer}/headers`, required, propertiesOf(breakable));
}

function isAnyText(schema: Schema): boolean {
  if (schema.kind !== "keywords") return schema.kind === "any";
  return schema.keywords.every(
    (keyword) => keyword.kind === "type" && keyword.types.includes("string"),
  );
}

function requiredNames(headers: Response["headers"]): string[] {
  return headers.filter(({ required }) => required).map(({ name }) => name);
}

function propertiesOf(headers: Response["headers"]): PropertiesKeyword {
  const named = headers.map(({ name, required, schema, description }) => ({
    name,
    required,
    schema: {
      ...schema,
      annotations: {
        ...schema.annotations,
        ...(description === undefined ? {} : { description }),
      },
    },
  }));
  return { kind: "properties", named, patterns: [] };
}

function objectSchema(
  pointer: string,
  required: readonly string[],
  properties: PropertiesKeyword,
): KeywordSchema {
  const keywords: Keyword[] = [
    ...(required.length === 0
      ? []
      : [{ kind: "required" as const, names: required }]),
    ...(properties.named.length === 0 && properties.additional === undefined
      ? []
      : [properties]),
  ];
  return { kind: "keywords", pointer, annotations: {}, keywords };
}
