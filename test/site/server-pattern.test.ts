import { describe, expect, test } from "vitest";
import { isBelowServer } from "../../generator/cli/docs/server-pattern.js";
import type { ServerVariable } from "../../generator/model/api.js";

type Case = readonly [
  url: string,
  variables: readonly ServerVariable[],
  target: string,
];

function isBelow([url, variables, target]: Case): boolean {
  return isBelowServer(new URL(target), [{ url, variables }]);
}

const free = (name: string): ServerVariable => ({ name });
const region = { name: "region", default: "eu", enum: ["eu", "us"] };
const host = { name: "host", default: "api.example.com" };
const base = { name: "base", default: "https://api.example.com/v1" };

describe("servers of a description", () => {
  test.each<Case>([
    ["https://api.example.com", [], "https://api.example.com/a"],
    ["https://api.example.com/", [], "https://api.example.com/a"],
    ["HTTPS://API.Example.com:443/v1", [], "https://api.example.com/v1"],
    ["https://{region}.example.com", [region], "https://us.example.com/a"],
    [
      "https://{shop}.example.com",
      [free("shop")],
      "https://my-shop.example.com/",
    ],
    ["https://{host}/v1", [host], "https://api.example.com/v1/a"],
    ["{base}", [base], "https://api.example.com/v1/a"],
    [
      "{scheme}://a.example",
      [{ name: "scheme", enum: ["http", "https"] }],
      "http://a.example/",
    ],
    ["https://a.example:{port}", [free("port")], "https://a.example:8443/"],
    [
      "https://a.example/{tenant}/v1",
      [free("tenant")],
      "https://a.example/me/v1/x",
    ],
  ])("%s reaches %3$s", (...each) => {
    expect(isBelow(each)).toBe(true);
  });

  test.each<Case>([
    ["https://api.example.com", [], "http://api.example.com/a"],
    ["https://api.example.com", [], "https://api.example.com.evil.example/"],
    ["https://api.example.com", [], "https://apixexample.com/"],
    ["https://api.example.com", [], "https://api.example.com:8443/"],
    ["https://api.example.com/v1", [], "https://api.example.com/v10"],
    ["https://{region}.example.com", [region], "https://af.example.com/a"],
    ["https://{shop}.example.com", [free("shop")], "https://a.b.example.com/"],
    ["https://{host}/v1", [host], "https://evil.example/v1"],
    ["https://{host}/v1", [free("host")], "https://evil.example/v1"],
    ["https://{a}.{b}", [free("a"), free("b")], "https://evil.example/"],
    ["https://{name}.com", [free("name")], "https://evil.com/"],
    [
      "https://a.example/{tenant}/v1",
      [free("tenant")],
      "https://a.example/a/b/v1",
    ],
    ["/v1", [], "https://evil.example/v1"],
    ["https://user@api.example.com", [], "https://api.example.com/"],
  ])("%s does not reach %3$s", (...each) => {
    expect(isBelow(each)).toBe(false);
  });

  test("a relative server is below the URL of the description", () => {
    const servers = [{ url: "../v2", variables: [] }];
    const at = "https://api.example.com/spec/openapi.yaml";
    const target = new URL("https://api.example.com/v2/a");
    expect(isBelowServer(target, servers, at)).toBe(true);
    expect(isBelowServer(target, servers)).toBe(false);
  });
});
