import {
  isJsonObject,
  memberOf,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { pointerToken } from "../read/json-pointer.js";
import { convertBody, convertForm } from "./convert-body.js";
import { convertParameter } from "./convert-parameter.js";
import { convertResponse } from "./convert-response.js";
import {
  mapMembers,
  without,
  type Conversion,
  type Written,
} from "./conversion.js";
import { convertServers } from "./convert-servers.js";

const methods = new Set(
  "get put post delete options head patch trace".split(" "),
);

/** A Path Item Object as OpenAPI 3.0 writes it. */
export function convertPathItem(
  value: JsonValue,
  pointer: string,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const shared = parametersOf(value["parameters"], pointer, conversion);
  const converted = mapMembers(value, (member, name) => {
    const at = `${pointer}/${pointerToken(name)}`;
    if (name === "parameters") {
      return plainParameters(member, at, conversion);
    }
    return methods.has(name)
      ? convertOperation(member, at, shared, conversion)
      : member;
  }) as JsonObject;
  return typeof value["$ref"] === "string"
    ? conversion.convertReferenceTo("path item", { value, pointer }, converted)
    : converted;
}

/** A parameter in a list, references followed where they stay within the document. */
interface Listed {
  /** As it stands in the list. */
  readonly listed: Written;
  /** What it leads to; undefined where that is elsewhere, or nothing. */
  readonly found: Written | undefined;
  /** `body`, `formData` or something else. */
  readonly location: JsonValue | undefined;
  readonly name: JsonValue | undefined;
}

function parametersOf(
  list: JsonValue | undefined,
  owner: string,
  conversion: Conversion,
): readonly Listed[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly JsonValue[]).map((value, index) => {
    const listed = { value, pointer: `${owner}/parameters/${index}` };
    const found = conversion.follow(listed);
    return {
      listed,
      found,
      location: memberOf(found?.value, "in"),
      name: memberOf(found?.value, "name"),
    };
  });
}

const inBody = new Set<JsonValue | undefined>(["body", "formData"]);

/** The parameters of a list but those that make the body. */
function plainParameters(
  list: JsonValue,
  pointer: string,
  conversion: Conversion,
): JsonValue {
  if (!Array.isArray(list)) return list;
  const owner = pointer.slice(0, pointer.lastIndexOf("/"));
  return parametersOf(list, owner, conversion)
    .filter(({ location }) => !inBody.has(location))
    .map(({ listed }, index) => {
      const result = `${pointer}/${index}`;
      conversion.link(result, listed.pointer);
      const reference = memberOf(listed.value, "$ref");
      return typeof reference === "string" && isJsonObject(listed.value)
        ? conversion.convertReferenceTo(
            "parameter",
            listed,
            without(listed.value, ["$ref"]),
          )
        : convertParameter(listed, result, conversion);
    });
}

function convertOperation(
  value: JsonValue,
  pointer: string,
  shared: readonly Listed[],
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const own = parametersOf(value["parameters"], pointer, conversion);
  const isOverridden = ({ location, name }: Listed): boolean =>
    own.some((each) => each.location === location && each.name === name);
  const all = [...shared.filter((each) => !isOverridden(each)), ...own];
  const body = requestBodyOf(all, value, pointer, conversion);
  const servers = Array.isArray(value["schemes"])
    ? convertServers(conversion, value["schemes"], pointer)
    : [];
  const types = mediaTypesOf(value, "produces", conversion);
  const plain = without(value, ["consumes", "produces", "schemes"]);
  return {
    ...(mapMembers(plain, (member, name) => {
      const at = `${pointer}/${name}`;
      if (name === "parameters") return plainParameters(member, at, conversion);
      if (name !== "responses") return member;
      return mapMembers(member, (response, status) =>
        responseOf(
          { value: response, pointer: `${at}/${pointerToken(status)}` },
          types,
          conversion,
        ),
      );
    }) as JsonObject),
    ...(body === undefined ? {} : { requestBody: body }),
    ...(servers.length === 0 ? {} : { servers }),
  };
}

/** The media types of an operation, or of the whole document where it has none of its own. */
function mediaTypesOf(
  owner: JsonObject,
  field: "consumes" | "produces",
  conversion: Conversion,
): readonly string[] {
  const own = owner[field];
  return stringsOf(Array.isArray(own) ? own : conversion.document[field]);
}

/** The media types that hold for the whole document. */
export function commonTypes(
  field: "consumes" | "produces",
  conversion: Conversion,
): readonly string[] {
  return mediaTypesOf(conversion.document, field, conversion);
}

function stringsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value)
    ? value.filter((entry) => typeof entry === "string")
    : [];
}

function requestBodyOf(
  parameters: readonly Listed[],
  operation: JsonObject,
  pointer: string,
  conversion: Conversion,
): JsonValue | undefined {
  const result = `${pointer}/requestBody`;
  const consumes = mediaTypesOf(operation, "consumes", conversion);
  const [body, second] = parameters.filter(
    ({ location }) => location === "body",
  );
  const fields = parameters.flatMap(({ location, found }) =>
    location === "formData" && found !== undefined ? [found] : [],
  );
  if (body?.found === undefined) {
    return fields.length === 0
      ? undefined
      : convertForm(
          fields,
          consumes,
          `${pointer}/parameters`,
          result,
          conversion,
        );
  }
  const ignored = second?.listed ?? fields[0];
  if (ignored !== undefined) {
    conversion.lose(
      ignored.pointer,
      "An operation has one body; the first parameter with `in: body` is taken, and this one is left out.",
    );
  }
  conversion.link(result, body.listed.pointer);
  const isCommon = isSame(consumes, commonTypes("consumes", conversion));
  return isCommon && isShared(body.found.pointer, "parameters")
    ? conversion.referTo(body.found.pointer)
    : convertBody(body.found, consumes, result, conversion);
}

function responseOf(
  response: Written,
  produces: readonly string[],
  conversion: Conversion,
): JsonValue {
  const found = conversion.follow(response);
  const reference = memberOf(response.value, "$ref");
  if (typeof reference !== "string") {
    return convertResponse(response, produces, response.pointer, conversion);
  }
  const isCommon = isSame(produces, commonTypes("produces", conversion));
  if (
    found === undefined ||
    (isCommon && isShared(found.pointer, "responses"))
  ) {
    return conversion.convertReferenceTo("response", response);
  }
  conversion.link(response.pointer, found.pointer);
  return convertResponse(found, produces, response.pointer, conversion);
}

/** True for what the document shares by name, as OpenAPI 3.0 shares its components. */
function isShared(pointer: string, section: string): boolean {
  return pointer.startsWith(`/${section}/`) && pointer.split("/").length === 3;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join("\n") === other.join("\n");
}
