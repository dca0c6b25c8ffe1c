import fc from "fast-check";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isReserved } from "../../generator/names/reserved.js";
import { buildFile } from "../model/build.js";
import {
  baseNames,
  description,
  nameApi,
  nameDescription,
  symbolsOf,
  type Named,
} from "./named.js";

const text = { type: "string" };
const word = fc.constantFrom(
  "pet",
  "Pet",
  "user",
  "User",
  "input",
  "Input",
  "error",
  "date",
  "v1",
  "2",
  "URL",
);
const separator = fc.constantFrom("", "-", "_", ".", " ");
const key = fc
  .tuple(word, separator, word, separator, fc.constantFrom("", "list", "List"))
  .map((parts) => parts.join("").trim());
const keys = fc.uniqueArray(key, { maxLength: 12 });
const path = fc
  .array(fc.constantFrom("pets", "Pets", "users", "{id}", "a.b", "a-b", "x"), {
    maxLength: 4,
  })
  .filter((parts) => parts.filter((part) => part === "{id}").length < 2)
  .map((parts) => `/${parts.join("/")}`);
const place = fc
  .tuple(fc.constantFrom("GET", "POST"), path)
  .map(([method, p]) => `${method} ${p}`);
const places = fc.uniqueArray(place, { maxLength: 8 });

/** Two texts that would have one name: the one of them gives way, whichever came first. */
function alike(a: string, b: string): boolean {
  const plain = (text: string) =>
    text.replace(/[^\p{L}\p{N}{}]/gu, "").toLowerCase();
  return plain(a) === plain(b);
}

function expectUnique({ names }: Named): void {
  const identifiers = symbolsOf(names).map(({ name }) => name);
  expect(
    identifiers.filter((name, index) => identifiers.indexOf(name) !== index),
  ).toEqual([]);
  expect(identifiers.filter((name) => isReserved(name))).toEqual([]);
  const files = [
    ...[...names.schemas.values()].map(({ typeModule }) =>
      typeModule.toLowerCase(),
    ),
    ...[...names.operations.values()].map(({ module }) => module.toLowerCase()),
  ];
  expect(new Set(files).size).toBe(files.length);
}

test("every name and every file is unique", () => {
  fc.assert(
    fc.property(keys, places, (schemas, operations) => {
      expectUnique(
        nameDescription(
          description(
            Object.fromEntries(schemas.map((one) => [one, text])),
            Object.fromEntries(operations.map((one) => [one, {}])),
          ),
        ),
      );
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("the order of the description changes no name", () => {
  fc.assert(
    fc.property(keys, places, (schemas, operations) => {
      const [one, other] = [schemas, [...schemas].reverse()].map((list) =>
        baseNames(
          nameDescription(
            description(
              Object.fromEntries(list.map((name) => [name, text])),
              Object.fromEntries(
                (list === schemas ? operations : [...operations].reverse()).map(
                  (name) => [name, {}],
                ),
              ),
            ),
          ),
        ),
      );
      expect(one).toEqual(other);
    }),
    { numRuns: 80, seed: 2 },
  );
});

test("a schema or an operation more renames nothing that is spelled otherwise", () => {
  fc.assert(
    fc.property(
      keys,
      places,
      key,
      place,
      (schemas, operations, newKey, newPlace) => {
        fc.pre(!schemas.some((one) => alike(one, newKey)));
        fc.pre(!operations.some((one) => alike(one, newPlace)));
        const all = (withNew: boolean) =>
          baseNames(
            nameDescription(
              description(
                Object.fromEntries(
                  [...(withNew ? [newKey] : []), ...schemas].map((one) => [
                    one,
                    text,
                  ]),
                ),
                Object.fromEntries(
                  [...(withNew ? [newPlace] : []), ...operations].map((one) => [
                    one,
                    {},
                  ]),
                ),
              ),
            ),
          );
        expect(all(true)).toMatchObject(all(false));
      },
    ),
    { numRuns: 100, seed: 3 },
  );
});

test("a twin that is spelled worse takes nothing from the one that is spelled as its name", () => {
  const before = baseNames(
    nameDescription(description({ Pet: text, UserList: text })),
  );
  const after = baseNames(
    nameDescription(
      description({
        pet: text,
        PET: text,
        "user-list": text,
        user_list: text,
        Pet: text,
        UserList: text,
      }),
    ),
  );
  expect(after).toMatchObject(before);
});

const history = fileURLToPath(
  new URL("../../../shared/history/", import.meta.url),
);

describe.skipIf(!existsSync(history))(
  "from one version of a real description to the next",
  () => {
    const pairs = existsSync(history) ? readdirSync(history) : [];
    test.each(pairs)("%s renames nothing", (pair) => {
      const [before, after] = ["old", "new"].map((side) => {
        const file = readdirSync(`${history}${pair}`).find((name) =>
          name.startsWith(side),
        );
        const { api } = buildFile(`${history}${pair}/${file}`);
        if (api === undefined) throw new Error(`${pair} cannot be read`);
        return nameApi(api);
      });
      if (before === undefined || after === undefined) return;
      expectUnique(before);
      const old = baseNames(before);
      const now = baseNames(after);
      const kept = Object.keys(old).filter((name) => Object.hasOwn(now, name));
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.filter((name) => old[name] !== now[name])).toEqual([]);
    });
  },
);
