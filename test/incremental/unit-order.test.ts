import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { recordReads } from "../../generator/tracking/reads.js";
import { trackContext } from "../../generator/tracking/tracked-context.js";
import type { Settings } from "../../generator/config/config.js";
import type { EmitContext } from "../../generator/emit/context.js";
import { emitters } from "../../generator/emit/emitters.js";
import {
  idsOf,
  listUnits,
  type ListedUnit,
} from "../../generator/emit/listed-units.js";
import { printFiles } from "../../generator/print/print-files.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { noTools } from "../no-tools.js";
import { baseSpec, type NodeObject } from "./base-spec.js";
import { contextOf } from "./context-of.js";
import { Dice } from "./random-edits.js";
import { isWhole, realSpecs } from "./real-specs.js";

/** The files of a unit, and all that it read. */
function made({ unit }: ListedUnit, context: EmitContext): unknown {
  const { value, reads } = recordReads(() => unit.emit(context, noTools));
  return {
    files: printFiles(value, context.settings),
    reads: reads.map(({ kind, id }) => `${kind} ${id}`).sort(),
  };
}

/** A context about which nothing is known yet: memos know objects, and no copies. */
function freshly(context: EmitContext): EmitContext {
  return trackContext(structuredClone(context));
}

/**
 * Makes the units in their order, in reverse and in a random order, and some of them alone: each is the same.
 * @param alone how many of them; all where absent
 */
async function expectSame(context: EmitContext, alone?: number) {
  const units = await listUnits(emitters, idsOf(context));
  const dice = new Dice(units.length);
  const first = freshly(context);
  const expected = new Map(units.map((unit) => [unit, made(unit, first)]));
  const random = units
    .map((unit) => ({ unit, at: dice.below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ unit }) => unit);
  for (const order of [[...units].reverse(), random]) {
    const shared = freshly(context);
    for (const unit of order)
      expect(made(unit, shared), unit.id).toEqual(expected.get(unit));
  }
  for (const unit of random.slice(0, alone))
    expect(made(unit, freshly(context)), unit.id).toEqual(expected.get(unit));
}

const cases = fileURLToPath(new URL("../cases/", import.meta.url));
const names = readdirSync(cases).filter((name) => !name.startsWith("fails-"));

const mapped: Settings = {
  parts: { docs: true },
  types: {
    formats: { int64: "bigint", "date-time": "Date", date: "brand" },
  },
};

/** Mapped types where only one of the sides has them, deep in unions, and under names. */
function mappedSpec(): NodeObject {
  const spec = baseSpec();
  const { schemas } = spec["components"] as { schemas: NodeObject };
  const big = { type: "integer", format: "int64" };
  Object.assign(schemas, {
    Big: big,
    Deep: {
      anyOf: [
        {
          type: "object",
          properties: { at: { anyOf: [big, { type: "null" }] } },
        },
        { type: "array", items: { oneOf: [big, { type: "string" }] } },
      ],
    },
    Sided: {
      type: "object",
      required: ["made", "kept"],
      properties: {
        made: { ...big, readOnly: true },
        kept: { type: "string", format: "date-time", writeOnly: true },
        deep: { $ref: "#/components/schemas/Deep" },
        deeper: {
          anyOf: [
            {
              type: "object",
              properties: {
                list: {
                  type: "array",
                  items: { anyOf: [big, { type: "boolean" }] },
                },
              },
            },
            { $ref: "#/components/schemas/Sided" },
          ],
        },
      },
    },
    Extended: {
      allOf: [
        { $ref: "#/components/schemas/Sided" },
        {
          type: "object",
          properties: { big: { $ref: "#/components/schemas/Big" } },
        },
      ],
    },
  });
  const paths = spec["paths"] as NodeObject;
  const body = (name: string): NodeObject => ({
    content: {
      "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
    },
  });
  paths["/sided"] = {
    post: {
      operationId: "makeSided",
      requestBody: body("Extended"),
      responses: { "200": { description: "Made.", ...body("Sided") } },
    },
  };
  return spec;
}

describe("a unit is the same alone, after all others and before them", () => {
  it.each(names)("in %s", async (name) => {
    await expectSame(await contextOf(join(cases, name, "openapi.yaml")));
  });

  it.each([
    ["none", { parts: { docs: true } }],
    ["types of one's own", mapped],
    ["types of one's own and JavaScript", { ...mapped, emit: "js" }],
  ] as const)("of much that depends on much, with %s", async (_, settings) => {
    const folder = temporaryFolder({
      "a.json": JSON.stringify(mappedSpec()),
    });
    await expectSame(await contextOf(join(folder, "a.json"), settings));
  });

  const share = ["museum.yaml", "meilisearch.json", "figma.yaml"];
  const further = [
    "twilio-verify-v2.yaml",
    "adyen-checkout-v71.yaml",
    "xero-accounting.yaml",
    "lob-multifile/lob-api-public.yml",
    "discord.json",
    "box.json",
  ];
  const specs = realSpecs(...share, ...(isWhole ? further : []));
  it.each(specs.map((path) => [basename(path), path]))(
    "in %s",
    async (_, path) => {
      const alone = isWhole ? 40 : 6;
      await expectSame(await contextOf(path, { parts: { docs: true } }), alone);
      await expectSame(await contextOf(path, mapped), alone);
    },
    isWhole ? 3_600_000 : 120_000,
  );
});
