import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cases } from "./cases.js";
import { behave, type Behaviour } from "./proof/behaviour.js";
import { compile } from "./proof/compiled.js";
import { consumerOf } from "./proof/consumer.js";
import { makeProduct } from "./proof/products.js";

const root = fileURLToPath(
  new URL("../../node_modules/.cache/specwright-diff-proof/", import.meta.url),
);

interface Evidence extends Behaviour {
  /** What the compiler says of a correct consumer of the old output, with the old one and the new one. */
  readonly errors: {
    readonly old: readonly string[];
    readonly new: readonly string[];
  };
}

const evidence = new Map<string, Evidence>();

beforeAll(async () => {
  rmSync(root, { recursive: true, force: true });
  const made = new Map<
    string,
    Behaviour & { readonly paths: readonly [string, string] }
  >();
  for (const [index, [name, pair]] of Object.entries(cases).entries()) {
    const folder = join(root, `case-${index}`);
    mkdirSync(folder, { recursive: true });
    const specOf = (version: "old" | "new"): string => {
      const path = join(folder, `${version}.json`);
      writeFileSync(path, JSON.stringify(pair[version]));
      return path;
    };
    const old = await makeProduct(specOf("old"), join(folder, "old"));
    const fresh = await makeProduct(specOf("new"), join(folder, "new"));
    const paths = ["old", "new"].map((version) => {
      const path = join(folder, `${version}.ts`);
      writeFileSync(path, consumerOf(old.side, old.files, `./${version}`));
      return path;
    });
    made.set(name, {
      ...(await behave(old, fresh)),
      paths: paths as [string, string],
    });
  }
  const errors = compile([...made.values()].flatMap(({ paths }) => paths));
  for (const [name, { paths, ...behaviour }] of made) {
    const [old, fresh] = paths;
    evidence.set(name, {
      ...behaviour,
      errors: { old: errors.get(old) ?? [], new: errors.get(fresh) ?? [] },
    });
  }
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("each verdict is what a correct consumer of the old output meets", () => {
  test.each(Object.entries(cases))("%s", (name, { changes }) => {
    const found = evidence.get(name);
    if (found === undefined) throw new Error(`${name} was not tried`);
    const { errors, refused, differing, beyond } = found;
    expect(errors.old).toEqual([]);
    const breaks = [...errors.new, ...refused, ...differing];
    if (changes[0]?.startsWith("major") !== true) expect(breaks).toEqual([]);
    else expect([...breaks, ...beyond]).not.toEqual([]);
    if (changes.length === 0) expect(beyond).toEqual([]);
  });
});
