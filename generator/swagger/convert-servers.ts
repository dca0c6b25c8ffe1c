import type { JsonObject, JsonValue } from "../model/json.js";
import type { Conversion } from "./conversion.js";

/**
 * The servers that `host`, `basePath` and `schemes` make; none where the description names none of them, which is what
 * OpenAPI 3.0 takes for `/`.
 * @param schemes of the document or of an operation
 * @param owner pointer of the object with these schemes
 */
export function convertServers(
  conversion: Conversion,
  schemes: JsonValue | undefined,
  owner: string,
  fetchedBy?: string,
): readonly JsonObject[] {
  const { document } = conversion;
  const host = textOf(document["host"]);
  const basePath = pathOf(textOf(document["basePath"]));
  if (host === "")
    return basePath === "" || owner !== "" ? [] : [{ url: basePath }];
  // Authors write a URL for a host; its own scheme counts.
  const [, scheme, place = host] = /^([a-z]+):\/\/(.*)$/i.exec(host) ?? [];
  if (scheme !== undefined) {
    conversion.lose(
      "/host",
      `The host is a URL; it is read as that of a server.`,
    );
  }
  const named = scheme === undefined ? schemesOf(schemes) : [scheme];
  if (named.length === 0) {
    conversion.lose(
      "/host",
      `No scheme is given that requests can be sent by; ${fetchedBy ?? "https"} is taken.`,
    );
  }
  const all = named.length === 0 ? [fetchedBy ?? "https"] : named;
  return all.map((each) => ({
    url: `${each}://${place.replace(/\/+$/, "")}${basePath}`,
  }));
}

/** The schemes that requests can be sent by, `https` first; web sockets are none. */
function schemesOf(schemes: JsonValue | undefined): readonly string[] {
  return ["https", "http"].filter(
    (scheme) => Array.isArray(schemes) && schemes.includes(scheme),
  );
}

/** A base path with a slash before it and none after it. */
function pathOf(basePath: string): string {
  const path = basePath.replace(/\/+$/, "");
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
