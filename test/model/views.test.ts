import { expect, test } from "vitest";
import { isReadOnly, isWriteOnly } from "../../generator/model/access.js";
import { findViews, isOpenEnum } from "../../generator/model/find-views.js";
import type { DefinitionViews } from "../../generator/model/views.js";
import { apiOf } from "./build.js";

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

function json(name: string): object {
  return { content: { "application/json": { schema: ref(name) } } };
}

const api = apiOf({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths: {
    "/a": {
      post: {
        parameters: [{ name: "q", in: "query", schema: ref("Asked") }],
        requestBody: json("Sent"),
        responses: {
          "200": {
            description: "ok",
            ...json("Received"),
            headers: { "X-A": { schema: ref("Header") } },
          },
        },
        callbacks: {
          done: {
            "{$request.body#/url}": {
              post: {
                requestBody: json("Pushed"),
                responses: {
                  "200": { description: "ok", ...json("Answered") },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Asked: { type: "string" },
      Sent: { properties: { both: ref("Both"), next: ref("Sent") } },
      Received: { properties: { both: ref("Both"), secret: ref("Secret") } },
      Both: { properties: { id: { type: "string", readOnly: true } } },
      Secret: { properties: { key: ref("Hidden") } },
      Hidden: { type: "string", writeOnly: true },
      Header: { enum: ["a", "b"] },
      Pushed: { properties: { at: { type: "string", format: "date" } } },
      Answered: { items: ref("Header") },
      Unused: { allOf: [ref("Pushed")] },
    },
  },
});

const views = findViews(api);

function flagsOf(name: string): string[] {
  const found = views.get(`#/components/schemas/${name}`);
  return Object.entries(found as DefinitionViews).flatMap(([flag, is]) =>
    is === true ? [flag] : [],
  );
}

test.each([
  ["Asked", ["inRequests"]],
  ["Sent", ["inRequests", "hasReadOnly"]],
  ["Received", ["inResponses", "hasReadOnly", "hasWriteOnly"]],
  ["Both", ["inRequests", "inResponses", "hasReadOnly"]],
  ["Secret", ["inResponses", "hasWriteOnly"]],
  ["Hidden", ["inResponses"]],
  ["Header", ["inRequests", "inResponses", "hasOpenEnum"]],
  ["Pushed", ["inResponses", "hasFormat"]],
  ["Answered", ["inRequests", "hasOpenEnum"]],
  ["Unused", ["hasFormat"]],
])("%s: %j", (name, flags) => {
  expect(flagsOf(name)).toEqual(flags);
});

test("a member is readOnly or writeOnly through a reference, too", () => {
  const member = { kind: "ref", pointer: "", annotations: {} } as const;
  const hidden = { ...member, target: "#/components/schemas/Hidden" };
  expect(isWriteOnly(hidden, api)).toBe(true);
  expect(isReadOnly(hidden, api)).toBe(false);
  expect(
    isReadOnly({ ...member, target: "#/components/schemas/Sent" }, api),
  ).toBe(false);
});

test("an enum is open from two texts on", () => {
  const open = (...values: (string | number | null)[]) =>
    isOpenEnum({ kind: "enum", values });
  expect(open("a", "b")).toBe(true);
  expect(open("a", "b", null)).toBe(true);
  expect(open("a")).toBe(false);
  expect(open("a", null)).toBe(false);
  expect(open("a", "b", 1)).toBe(false);
});
