import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readCreateIncomingPhoneNumber } from "../../generated/operations/create-incoming-phone-number.js";
import { isIncomingPhoneNumber } from "../../generated/schemas/incoming-phone-number.js";

interface ContentObject {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface DescriptionObject {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post: {
          readonly responses: Readonly<
            Record<
              string,
              {
                readonly content: Readonly<
                  Record<"application/json", ContentObject>
                >;
              }
            >
          >;
        };
      }
    >
  >;
}

const description = parse(
  readFileSync(new URL("../../spec/openapi.yaml", import.meta.url), "utf8"),
) as DescriptionObject;

/** Every example of every response of the description. */
const documented = Object.values(description.paths).flatMap(({ post }) =>
  Object.entries(post.responses).flatMap(([key, { content }]) => {
    const { example, examples = {} } = content["application/json"];
    const named = Object.entries(examples).map(
      ([name, { value }]) => [name, value] as const,
    );
    return (
      example === undefined ? named : [["example", example] as const]
    ).map(([name, value]) => ({ key, name, value }));
  }),
);

const [purchase = {}] = documented
  .filter(({ key }) => key === "201")
  .map(({ value }) => value as Readonly<Record<string, unknown>>);

function answer(
  status: number,
  body: unknown,
  contentType = "application/json",
): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(text, {
    status,
    headers: { "content-type": contentType },
  });
}

describe("the documented answers", () => {
  test("there is one for every status", () => {
    expect([...new Set(documented.map(({ key }) => key))]).toEqual([
      "201",
      "400",
      "401",
      "403",
      "404",
      "429",
      "default",
    ]);
  });

  test.each(documented)(
    "$key $name reads back whole",
    async ({ key, value }) => {
      const status = key === "default" ? 503 : Number(key);
      const result = await readCreateIncomingPhoneNumber(answer(status, value));
      expect(result).toMatchObject({
        status,
        ok: status === 201,
        contentType: "application/json",
        issues: [],
      });
      expect(result.body).toEqual(value);
    },
  );
});

describe("a purchase is never lost to what is wrong with its answer", () => {
  test("an unknown value of an enum", async () => {
    const body = {
      ...purchase,
      emergency_status: "Paused",
      voice_method: "QUERY",
    };
    const result = await readCreateIncomingPhoneNumber(answer(201, body));
    expect(result.status).toBe(201);
    expect(result.body).toEqual(body);
    expect(
      result.issues
        .map(({ pointer, keyword }) => `${pointer} ${keyword}`)
        .sort(),
    ).toEqual(["/body/emergency_status enum", "/body/voice_method enum"]);
  });

  test("an empty URL is nothing to speak of: formats are not asserted in answers", async () => {
    const body = { ...purchase, sms_url: "", status_callback: "/relative" };
    const result = await readCreateIncomingPhoneNumber(answer(201, body));
    expect(result.body).toEqual(body);
    expect(result.issues).toEqual([]);
  });

  test("an empty text for a SID", async () => {
    const body = { ...purchase, sms_application_sid: "" };
    const result = await readCreateIncomingPhoneNumber(answer(201, body));
    expect(result.body).toEqual(body);
    expect(new Set(result.issues.map(({ pointer }) => pointer))).toEqual(
      new Set(["/body/sms_application_sid"]),
    );
  });

  test("members that the description does not know stay", async () => {
    const body = { ...purchase, verified: true, nested: { a: [1] } };
    const result = await readCreateIncomingPhoneNumber(answer(201, body));
    expect(result.body).toEqual(body);
    expect(result.issues).toEqual([]);
  });

  test("a member that is missing", async () => {
    const { uri: _, ...body } = purchase;
    const result = await readCreateIncomingPhoneNumber(answer(201, body));
    expect(result.body).toEqual(body);
    expect(result.issues).toMatchObject([
      { pointer: "/body", keyword: "required", message: '"uri" is missing' },
    ]);
  });

  test("nothing is checked where that is asked for", async () => {
    const result = await readCreateIncomingPhoneNumber(answer(201, {}), {
      validate: false,
    });
    expect(result.body).toEqual({});
    expect(result.issues).toEqual([]);
  });

  test.each([
    ["broken JSON", '{"sid": "PN', "application/json"],
    ["an empty body", "", "application/json"],
    ["a page of a proxy", "<html>OK</html>", "text/html"],
  ])(
    "%s: the status and the text are there",
    async (_name, text, contentType) => {
      const result = await readCreateIncomingPhoneNumber(
        answer(201, text, contentType),
      );
      expect(result).toMatchObject({
        kind: "unreadable",
        status: 201,
        ok: false,
        contentType: undefined,
        body: undefined,
        text,
      });
      expect(result.issues.length).toBeGreaterThan(0);
      expect(result.issues[0]?.pointer).toBe("/body");
    },
  );

  test.each([
    "application/json; charset=utf-8",
    "APPLICATION/JSON",
    "application/problem+json",
  ])(
    "JSON under another spelling of its content type: %s",
    async (contentType) => {
      const result = await readCreateIncomingPhoneNumber(
        answer(201, purchase, contentType),
      );
      expect(result.body).toEqual(purchase);
      expect(result.issues).toEqual([]);
    },
  );
});

describe("errors", () => {
  const body = {
    code: 1,
    message: "m",
    more_info: "https://a.test/",
    status: 1,
  };

  test.each([400, 401, 403, 404, 429, 402, 418, 500, 503, 599])(
    "%i is an error with an error's body",
    async (status) => {
      const result = await readCreateIncomingPhoneNumber(answer(status, body));
      expect(result).toMatchObject({ status, ok: false, body, issues: [] });
      if (result.kind === "described" && !result.ok) {
        // The type says so as well: this line compiles because it is an ApiError.
        expect(result.body.code).toBe(1);
      }
    },
  );

  test("an error is never taken for a purchase, whatever its body looks like", async () => {
    const result = await readCreateIncomingPhoneNumber(answer(400, purchase));
    expect(result.ok).toBe(false);
    expect(result.body).toEqual(purchase);
    expect(result.issues.map(({ keyword }) => keyword)).toContain("required");
  });

  test("headers that are not described can be read from the response", async () => {
    const response = answer(429, body);
    response.headers.set("retry-after", "3");
    const result = await readCreateIncomingPhoneNumber(response);
    expect(result.response.headers.get("retry-after")).toBe("3");
  });
});

test("the guard and the examples agree", () => {
  expect(isIncomingPhoneNumber(purchase)).toBe(true);
  expect(isIncomingPhoneNumber({ ...purchase, sid: "XX" })).toBe(false);
  expect(isIncomingPhoneNumber({ ...purchase, emergency_status: "x" })).toBe(
    false,
  );
});
