import { expect, test } from "vitest";
import { defaultSettings } from "../../generator/config/config.js";
import {
  packageName,
  packageVersion,
} from "../../generator/emit/package-identity.js";

test.each([
  ["Swagger Petstore - OpenAPI 3.0", "swagger-petstore-openapi-3-0"],
  ["  Ünïcode & Co. ", "unicode-co"],
  ["日本語", "api"],
  ["node_modules", "api"],
  ["../../evil", "evil"],
  ["", "api"],
])("the title %j gives the package name %s", (title, name) => {
  expect(packageName({ title, version: "1" }, defaultSettings)).toBe(name);
});

test("a package name has at most 100 letters and no hyphen at its end", () => {
  const title = `${"a".repeat(99)} b`;
  const name = packageName({ title, version: "1" }, defaultSettings);
  expect(name).toBe("a".repeat(99));
});

test("a name that the settings give is taken as it is", () => {
  const settings = { ...defaultSettings, packageName: "@acme/api" };
  expect(packageName({ title: "API", version: "1" }, settings)).toBe(
    "@acme/api",
  );
});

test.each([
  ["1.2.3", "1.2.3"],
  ["2.0.0-beta.1+5", "2.0.0-beta.1+5"],
  ["v1", "0.0.0"],
  ["2024-01-01", "0.0.0"],
  ["01.2.3", "0.0.0"],
  ["1.2", "0.0.0"],
])("the version %s gives the package version %s", (version, expected) => {
  expect(packageVersion({ title: "", version })).toBe(expected);
});
