import { isJsonObject, type JsonValue } from "../model/json.js";
import { pointerToken } from "../read/json-pointer.js";

/** Something of a Swagger 2.0 document that OpenAPI 3.0 has no means for. */
export interface Loss {
  /** JSON Pointer into the converted document. */
  readonly pointer: string;
  /** A sentence. */
  readonly message: string;
}

/** What the converter says that it could not carry over, in the order of the converted document. */
export function listLosses(value: JsonValue, pointer = ""): readonly Loss[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue, index) =>
      listLosses(item, `${pointer}/${index}`),
    );
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "x-s2o-warning" && typeof item === "string"
      ? [{ pointer, message: `The conversion to OpenAPI 3.0 says: ${item}.` }]
      : listLosses(item, `${pointer}/${pointerToken(key)}`),
  );
}
