import { expect, test } from "vitest";
import { validatorBytes } from "../../bench/validators/size.js";

test.each([
  { exported: "isBody", limit: 1000 },
  { exported: "validateBody", limit: 2000 },
] as const)(
  "$exported of the endpoint's form stays under $limit bytes, minified and gzipped, with formats",
  async ({ exported, limit }) => {
    expect(await validatorBytes(exported, "everywhere")).toBeLessThanOrEqual(
      limit,
    );
  },
);
