import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { LineIndex } from "../../generator/read/line-index.js";
import { parseYaml } from "../../generator/read/parse-yaml.js";
import { outlinePlainYaml } from "../../generator/read/plain-yaml/outline-plain-yaml.js";
import { readPlainYaml } from "../../generator/read/plain-yaml/read-plain-yaml.js";

const corpus = fileURLToPath(
  new URL("../../../shared/corpus", import.meta.url),
);

/** What the judge makes of a text; undefined where it finds fault. */
function judge(text: string) {
  const collector = new DiagnosticCollector();
  return parseYaml(text, "", new LineIndex(text), collector);
}

/** Compares the two readers; true where the plain one was sure of itself. */
function agrees(text: string): boolean {
  const value = readPlainYaml(text, 500);
  if (value === undefined) return false;
  const judged = judge(text);
  expect(judged?.value, text).toEqual(value);
  expect(outlinePlainYaml(text), text).toEqual(judged?.outline());
  return true;
}

const sure = `# A comment.
openapi: 3.1.0
info: {title: "A \\u00e9 \\"b\\"", version: '1', 'it''s': [1, -2.5, 1e3, true, ~, x y]} # why
text: |
  one
    two

  three
folded: >-
  a
  b

  c
    more
  d
kept: |+
  x

long: a plain
  scalar of

  lines
quoted: "two
  lines \\
  joined"
list:
- a
-   b: 1
    c: 2
- - x
  - y
-
  z: {}
? explicit
: v: 1
  w: 2
empty:
"quoted key": 'v'
url: http://example.com/#x
👍: "\\U0001F44D"
numbers: [0, 007, 1.0, .5, 1., 0.1, -0]
deep:
    a:
        - 1
`;

describe("the plain reader of YAML", () => {
  it("reads what descriptions are made of as yaml does", () => {
    expect(agrees(sure)).toBe(true);
    expect(agrees(`---\n${sure}`)).toBe(true);
  });

  it.each([
    "a: &x 1\nb: *x\n",
    "a: !!str 1\n",
    "%YAML 1.1\n---\na: 1\n",
    "a: 1\n---\nb: 2\n",
    "a: 1\n...\n",
    "a:\t1\n",
    "a: 1\na: 2\n",
    "{a: 1, a: 2}\n",
    "a: 0x1F\n",
    "a: .inf\n",
    "a: 12345678901234567890\n",
    "<<: {a: 1}\n",
    "null: 1\n",
    "? [a]\n: 1\n",
    "a: b: c\n",
    "a: [1, 2\n",
    'a: "x\n',
    "a:\n  b: 1\n c: 2\n",
    "a: 'x' y\n",
    "- a\nb: 1\n",
    "text",
    "",
    "a: |2\n   x\n",
    "a: @x\n",
    "a: `x`\n",
    'a: "\\ud800"\n',
    `${"[".repeat(600)}${"]".repeat(600)}`,
  ])("leaves %j to yaml", (text) => {
    expect(readPlainYaml(text, 500)).toBeUndefined();
  });

  it("never disagrees about texts that are put together at random", () => {
    const pieces = fc.constantFrom(
      ...[
        "a",
        "b c",
        "1",
        "-1.5",
        "true",
        "~",
        "x:y",
        "é",
        "\u00a0",
        "\u3000",
        "#",
        "-",
        "?",
        ":",
      ],
      ...[
        '"q"',
        "'s'",
        '"',
        "'",
        "\\n",
        "{",
        "}",
        "[",
        "]",
        ",",
        "|",
        ">",
        "&z",
      ],
      ...[
        "*z",
        "!t",
        "%",
        " ",
        "  ",
        "    ",
        ": ",
        " #",
        "- ",
        "? ",
        "\n",
        "\n\n",
      ],
      ...[
        "\n  ",
        "\n    ",
        "\n- ",
        "key: ",
        "\nkey: ",
        "\n  k: ",
        "|-",
        ">+",
        ":\n",
      ],
    );
    const texts = fc
      .array(pieces, { maxLength: 14 })
      .map((parts) => `k: ${parts.join("")}\n`);
    let sureOf = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (agrees(text)) sureOf += 1;
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(sureOf).toBeGreaterThan(1000);
  });

  it("never disagrees about a sound text that was damaged at one place", () => {
    const damage = fc.constantFrom(
      "",
      " ",
      "  ",
      "\n",
      ":",
      "#",
      "-",
      '"',
      "'",
      ",",
      "]",
      "}",
      "&",
      "|",
      "x",
    );
    const place = fc.nat({ max: sure.length - 1 });
    let sureOf = 0;
    fc.assert(
      fc.property(place, fc.nat({ max: 3 }), damage, (at, cut, put) => {
        const text = sure.slice(0, at) + put + sure.slice(at + cut);
        if (agrees(text)) sureOf += 1;
      }),
      { numRuns: 5000, seed: 2 },
    );
    expect(sureOf).toBeGreaterThan(500);
  });
});

describe.skipIf(!existsSync(corpus))(
  "real descriptions in ../shared/corpus",
  () => {
    const files = existsSync(corpus)
      ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter(
          (path) => /\.ya?ml$/.test(path),
        )
      : [];

    it("agrees with yaml on each, and is sure of most", () => {
      const texts = files.map((path) =>
        readFileSync(join(corpus, path), "utf8").replace(/\r\n?/g, "\n"),
      );
      const sureOf = texts.filter(agrees);
      expect(sureOf.length).toBeGreaterThan(files.length * 0.9);
    }, 120_000);
  },
);

if (!existsSync(corpus)) {
  console.warn(
    "SKIPPED: ../shared/corpus is not there; no real descriptions were read.",
  );
}
