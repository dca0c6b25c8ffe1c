import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import type { EmitContext } from "../../generator/emit/context.js";
import { emitters } from "../../generator/emit/emitters.js";
import { idsOf, listUnits } from "../../generator/emit/listed-units.js";
import { queries } from "../../generator/emit/queries.js";
import { recordReads } from "../../generator/cache/reads.js";
import { readHashes } from "../../generator/cache/read-hashes.js";
import { trackContext } from "../../generator/cache/tracked-context.js";
import { analyze } from "../../generator/analyze.js";
import { printFiles } from "../../generator/print/print-files.js";
import { StageClock } from "../../generator/stages.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { baseSpec } from "./base-spec.js";
import { noTools } from "../no-tools.js";

const cases = fileURLToPath(new URL("../cases/", import.meta.url));
const names = readdirSync(cases).filter((name) => !name.startsWith("fails-"));
const shop = "the shop of these tests";

async function contextOf(name: string): Promise<EmitContext> {
  const spec =
    name === shop
      ? join(
          temporaryFolder({ "a.json": JSON.stringify(baseSpec()) }),
          "a.json",
        )
      : join(cases, name, "openapi.yaml");
  // What stands beside the case: mapped types are tracked as well.
  const { config } = await loadConfig(dirname(spec));
  const options = { spec, settings: config, allow: config.allow ?? [] };
  const { context } = await analyze(options, new StageClock());
  if (context === undefined) throw new Error(`${name} cannot be generated`);
  return context;
}

describe("what a unit reads", () => {
  it.each([...names, shop])(
    "is the same whatever ran before it: %s",
    async (name) => {
      const shared = await contextOf(name);
      const tracked = trackContext(shared);
      for (const { id, unit } of (
        await listUnits(emitters, idsOf(shared))
      ).reverse()) {
        const after = recordReads(() => unit.emit(tracked, noTools));
        // Nothing that is remembered by object is known of a copy.
        const alone = recordReads(() =>
          unit.emit(trackContext(structuredClone(shared)), noTools),
        );
        expect(texts(after.reads), id).toEqual(texts(alone.reads));
        expect(printFiles(after.value, shared.settings), id).toEqual(
          printFiles(alone.value, shared.settings),
        );
      }
    },
  );

  it("can be worked out anew, and has no other kind", async () => {
    const context = await contextOf("basics");
    const tracked = trackContext(context);
    const hashOf = readHashes(context, queries);
    for (const { unit } of await listUnits(emitters, idsOf(context))) {
      const { reads } = recordReads(() => unit.emit(tracked, noTools));
      for (const read of reads) expect(hashOf(read)).toMatch(/^.{1,20}$/);
    }
    expect(() => hashOf({ kind: "unheard-of", id: "" })).toThrow(RangeError);
  });

  it("cannot be hidden", async () => {
    const context = await contextOf("basics");
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
