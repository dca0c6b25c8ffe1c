import { describe, expect, test } from "vitest";
import { buildValue } from "./build.js";

describe("keys that are read as another that is there", () => {
  const described = { description: "" };
  const messagesOf = (responses: unknown): string[] =>
    buildValue({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: { "/a": { get: { responses } } },
    })
      .diagnostics.filter(({ code }) => /^status|^media/u.test(code))
      .map(({ message }) => message.replace(/^.*(?:default\.|type;) /u, ""));

  test.each([
    [
      { "200": described, "200 OK": described },
      ['It is left out, because "200" describes 200.'],
    ],
    [
      { "200 OK": described, "200 Fine": described, "2xx": described },
      [
        "It is read as 200.",
        'It is left out, because "200 OK" describes 200.',
        "It is read as 2XX.",
      ],
    ],
    [
      { "200-299": described, "2xx": described, "400-499": described },
      [
        "It is read as 2XX.",
        'It is left out, because "200-299" describes 2XX.',
        "It is read as 4XX.",
      ],
    ],
    [
      {
        "200": {
          ...described,
          content: { " a/b": {}, "a/b": {}, "c/d, e/f": {}, " c/d": {} },
        },
      },
      [
        "it is left out, because a/b is described besides.",
        "it is read as c/d and e/f.",
        "it is left out, because c/d is described besides.",
      ],
    ],
  ])("%j", (responses, expected) => {
    expect(messagesOf(responses)).toEqual(expected);
  });
});
