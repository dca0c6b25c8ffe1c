import { Query } from "../../tracking/query.js";
import type { Api, MediaType } from "../../model/api.js";

/** The modules of the runtime that users import themselves, each if the description has what it is for. */
export const helpersOf = new Query<Api, readonly string[]>(
  "helpers",
  ({ operations }) => {
    const sent = operations.flatMap(({ body }) => body?.contents ?? []);
    const responses = operations.flatMap((operation) => operation.responses);
    const received = responses.flatMap(({ contents }) => contents);
    const isNamed = responses.some(({ headers }) =>
      headers.some(({ name }) => /^content-disposition$/iu.test(name)),
    );
    const found = [
      ...(isNamed || received.some(isSaved) ? ["runtime/download.ts"] : []),
      ...(received.some(({ codec }) => codec === "event-stream")
        ? ["runtime/reconnect.ts"]
        : []),
      ...(sent.some(isLarge) ? ["runtime/upload.ts"] : []),
    ];
    return () => found;
  },
);

/** Whether a body is what people save: bytes, or text such as CSV. */
function isSaved({ codec }: MediaType): boolean {
  return codec === "binary" || codec === "text";
}

/** Whether a body is, or has in its parts, files. */
function isLarge({ codec }: MediaType): boolean {
  return codec === "binary" || codec === "multipart";
}
