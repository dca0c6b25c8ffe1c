import {
  isJsonObject,
  memberOf,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { pointerToken } from "../read/json-pointer.js";
import {
  mapMembers,
  membersOf,
  without,
  type Conversion,
  type Written,
} from "./conversion.js";
import { convertHeader } from "./convert-parameter.js";
import { convertSchema } from "./convert-schema.js";

/**
 * A Response Object as OpenAPI 3.0 writes it.
 * @param produces the media types of the operation; those of its examples, else JSON where there are none
 */
export function convertResponse(
  { value, pointer }: Written,
  produces: readonly string[],
  result: string,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const headers = value["headers"];
  const content = contentOf({ value, pointer }, produces, result, conversion);
  return {
    ...without(value, ["schema", "examples", "headers"]),
    ...(headers === undefined
      ? {}
      : {
          headers: mapMembers(headers, (header, name) => {
            const at = `/headers/${pointerToken(name)}`;
            const written = { value: header, pointer: pointer + at };
            return convertHeader(written, result + at, conversion);
          }),
        }),
    ...(content === undefined ? {} : { content }),
  };
}

function contentOf(
  { value, pointer }: Written,
  produces: readonly string[],
  result: string,
  conversion: Conversion,
): JsonObject | undefined {
  const schema = memberOf(value, "schema");
  const examples = membersOf(memberOf(value, "examples"));
  // Without a schema the response has no content (Swagger 2.0 Response Object); an example shows that it has.
  if (schema === undefined && examples.length === 0) return undefined;
  const types = responseTypes(schema, examples, produces);
  for (const [type] of examples) {
    if (types.includes(type)) continue;
    conversion.lose(
      `${pointer}/examples/${pointerToken(type)}`,
      `"produces" does not have the media type of this example; the example is left out.`,
    );
  }
  const converted =
    schema === undefined ? undefined : convertSchema(schema, conversion);
  return Object.fromEntries(
    types.map((type) => {
      const at = `${result}/content/${pointerToken(type)}`;
      conversion.link(at, pointer);
      conversion.link(`${at}/schema`, `${pointer}/schema`);
      conversion.link(
        `${at}/example`,
        `${pointer}/examples/${pointerToken(type)}`,
      );
      const example = examples.find(([name]) => name === type);
      const media = {
        ...(converted === undefined ? {} : { schema: converted }),
        ...(example === undefined ? {} : { example: example[1] }),
      };
      return [type, media];
    }),
  );
}

function responseTypes(
  schema: JsonValue | undefined,
  examples: readonly (readonly [string, JsonValue])[],
  produces: readonly string[],
): readonly string[] {
  if (memberOf(schema, "type") === "file") {
    // JSON is what the rest of the API answers; a file is whatever it is.
    const files = produces.filter((type) => !/[/+]json\b/i.test(type));
    return files.length === 0 ? ["*/*"] : files;
  }
  if (produces.length > 0) return produces;
  const named = examples
    .map(([type]) => type)
    .filter((type) => type.includes("/"));
  return named.length === 0 ? ["application/json"] : named;
}
