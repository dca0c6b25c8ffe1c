import { type Api, type Header, type MediaType, allOperations } from "./api.js";
import type { Schema } from "./schema.js";

/** The schemas that operations speak of themselves: of parameters, bodies and headers. */
export function rootSchemas(api: Api): Schema[] {
  return allOperations(api).flatMap(({ parameters, body, responses }) => [
    ...parameters.map(({ schema }) => schema),
    ...(body?.contents ?? []).flatMap(schemasOfContent),
    ...responses.flatMap(({ contents, headers }) => [
      ...headers.map(schemaOfHeader),
      ...contents.flatMap(schemasOfContent),
    ]),
  ]);
}

function schemasOfContent(content: MediaType): Schema[] {
  const encodings = [
    ...content.encodings,
    ...(content.prefixEncodings ?? []),
    ...(content.itemEncoding === undefined ? [] : [content.itemEncoding]),
  ];
  return [
    ...(content.schema === undefined ? [] : [content.schema]),
    ...(content.itemSchema === undefined ? [] : [content.itemSchema]),
    ...encodings.flatMap(({ headers }) => headers.map(schemaOfHeader)),
  ];
}

function schemaOfHeader({ schema }: Header): Schema {
  return schema;
}
