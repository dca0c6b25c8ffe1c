import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { pointerToken } from "../read/json-pointer.js";
import { convertBody } from "./convert-body.js";
import { commonTypes, convertPathItem } from "./convert-operation.js";
import { convertParameter } from "./convert-parameter.js";
import { convertResponse } from "./convert-response.js";
import { convertSchema } from "./convert-schema.js";
import { convertServers } from "./convert-servers.js";
import {
  Conversion,
  mapMembers,
  membersOf,
  without,
  type Written,
  only,
} from "./conversion.js";

/** A Swagger 2.0 document as OpenAPI 3.0 writes it. */
export interface Converted {
  readonly value: JsonObject;
  /** The JSON Pointer into the Swagger 2.0 document for one into `value`. */
  readonly sourceOf: (pointer: string) => string;
}

const moved = [
  "swagger",
  "host",
  "basePath",
  "schemes",
  "consumes",
  "produces",
  "definitions",
  "parameters",
  "responses",
  "securityDefinitions",
];

/**
 * Writes a Swagger 2.0 document (https://swagger.io/specification/v2/) as OpenAPI 3.0. What is malformed is carried
 * over as it is, for the checks of OpenAPI 3.0 to report.
 * @param document changed nowhere
 * @param scheme of the URL that it was fetched from, which its requests go by where it names none
 * @param lose takes what OpenAPI 3.0 cannot say, with its pointer into the Swagger 2.0 document
 */
export function convertDocument(
  document: JsonObject,
  scheme: string | undefined,
  lose: (pointer: string, message: string) => void,
): Converted {
  const conversion = new Conversion(document, lose);
  const servers = convertServers(conversion, document["schemes"], "", scheme);
  conversion.link("/openapi", "/swagger");
  conversion.link("/servers", "/host");
  const paths = document["paths"];
  const components = componentsOf(conversion);
  const value = {
    openapi: "3.0.3",
    ...without(document, moved),
    ...(servers.length === 0 ? {} : { servers }),
    ...(paths === undefined
      ? {}
      : {
          paths: mapMembers(paths, (item, path) =>
            convertPathItem(item, `/paths/${pointerToken(path)}`, conversion),
          ),
        }),
    ...(Object.keys(components).length === 0 ? {} : { components }),
  };
  conversion.finish();
  return { value, sourceOf: (pointer) => conversion.sourceOf(pointer) };
}

type Convert = (written: Written, result: string) => JsonValue;

function componentsOf(conversion: Conversion): JsonObject {
  const { document } = conversion;
  const consumes = commonTypes("consumes", conversion);
  const produces = commonTypes("produces", conversion);
  const isBody = (value: JsonValue): boolean =>
    isJsonObject(value) && value["in"] === "body";
  const isPlain = (value: JsonValue): boolean =>
    !isBody(value) && !(isJsonObject(value) && value["in"] === "formData");
  const section = (
    from: string,
    to: string,
    convert: Convert,
    isWanted: (value: JsonValue) => boolean = () => true,
  ): JsonObject => {
    conversion.link(`/components/${to}`, `/${from}`);
    const written = document[from];
    if (written === undefined) return {};
    if (!isJsonObject(written)) return { [to]: written };
    const members = membersOf(written).filter(([, value]) => isWanted(value));
    if (members.length === 0) return {};
    const converted = members.map(([name, value]) => {
      const pointer = `/${from}/${pointerToken(name)}`;
      const result = `/components/${to}/${pointerToken(name)}`;
      conversion.link(result, pointer);
      return [name, convert({ value, pointer }, result)] as const;
    });
    return { [to]: Object.fromEntries(converted) };
  };
  return {
    ...section("definitions", "schemas", ({ value }) =>
      convertSchema(value, conversion),
    ),
    ...section(
      "parameters",
      "parameters",
      (written, result) => convertParameter(written, result, conversion),
      isPlain,
    ),
    ...section(
      "parameters",
      "requestBodies",
      (written, result) => convertBody(written, consumes, result, conversion),
      isBody,
    ),
    ...section("responses", "responses", (written, result) =>
      convertResponse(written, produces, result, conversion),
    ),
    ...section("securityDefinitions", "securitySchemes", ({ value }) =>
      convertSecurityScheme(value),
    ),
  };
}

/** By `flow` of Swagger 2.0, the name of the flow in OpenAPI 3.0. */
const flows: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};

const ofFlow = ["authorizationUrl", "tokenUrl", "scopes"];

/** A Security Scheme Object as OpenAPI 3.0 writes it. */
export function convertSecurityScheme(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const { type, flow } = value;
  if (type === "basic") return { ...value, type: "http", scheme: "basic" };
  if (type !== "oauth2" || typeof flow !== "string") return value;
  const name = Object.hasOwn(flows, flow) ? flows[flow] : undefined;
  return {
    ...without(value, ["flow", ...ofFlow]),
    flows: { [name ?? flow]: { scopes: {}, ...only(value, ofFlow) } },
  };
}
