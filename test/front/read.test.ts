import { describe, expect, it } from "vitest";
import { readText } from "./read-text.js";

describe("YAML as data of JSON", () => {
  it("reads the core schema of YAML 1.2", () => {
    const { value, said } = readText(
      "a: [no, NO, yes, on, off, y, ~, null, true, False]\nb: [0x1F, 0o17, 1e3, 2024-01-01, 012, '1', !!str 2]\nc: {200: x, 1.0: y, true: z}\n",
    );
    expect(said).toEqual([]);
    expect(value).toEqual({
      a: ["no", "NO", "yes", "on", "off", "y", null, null, true, false],
      b: [31, 15, 1000, "2024-01-01", 12, "1", "2"],
      c: { "200": "x", "1.0": "y", true: "z" },
    });
  });

  it("puts merge keys beneath written members", () => {
    const { value, said } = readText(
      "base: &b {x: 1, y: 1}\nmore: &m {y: 2, z: 2}\none: {<<: *b, y: 9}\ntwo: {<<: [*b, *m]}\nquoted: {'<<': 1}\n",
    );
    expect(said).toEqual([]);
    expect(value).toMatchObject({
      one: { x: 1, y: 9 },
      two: { x: 1, y: 1, z: 2 },
      quoted: { "<<": 1 },
    });
  });

  it("keeps __proto__ as an own member, by key, by merge and in JSON", () => {
    for (const text of [
      "a: {__proto__: {polluted: true}}",
      "b: &b {__proto__: {polluted: true}}\na: {<<: *b}",
      '{"a": {"__proto__": {"polluted": true}}}',
    ]) {
      const { value } = readText(text);
      const { a } = value as { a: object };
      expect(Object.keys(a)).toEqual(["__proto__"]);
      expect(Object.getPrototypeOf(a)).toBe(Object.prototype);
    }
    expect({}).not.toHaveProperty("polluted");
  });

  it("reads JSON by content, whatever the file is called", () => {
    const json = '\ufeff{"a": [1, {"b": "c"}]}';
    for (const name of ["x.yaml", "x.json", "x"]) {
      expect(readText(json, name).value).toEqual({ a: [1, { b: "c" }] });
    }
    expect(readText("a: 1", "x.json").value).toEqual({ a: 1 });
  });

  it("takes the control characters that JSON allows in its strings (RFC 8259 §7)", () => {
    const value = { "a\u007f": "\u0080\u009f\uffff" };
    const { value: read, said } = readText(JSON.stringify(value), "x.json");
    expect(said).toEqual([]);
    expect(read).toEqual(value);
    expect(readText('{"a": "\u0007"}', "x.json").said).toEqual([
      "1:8 control-character The control character U+0007 is not allowed.",
    ]);
  });

  it("takes CR LF and lone CR as line ends, with the same hash and places", () => {
    const lines = ["a: 1", "b: |", "  x", "  y", "c: [1"];
    const [unix, dos, mac] = ["\n", "\r\n", "\r"].map((end) =>
      readText(lines.join(end)),
    );
    expect(dos?.said).toEqual(unix?.said);
    expect(mac?.said).toEqual(unix?.said);
    const [a, b] = ["\n", "\r\n"].map((end) => readText(`a: |${end}  x${end}`));
    expect(b?.value).toEqual(a?.value);
    expect(b?.document?.sha256).toBe(a?.document?.sha256);
  });
});

describe("several documents in a file", () => {
  it.each([
    ["a: 1\n---\nb: 2\n", "2:1"],
    ["a: 1\n...\n---\nb: 2\n", "3:1"],
    ["a: |\n  x\n# words\n--- # more\n{b: 2}\n", "4:1"],
    ["a: 'x\n  y'\n---\n- b\n", "3:1"],
    ['{"a": 1}\n---\n{"b": 2}\n', "2:1"],
    ["a: 1\r\n---\r\nb: 2\r\n", "2:1"],
    ["---\na: 1\n---\nnull\n", "3:1"],
    ["%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n---\nb: 1\n", "6:1"],
    ["a: 1\n---\n---\nb: 1\n", "3:1"],
  ])("refuses %j", (text, place) => {
    const { value, said } = readText(text);
    expect(value).toBeUndefined();
    expect(said).toEqual([
      `${place} several-documents The file holds 2 YAML documents; a description is one. The second begins here.`,
    ]);
  });

  it.each([
    "---\na: 1\n",
    "a: 1\n...\n",
    "# words\n---\na: 1\n...\n",
    "a: 1\n---\n",
    "a: 1\n--- # the end\n# words\n",
    "---\n---\na: 1\n",
    "%YAML 1.2\n---\na: 1\n...\n",
    '--- {"a": 1}\n',
  ])("takes the one document of %j", (text) => {
    const { value, said, document } = readText(text);
    expect(said).toEqual([]);
    expect(value).toEqual({ a: 1 });
    expect(document?.position("/a", "key").line).toBe(
      text.split("\n").findIndex((line) => /\ba\b/.test(line)) + 1,
    );
  });
});

describe("faults of a file", () => {
  it.each([
    [
      "both places of a duplicate key",
      "a: 1\nb: 2\na: 3\n",
      ['3:1 duplicate-key The key "a" stands already at line 1, column 1.'],
    ],
    [
      "duplicate keys, plain and quoted",
      "{a: 1, 'a': 2}",
      ['1:8 duplicate-key The key "a" stands already at line 1, column 2.'],
    ],
    [
      "every duplicate in JSON",
      '{"a":1,\n "a":2,\n "a":3}',
      [
        '2:2 duplicate-key The key "a" stands already at line 1, column 2.',
        '3:2 duplicate-key The key "a" stands already at line 2, column 2.',
      ],
    ],
    [
      "a duplicate in JSON behind an escape",
      '{"a":1,"\\u0061":2}',
      ['1:8 duplicate-key The key "a" stands already at line 1, column 2.'],
    ],
    [
      "tabs",
      "a:\n\tb: 1\n",
      [
        "2:1 yaml-syntax The line is indented with a tab, which YAML does not allow.",
      ],
    ],
    [
      "tabs in several lines, and what follows from them",
      "a:\n  b:\n\t\tc: 1\n\t\td: 1\n    e: [\n",
      [
        "3:1 yaml-syntax The line is indented with a tab, which YAML does not allow.",
      ],
    ],
    [
      "a tab within braces, behind a fault of another kind",
      "a: {b: 'x' 'y'}\nc: {\n\td: 1 }\n",
      [
        "1:12 yaml-syntax Unexpected single-quoted-scalar at node end.",
        "3:1 yaml-syntax The line is indented with a tab, which YAML does not allow.",
      ],
    ],
    [
      "a key that is a list",
      "? [1]\n: x\n",
      ["1:3 yaml-key A key must be a string."],
    ],
    ["a null key", "~: x\n", ["1:1 yaml-key A key must be a string."]],
    [
      "a tag",
      "a: !!binary aGk=\n",
      [
        '1:13 yaml-tag The tag "!!binary" builds something that JSON does not have.',
      ],
    ],
    [
      "an alias without anchor",
      "a: *nope\n",
      ['1:4 yaml-alias No anchor is called "nope" above this alias.'],
    ],
    [
      "an anchor in itself",
      "a: &x [*x]\n",
      [
        '1:8 yaml-alias The alias "x" stands inside its own anchor; JSON has no cycles.',
      ],
    ],
    [
      "numbers out of range",
      "a: [.inf, .nan, 1e999, 1e-999]",
      [
        "1:5 number-range The number .inf cannot be held as a finite double.",
        "1:11 number-range The number .nan cannot be held as a finite double.",
        "1:17 number-range The number 1e999 cannot be held as a finite double.",
        "1:24 number-range The number 1e-999 cannot be held as a finite double.",
      ],
    ],
    [
      "digits that are lost",
      "a: 9007199254740993",
      [
        "1:4 number-precision The number 9007199254740993 is read as 9007199254740992.",
      ],
    ],
    ["an empty file", "", ['1:1 empty-document "spec.yaml" is empty.']],
    ["blanks alone", " \n\n", ['1:1 empty-document "spec.yaml" is empty.']],
    [
      "an HTML page",
      "<!DOCTYPE html>\n<html><body>Sign: in</body></html>\n",
      ['1:1 yaml-syntax "spec.yaml" is an HTML page, not YAML or JSON.'],
    ],
    [
      "XML",
      "\n<?xml version='1.0'?><error/>",
      ['1:1 yaml-syntax "spec.yaml" is XML, not YAML or JSON.'],
    ],
    [
      "comments alone",
      "# x\n",
      ["1:1 empty-document The file holds no value."],
    ],
    [
      "a control character",
      "a: 1\nb: \u0007\n",
      ["2:4 control-character The control character U+0007 is not allowed."],
    ],
    [
      "half a surrogate pair",
      '{"a": "\\ud800"}',
      [
        "1:7 ill-formed-string The string holds half of a surrogate pair, which is no Unicode text.",
      ],
    ],
    [
      "half a surrogate pair in YAML",
      'a: "\\ud800"',
      [
        "1:4 ill-formed-string The string holds half of a surrogate pair, which is no Unicode text.",
      ],
    ],
    [
      "YAML 1.1",
      "%YAML 1.1\n---\na: no\n",
      [
        "1:1 yaml-version The file asks for YAML 1.1; it is read as YAML 1.2, where `no`, `yes`, `on` and `off` are strings.",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(readText(text).said).toEqual(expected);
  });

  it.each([
    ['{"a": 1,}', "1:9 json-syntax A key in double quotes is missing."],
    ['{"a" 1}', '1:6 json-syntax ":" is missing after the key.'],
    ['{"a": 01}', '1:8 json-syntax "," or "}" is missing.'],
    ["[1, 2", '1:6 json-syntax "," or "]" is missing.'],
    ['["\\x"]', "1:3 json-syntax No escape of JSON begins here."],
    ['["a\nb"]', "1:4 json-syntax A string holds a raw control character."],
    ["[nul]", '1:2 json-syntax No value of JSON begins with "n".'],
    [
      "[1] 2",
      "1:5 json-syntax Something stands after the end of the document.",
    ],
  ])("JSON that is none: %j", (text, expected) => {
    expect(readText(text, "x.json").said).toEqual([expected]);
  });

  it.each([
    [Uint8Array.of(0xff, 0xfe, 0x61, 0), "The file is UTF-16, not UTF-8."],
    [
      Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a),
      "The file is not UTF-8: byte 3 is invalid.",
    ],
    [
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0),
      "The file is not text: byte 0 is no UTF-8.",
    ],
  ])("bytes that are no text", (bytes, message) => {
    expect(readText(bytes).said).toEqual([`1:1 not-text ${message}`]);
  });

  it("reports all faults of a file at once", () => {
    const { said } = readText("a: 1\na: 2\nb: !x 1\nc: .nan\n~: 1\n");
    expect(said.map((text) => text.split(" ")[1])).toEqual([
      "duplicate-key",
      "yaml-tag",
      "number-range",
      "yaml-key",
    ]);
  });

  it("takes numbers for exact that are", () => {
    const { said } = readText(
      "a: [9223372036854775807, -9223372036854775808, 18446744073709551615, 9223372036854776000, 0.1, 1e21, 123456789012345680000, 1.0000000000000000, 0x1FFFFFFFFFFFFF]",
    );
    expect(said).toEqual([]);
  });

  it("refuses what is nested beyond every use, in YAML and in JSON", () => {
    const deep = 20_000;
    const brackets = "[".repeat(deep) + "]".repeat(deep);
    expect(readText(`a: ${brackets}`).said.join()).toMatch(/nested-too-deeply/);
    expect(readText(brackets, "x.json").said.join()).toMatch(
      /nested-too-deeply/,
    );
    const levels = Array.from({ length: 600 }, (_, n) => `${" ".repeat(n)}a:`);
    expect(readText(levels.join("\n")).said.join()).toMatch(
      /nested-too-deeply/,
    );
    const fine = "[".repeat(400) + "]".repeat(400);
    expect(readText(fine, "x.json").said).toEqual([]);
    expect(readText(`a: ${fine}`).said).toEqual([]);
  });
});

describe("positions", () => {
  const yaml = `openapi: 3.1.0
info:
  title: &t "x"
  "a/b": {c~d: [10, {e: 20}]}
list:
  - one
  - two: 2
    alias: *t
empty:
`;
  const json = `{"openapi": "3.1.0",
 "info": {"title": "x",
  "a/b": {"c~d": [10, {"e": 20}]}}, "list": ["one", {"two": 2}]}`;

  it.each([
    ["", "value", "1:1"],
    ["/info", "key", "2:1"],
    ["/info", "value", "3:3"],
    ["/info/title", "key", "3:3"],
    ["/info/a~1b/c~0d/0", "value", "4:17"],
    ["/info/a~1b/c~0d/1/e", "value", "4:25"],
    ["/list/1/two", "key", "7:5"],
    ["/list/1/alias", "value", "8:12"],
    ["/info/nope/deep", "value", "2:1"],
    ["/empty", "key", "9:1"],
  ] as const)("YAML %j, %s", (pointer, at, expected) => {
    const place = readText(yaml).document?.position(pointer, at);
    expect(`${place?.line}:${place?.column}`).toBe(expected);
  });

  it.each([
    ["", "value", "1:1"],
    ["/info", "key", "2:2"],
    ["/info/a~1b/c~0d/1/e", "value", "3:29"],
    ["/list/1/two", "key", "3:54"],
  ] as const)("JSON %j, %s", (pointer, at, expected) => {
    const place = readText(json, "x.json").document?.position(pointer, at);
    expect(`${place?.line}:${place?.column}`).toBe(expected);
  });
});
