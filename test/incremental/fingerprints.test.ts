import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "../../generator/tracking/fingerprint.js";
import { Fingerprints } from "../../generator/cache/fingerprints.js";

/** Values that are often nearly the same: few names, few scalars, members in any order. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(undefined, null, true, 0, 1, "", "a"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "0"), tie("value"), { maxKeys: 3 }),
  ),
}));

test("are those of the values themselves, whatever the runs before read", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 5 }), (values) => {
      const fingerprints = new Fingerprints();
      for (const each of values.flatMap((one) => [one, structuredClone(one)])) {
        expect(fingerprints.of("definition", each)).toBe(fingerprint(each));
        fingerprints.keep();
      }
    }),
    { numRuns: 2000 },
  );
});

test("tell members in another order apart", () => {
  const fingerprints = new Fingerprints();
  const print = fingerprints.of("definition", {
    a: 1,
    b: 2,
    c: "x".repeat(20),
  });
  fingerprints.keep();
  expect(
    fingerprints.of("definition", { b: 2, a: 1, c: "x".repeat(20) }),
  ).not.toBe(print);
});
