import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { emitters } from "../../generator/emit/emitters.js";
import { idsOf, listUnits } from "../../generator/emit/listed-units.js";
import { queries } from "../../generator/emit/queries.js";
import { recordReads } from "../../generator/tracking/reads.js";
import { readHashes } from "../../generator/cache/read-hashes.js";
import { trackContext } from "../../generator/tracking/tracked-context.js";
import { noTools } from "../no-tools.js";
import { contextOf } from "./context-of.js";

const cases = fileURLToPath(new URL("../cases/", import.meta.url));
describe("what a unit reads", () => {
  it("can be worked out anew, and has no other kind", async () => {
    const context = await contextOf(join(cases, "basics/openapi.yaml"));
    const tracked = trackContext(context);
    const hashOf = readHashes(context, queries);
    for (const { unit } of await listUnits(emitters, idsOf(context))) {
      const { reads } = recordReads(() => unit.emit(tracked, noTools));
      for (const read of reads) expect(hashOf(read)).toMatch(/^.{1,20}$/);
    }
    expect(() => hashOf({ kind: "unheard-of", id: "" })).toThrow(RangeError);
  });

  it("cannot be hidden", async () => {
    const context = await contextOf(join(cases, "basics/openapi.yaml"));
    const { api, names: all, views } = trackContext(context);
    const [id = ""] = Object.keys(context.api.definitions);
    for (const read of [
      () => api.definitions[id],
      () => api.operations,
      () => api.info.title,
      () => Object.keys(api.definitions),
      () => Object.hasOwn(api.definitions, id),
      () => id in api.definitions,
      () => all.schemas.get(id),
      () => [...all.operations.values()],
      () => all.schemas.size,
      () => views.has(id),
    ]) {
      expect(read).toThrow("outside of a unit");
    }
    expect(() => ({ ...api })).toThrow("by its members");
    const { reads } = recordReads(() => Object.values(api.definitions));
    expect(texts(reads)).toContain(`definition ${id}`);
    expect(texts(reads)).toContain("definition-list ");
  });
});

function texts(
  reads: readonly { readonly kind: string; readonly id: string }[],
): string[] {
  return reads.map(({ kind, id }) => `${kind} ${id}`).sort();
}
