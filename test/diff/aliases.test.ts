import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diff } from "../../generator/diff.js";
import { generate } from "../../generator/generate.js";
import { temporaryFolder } from "../front/temporary-folder.js";

const spec = (id: string, schema: string) => `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      operationId: ${id}
      responses:
        "200":
          description: All.
          content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }
components:
  schemas:
    ${schema}: { type: object, properties: { id: { type: string } } }
`;

test("a rename with aliases in the lock is minor, and dropping them is major", async () => {
  const cwd = temporaryFolder({ "old.yaml": spec("list", "Order") });
  const run = async (file: string, lock: string) => {
    const made = await generate({
      spec: file,
      out: "api",
      nameLock: lock,
      cwd,
    });
    expect(made.ok).toBe(true);
  };
  const kinds = async (before: string, oldLock: string, newLock: string) => {
    const { result } = await diff(
      { spec: before, nameLock: oldLock, cwd },
      { spec: "new.yaml", nameLock: newLock, cwd },
    );
    return result?.changes
      .map(({ kind, verdict }) => `${verdict} ${kind}`)
      .sort();
  };
  await run("old.yaml", "names.json");
  writeFileSync(join(cwd, "new.yaml"), spec("search", "Purchase"));
  expect(await kinds("old.yaml", "names.json", "names.json")).toEqual([
    "minor operation-renamed-with-alias",
    "minor schema-renamed-with-alias",
  ]);
  expect(await kinds("old.yaml", "names.json", "none.json")).toEqual([
    "major operation-renamed",
    "major schema-renamed",
  ]);
  await run("new.yaml", "names.json");
  expect(await kinds("new.yaml", "names.json", "none.json")).toEqual([
    "major alias-removed",
    "major alias-removed",
  ]);
  expect(await kinds("new.yaml", "names.json", "names.json")).toEqual([]);
});
