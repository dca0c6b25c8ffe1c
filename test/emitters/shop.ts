import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  generate,
  type Emitter,
  type GenerateOptions,
} from "../../generator/index.js";
import { temporaryFolder } from "../front/temporary-folder.js";

const spec = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/orders": {
      get: {
        operationId: "listOrders",
        summary: "Lists orders.",
        responses: { 200: { description: "ok" } },
      },
      post: {
        operationId: "placeOrder",
        summary: "Places an order.",
        responses: { 200: { description: "ok" } },
      },
    },
  },
  components: { schemas: { Order: { type: "object" } } },
};

/** A folder with the description, where a cache is kept. */
export function shop(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    "openapi.json": JSON.stringify(spec),
    "node_modules/.keep": "",
    ...files,
  });
}

export function run(
  folder: string,
  emitters: readonly Emitter[],
  options: Partial<GenerateOptions> = {},
) {
  return generate({
    spec: "openapi.json",
    out: "out",
    cwd: folder,
    settings: { parts: { docs: false } },
    emitters,
    ...options,
  });
}

export const read = (folder: string, path: string): string =>
  readFileSync(join(folder, "out", path), "utf8");
