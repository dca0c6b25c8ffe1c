import type { MediaType, RequestBody } from "./api.js";

/** The media types of a body that are sent alike: one, or several of JSON with equal schemas. */
export type BodyBranch = readonly [MediaType, ...MediaType[]];

/**
 * The branches of a body, by the first media type of each. Schemas are equal that differ in nothing but their place:
 * frameworks repeat a body as `application/json`, `text/json` and `application/*+json`.
 */
export function bodyBranches(
  body: RequestBody | undefined,
): readonly BodyBranch[] {
  const contents = body?.contents ?? [];
  const branches = new Map<string, [MediaType, ...MediaType[]]>();
  contents.forEach((content, index) => {
    const key =
      contents.length > 1 && content.codec === "json"
        ? JSON.stringify(content.schema ?? null, withoutPlace)
        : String(index);
    const branch = branches.get(key);
    if (branch === undefined) branches.set(key, [content]);
    else branch.push(content);
  });
  return [...branches.values()];
}

function withoutPlace(key: string, value: unknown): unknown {
  return key === "pointer" && typeof value === "string" ? undefined : value;
}
