import { isJsonObject, type JsonValue } from "../model/json.js";
import { only, without } from "./conversion.js";

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
