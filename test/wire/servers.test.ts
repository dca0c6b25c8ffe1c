import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";

const responses = { "204": { description: "Done." } };
const server = {
  url: "https://{region}.example.com/{version}/",
  variables: {
    region: { default: "eu", enum: ["eu", "us"] },
    version: { default: "v2" },
  },
};
const document = {
  openapi: "3.1.1",
  info: { title: "Servers", version: "1" },
  servers: [server],
  paths: {
    "/own": {
      servers: [{ url: "https://path.example.com" }],
      get: { operationId: "ofPath", responses },
      post: {
        operationId: "ofOperation",
        servers: [
          { url: "https://operation.example.com" },
          {
            ...server,
            variables: {
              ...server.variables,
              version: { default: "v2", description: "What nobody lists." },
            },
          },
        ],
        responses,
      },
    },
    "/shared": { get: { operationId: "ofDocument", responses } },
  },
};

interface Servers {
  readonly servers: readonly object[];
  readonly serverUrl: (server: unknown, variables?: object) => string;
}

let output: CompiledOutput;
let made: Servers;
beforeAll(async () => {
  output = await compileOutput(document);
  const load = async (path: string): Promise<Partial<Servers>> =>
    (await import(pathToFileURL(join(output.folder, path)).href)) as Servers;
  made = {
    ...(await load("servers.js")),
    ...(await load("runtime/server.js")),
  } as Servers;
});

test.each([
  ["ofDocument", "https://eu.example.com/v2/shared"],
  ["ofPath", "https://path.example.com/own"],
  ["ofOperation", "https://operation.example.com/own"],
])("%s goes to the server in force", (id, url) => {
  const request = operationOf(output, id).build();
  expect(output.runtime.toRequest(request, {}).url).toBe(url);
});

test("every server is listed once, the document's first", () => {
  expect(made.servers).toMatchObject([
    { url: "https://{region}.example.com/{version}/" },
    { url: "https://path.example.com" },
    { url: "https://operation.example.com" },
  ]);
});

test("variables have their defaults, and only values of their lists", () => {
  const [server] = made.servers;
  expect(made.serverUrl(server)).toBe("https://eu.example.com/v2/");
  expect(made.serverUrl(server, { region: "us", version: "$&" })).toBe(
    "https://us.example.com/$&/",
  );
  expect(() => made.serverUrl(server, { region: "moon" })).toThrow(/"region"/);
});
