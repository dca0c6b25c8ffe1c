import { expect, test } from "vitest";
import { bodyBranches } from "../../generator/model/body-branches.js";
import { apiOf } from "./build.js";

const link = { $ref: "#/components/schemas/A" };
const named = { type: "object", properties: { name: { type: "string" } } };

function branchesOf(content: Readonly<Record<string, object>>): string[][] {
  const api = apiOf({
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {
      "/a": {
        post: {
          requestBody: { content },
          responses: { 200: { description: "Done." } },
        },
      },
    },
    components: { schemas: { A: named, B: named } },
  });
  return bodyBranches(api.operations[0]?.body).map((branch) =>
    branch.map(({ mediaType }) => mediaType),
  );
}

test.each([
  ["one", { "application/json": { schema: link } }, [["application/json"]]],
  [
    "equal references",
    {
      "application/json": { schema: link },
      "text/json": { schema: link },
      "application/*+json": { schema: link },
    },
    [["application/json", "text/json", "application/*+json"]],
  ],
  [
    "equal schemas that are written out",
    {
      "application/json": { schema: named },
      "text/json": { schema: named },
    },
    [["application/json", "text/json"]],
  ],
  [
    "other schemas",
    {
      "application/json": { schema: link },
      "text/json": { schema: { $ref: "#/components/schemas/B" } },
    },
    [["application/json"], ["text/json"]],
  ],
  [
    "something else in between",
    {
      "application/json": { schema: named },
      "application/x-www-form-urlencoded": { schema: named },
      "text/json": { schema: named },
    },
    [["application/json", "text/json"], ["application/x-www-form-urlencoded"]],
  ],
  [
    "what is no JSON",
    {
      "image/png": {},
      "image/gif": {},
    },
    [["image/png"], ["image/gif"]],
  ],
])("%s", (_title, content, expected) => {
  expect(branchesOf(content)).toEqual(expected);
});
