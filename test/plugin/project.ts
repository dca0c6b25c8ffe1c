import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const description = (more: string): string => `openapi: 3.1.0
info: { title: Books, version: 1.0.0 }
paths:
  /books:
    get:
      operationId: listBooks
      responses:
        "200":
          description: The books.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Book" }
components:
  schemas:
    Book:
      type: object
      required: [title]
      properties:
        title: { type: string }
${more}`;

/** An application that calls a client, whose page shows the path that it asks for. */
export interface Project {
  readonly folder: string;
  /** Writes the description, with further lines at its end or another path. */
  describe(more?: string, path?: string): void;
  read(path: string): string;
}

/** Makes an application whose output does not exist yet. */
export async function makeProject(): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-plugin-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "src"));
  const files = {
    "package.json": '{ "name": "app", "private": true, "type": "module" }',
    "specwright.config.ts":
      'export default { spec: "openapi.yaml", out: "src/api", importExtension: ".ts", parts: { docs: false } };\n',
    "index.html": `<!doctype html><main></main><script type="module" src="/src/main.ts"></script>`,
    "src/main.ts": `import { createClient, listBooksOperation } from "./api/index.ts";

const client = createClient({
  baseUrl: "https://books.example",
  fetch: async (request) => Response.json({ title: new Request(request).url }),
});
const answer = await client.call(listBooksOperation);
const text = answer.ok ? answer.body.title : "no answer";
if (typeof document === "undefined") console.log(text);
else document.querySelector("main").textContent = text;
`,
  };
  for (const [path, text] of Object.entries(files))
    writeFileSync(join(folder, path), text);
  const describe = (more = "", path = "/books"): void =>
    writeFileSync(
      join(folder, "openapi.yaml"),
      description(more).replace("  /books:", `  ${path}:`),
    );
  describe();
  return {
    folder,
    describe,
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
}
