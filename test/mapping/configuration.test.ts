import { describe, expect, test } from "vitest";
import { checkConfig } from "../../generator/config/check-config.js";
import type { TypeSettings } from "../../generator/config/type-mapping.js";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { findMappings } from "../../generator/mapping/find-mappings.js";
import { buildValue, withSchemas } from "../model/build.js";

const own = { type: "Money", module: "../money.js" };

describe("the option `types`", () => {
  test.each([
    { formats: { int64: "bigint", "date-time": "Date", uuid: "brand" } },
    { schemas: { Money: { ...own, parse: "parse", serialize: "write" } } },
    { schemas: { Id: { type: "Id", module: "@acme/ids/src/id.js" } } },
    { schemas: { Id: { type: "Id", module: "#ids" } } },
    {},
  ])("may be %j", (types) => {
    expect(checkConfig({ types }, "config")).toEqual({ types });
  });

  test.each([
    [5, '"types" must be { formats, schemas }'],
    [{ format: {} }, '"types" has no key "format". Did you mean "formats"?'],
    [{ formats: [] }, '"types".formats must be an object'],
    [
      { formats: { int64: "bigInt" } },
      '"types".formats["int64"] is "bigInt", and must be "bigint", "Date", "brand" or { type, module, parse, serialize }. Did you mean "bigint"?',
    ],
    [
      { formats: { int64: 1 } },
      '"types".formats["int64"] must be "bigint", "Date", "brand" or',
    ],
    [{ schemas: { A: { type: "A" } } }, '"types".schemas["A"] needs a module'],
    [{ schemas: { A: { module: "a" } } }, '"types".schemas["A"] needs a type'],
    [
      { schemas: { A: { ...own, parser: "x" } } },
      '"types".schemas["A"] has no key "parser". Did you mean "parse"?',
    ],
    [
      { schemas: { A: { ...own, parse: "x" } } },
      '"types".schemas["A"] needs serialize beside parse, or neither',
    ],
    [
      { schemas: { A: { ...own, type: "A; import 'x'" } } },
      '"types".schemas["A"].type must be the name of an export',
    ],
    [
      { schemas: { A: { ...own, module: 'a"; alert(1); "' } } },
      '"types".schemas["A"].module must be a package, or a path',
    ],
    [
      { schemas: { A: { ...own, module: "/etc/passwd.js" } } },
      '"types".schemas["A"].module must be a package, or a path',
    ],
    [
      { schemas: { A: { ...own, module: "https://a.example/a.js" } } },
      '"types".schemas["A"].module must be a package, or a path',
    ],
  ])("must not be %j", (types, message) => {
    expect(() => checkConfig({ types }, "config")).toThrow(
      `config: ${message}`,
    );
  });
});

describe("a mapping that fits nothing", () => {
  const document = withSchemas({
    AccountSid: { type: "string" },
    Count: { type: "integer", format: "int64" },
    Loose: { format: "date-time" },
    Listed: { type: "string", format: "uuid", enum: ["a"] },
  });

  function diagnose(types: TypeSettings): string[] {
    const { api } = buildValue(document);
    if (api === undefined) throw new Error("not built");
    const collector = new DiagnosticCollector();
    findMappings(api, types, collector);
    return collector.all.map(
      ({ code, severity, pointer, message, fix = "" }) =>
        `${severity} ${code} ${pointer}: ${message} | ${fix}`,
    );
  }

  test("is a warning where nothing has the name", () => {
    expect(diagnose({ schemas: { AcountSid: "brand" } })).toEqual([
      'warning type-mapping-unused : `types.schemas` of the configuration maps "AcountSid", and no schema is called so | Did you mean "AccountSid"?',
    ]);
    expect(diagnose({ formats: { in64: "bigint" } })).toEqual([
      'warning type-mapping-unused : `types.formats` of the configuration maps "in64", and no schema has that format beside its type | Did you mean "int64"?',
    ]);
  });

  test("is a warning where the format stands without a type, or beside a list of values", () => {
    expect(diagnose({ formats: { "date-time": "Date" } })).toHaveLength(1);
    expect(diagnose({ formats: { uuid: "brand" } })).toHaveLength(1);
  });

  test("is an error where what comes along cannot stand for the values", () => {
    expect(diagnose({ formats: { int64: "Date" } })).toEqual([
      'error type-mapping-mismatch /components/schemas/Count: "int64" is mapped to Date, which stands for a string; this schema is a number | Map it to a type of your own, with the functions `parse` and `serialize`. No flag goes past this error.',
    ]);
    expect(diagnose({ schemas: { Loose: "bigint" } })).toMatchObject([
      expect.stringContaining("this schema is of no single type"),
    ]);
  });

  test("is nothing to speak of where it fits", () => {
    expect(
      diagnose({
        formats: { int64: "bigint" },
        schemas: { AccountSid: "brand" },
      }),
    ).toEqual([]);
  });
});
