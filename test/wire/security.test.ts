import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";
import { securityDocument } from "./security-document.js";

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(securityDocument);
});

function request(id: string, auth?: object, input: object = {}): Request {
  return output.runtime.toRequest(
    operationOf(output, id).build(input),
    auth === undefined ? {} : { auth },
  );
}

function headers(id: string, auth?: object): Record<string, string> {
  const { accept: _accept, ...others } = Object.fromEntries(
    request(id, auth).headers,
  );
  return others;
}

const basic = { username: "u", password: "p" };

describe("credentials", () => {
  test("basic is UTF-8 before base64", () => {
    const auth = { basic: { username: "tést", password: "€ 😀:x" } };
    const { authorization = "" } = headers("inherited", auth);
    expect(
      Buffer.from(authorization.replace("Basic ", ""), "base64").toString(),
    ).toBe("tést:€ 😀:x");
  });

  test("a user name has no colon", () => {
    expect(() =>
      request("inherited", { basic: { username: "a:b", password: "" } }),
    ).toThrow(/"basic" has a colon/);
  });

  test.each([
    [
      "digest",
      { digest: 'username="x"' },
      { authorization: 'Digest username="x"' },
    ],
    ["openId", { openId: "t" }, { authorization: "Bearer t" }],
    ["mixed", { bearer: "t" }, { authorization: "Bearer t" }],
    ["tls", {}, {}],
    ["none", undefined, {}],
    ["none", { basic }, {}],
    ["optional", undefined, {}],
    ["optional", { bearer: "t" }, { authorization: "Bearer t" }],
    ["optionalFirst", undefined, {}],
    ["optionalFirst", { bearer: "t" }, { authorization: "Bearer t" }],
    ["either", { headerKey: "k" }, { "x-api-key": "k" }],
    ["either", { oauth: "t" }, { authorization: "Bearer t" }],
    ["either", { oauth: "t", headerKey: "k" }, { "x-api-key": "k" }],
  ])("%s with %j", (id, auth, expected) => {
    expect(headers(id, auth)).toEqual(expected);
  });

  test("schemes that hold together go together, after the values of the request", () => {
    const sent = request(
      "both",
      { headerKey: "h", queryKey: "q&r", cookieKey: "c;d" },
      { query: { q: "1" }, cookie: { lang: "de" } },
    );
    expect(sent.url).toBe(
      "https://api.example.com/v1/both?q=1&api%20key=q%26r",
    );
    expect(sent.headers.get("x-api-key")).toBe("h");
    expect(sent.headers.get("cookie")).toBe("lang=de; sid=c%3Bd");
  });

  test.each([
    ["inherited", undefined],
    ["either", { basic }],
    ["both", { headerKey: "h" }],
  ])(
    "%s without its credentials is refused, and the schemes are named",
    (id, auth) => {
      expect(() => request(id, auth)).toThrow(/credentials are missing: \w+/);
    },
  );

  test.each([
    ["either", { oauth: "secret\r\nX-Other: 1" }],
    ["either", { headerKey: "secret\n" + "\u20ac" }],
    ["inherited", { basic: { username: "secret:x", password: "secret" } }],
    ["inherited", { basic: { username: "secret\ud800", password: "secret" } }],
    [
      "both",
      { headerKey: "secret", queryKey: "secret\ud800", cookieKey: "secret" },
    ],
  ])("no error of %s shows a credential", (id, auth) => {
    let message = "";
    try {
      request(id, auth);
    } catch (error) {
      message = `${String(error)} ${String((error as Error).stack)}`;
    }
    expect(message).toMatch(/TypeError/);
    expect(message).not.toContain("secret");
  });

  test("an invalid base URL does not show the key in the query", () => {
    const built = operationOf(output, "both").build({});
    const auth = {
      headerKey: "secret",
      queryKey: "secret",
      cookieKey: "secret",
    };
    for (const baseUrl of [
      ...["nowhere", "https://", "https://a.example?x=1"],
      "https://u:p@a.example",
    ]) {
      let message = "";
      try {
        output.runtime.toRequest(built, { baseUrl, auth });
      } catch (error) {
        message = `${String(error)} ${JSON.stringify(error)}`;
      }
      expect(message).toMatch(/URL/);
      expect(message).not.toContain("secret");
    }
  });
});

describe("types of credentials", () => {
  test("say what the operation asks for", () => {
    const text = (name: string): string =>
      (output.files.get(`operations/${name}.ts`) ?? "").replace(/\s+/g, "");
    expect(text("inherited")).toContain(
      "HttpRequest<InheritedResult,{readonlybasic:BasicCredentials}>",
    );
    expect(text("none")).toContain("HttpRequest<NoneResult>");
    expect(text("optional")).toContain("{readonlybearer:string}|undefined");
    expect(text("either")).toContain(
      "{readonlyheaderKey:string}|{readonlyoauth:string}",
    );
  });
});
