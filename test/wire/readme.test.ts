import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { exampleOf } from "../../generator/emit/docs/examples/example-of.js";
import type { Operation } from "../../generator/model/api.js";
import { inputSchema } from "../../generator/model/input-schema.js";
import { compileOutput, operationOf } from "./compile-output.js";
import { playServer } from "./play-server.js";

const folder = fileURLToPath(
  new URL("../../../shared/corpus/readme/", import.meta.url),
);

const cases = [
  "3.0-parameters-style",
  "3.0-schema-encoding-style",
  "3.0-file-uploads",
  "3.0-form-data",
  "3.0-security",
  "3.0-security-multiple",
  "3.0-server-variables",
  "3.0-callbacks",
  "3.0-http-status-codes",
];

test.skipIf(!existsSync(folder)).each(cases)(
  "%s: generated, sent and received",
  async (name) => {
    const text = readFileSync(`${folder}${name}.yaml`, "utf8");
    const output = await compileOutput(parse(text) as object);
    const { api } = output;
    const credentials = Object.fromEntries(
      api.securitySchemes.map((scheme) => [
        scheme.name,
        scheme.kind === "http" && scheme.scheme === "basic"
          ? { username: "u", password: "p" }
          : "token",
      ]),
    );
    const server = await playServer((response) =>
      response.writeHead(299).end(),
    );
    for (const operation of api.operations) {
      const { build, read } = operationOf(output, output.idOf(operation));
      const request = build(
        exampleOf(inputSchema(operation, api), {
          api,
          view: "request",
          isFull: true,
        }),
      );
      const result: { status: number } = await output.runtime.send(request, {
        baseUrl: server.url,
        auth: credentials,
        read,
      });
      expect(result.status).toBe(299);
      const received = server.received.at(-1);
      expect(received?.method).toBe(operation.method);
      expect(received?.url).toMatch(pathPattern(operation));
    }
    expect(server.received).toHaveLength(api.operations.length);
  },
);

if (!existsSync(folder)) {
  test.skip("SKIPPED: there is no shared/corpus/readme beside the checkout", () => {});
}

/** The path template as a pattern: a parameter is anything within its segment. */
function pathPattern({ pathParts }: Operation): RegExp {
  const parts = pathParts.map((part) =>
    part.kind === "parameter"
      ? "[^/?]+"
      : part.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${parts.join("")}(\\?|$)`);
}
