import type { AddressInfo } from "node:net";
import express, { type NextFunction, type Request } from "express";
import { middleware } from "express-openapi-validator";
import type { OpenAPIV3 } from "express-openapi-validator/dist/framework/types.js";
import { onTestFinished } from "vitest";

/** What a server library made of a request, by its description. */
export interface ParsedRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly files: readonly { name: string; text: string }[];
  /** Why the library refused the request. */
  readonly error?: string;
}

/**
 * A server that is made of an OpenAPI description by express-openapi-validator, which parses and checks what comes.
 * Closed when the test is over.
 */
export async function openApiServer(
  document: object,
): Promise<{ url: string; last: () => ParsedRequest | undefined }> {
  let last: ParsedRequest | undefined;
  const app = express();
  app.use(
    express.json({ strict: false }),
    express.urlencoded({ extended: true }),
  );
  app.use(cookies);
  app.use(
    middleware({
      apiSpec: document as OpenAPIV3.DocumentV3,
      validateRequests: { coerceTypes: true, removeAdditional: false },
      validateResponses: false,
      fileUploader: {},
    }),
  );
  app.use((request: Request, response) => {
    const { openapi, files } = request as unknown as {
      openapi: { pathParams: Record<string, unknown> };
      files?: readonly { fieldname: string; buffer: Buffer }[];
    };
    last = {
      path: openapi.pathParams,
      query: request.query,
      header: request.headers,
      cookie: request.cookies as Record<string, unknown>,
      body: request.body as unknown,
      files: (files ?? []).map(({ fieldname, buffer }) => ({
        name: fieldname,
        text: buffer.toString(),
      })),
    };
    response.status(204).end();
  });
  app.use(
    (
      error: Error,
      _: Request,
      response: express.Response,
      _next: NextFunction,
    ) => {
      last = {
        ...{ path: {}, query: {}, header: {}, cookie: {} },
        ...{ body: undefined, files: [], error: error.message },
      };
      response.status(400).end();
    },
  );
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, last: () => last };
}

/** Express leaves cookies to others; so does the library. */
function cookies(
  request: Request,
  _: express.Response,
  next: NextFunction,
): void {
  const pairs = (request.headers.cookie ?? "")
    .split("; ")
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    });
  request.cookies = Object.fromEntries(pairs) as object;
  next();
}
