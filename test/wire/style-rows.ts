import { newest, oas, parameterRow } from "./build-row.js";
import type { Parameter, VectorRow } from "./vector-rows.js";

/** The values of the table "Style Examples" (OpenAPI 3.2.0, Parameter Object), and the name that it gives them. */
const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };
const text = { type: "string" };
const texts = { type: "array", items: text };
const numbers = {
  type: "object",
  properties: {
    R: { type: "integer" },
    G: { type: "integer" },
    B: { type: "integer" },
  },
};

type Location = Parameter["in"];
type Style = readonly [
  location: Location,
  style: string,
  explode: boolean,
  versions?: readonly string[],
];

/** One line of the table: what an empty string, a string, a list and an object come out as; null where "n/a". */
const styleExamples: readonly (readonly [
  Style,
  string | null,
  string | null,
  string | null,
  string | null,
])[] = [
  [
    ["path", "matrix", false],
    ";color",
    ";color=blue",
    ";color=blue,black,brown",
    ";color=R,100,G,200,B,150",
  ],
  [
    ["path", "matrix", true],
    ";color",
    ";color=blue",
    ";color=blue;color=black;color=brown",
    ";R=100;G=200;B=150",
  ],
  [
    ["path", "label", false],
    null,
    ".blue",
    ".blue,black,brown",
    ".R,100,G,200,B,150",
  ],
  [
    ["path", "label", true],
    null,
    ".blue",
    ".blue.black.brown",
    ".R=100.G=200.B=150",
  ],
  [
    ["path", "simple", false],
    null,
    "blue",
    "blue,black,brown",
    "R,100,G,200,B,150",
  ],
  [
    ["path", "simple", true],
    null,
    "blue",
    "blue,black,brown",
    "R=100,G=200,B=150",
  ],
  [
    ["header", "simple", false],
    "",
    "blue",
    "blue,black,brown",
    "R,100,G,200,B,150",
  ],
  [
    ["header", "simple", true],
    "",
    "blue",
    "blue,black,brown",
    "R=100,G=200,B=150",
  ],
  [
    ["query", "form", false],
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    ["query", "form", true],
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "R=100&G=200&B=150",
  ],
  [
    ["query", "spaceDelimited", false],
    null,
    null,
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    ["query", "pipeDelimited", false],
    null,
    null,
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  [
    ["query", "deepObject", true],
    null,
    null,
    null,
    "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  ],
  [
    ["cookie", "form", false],
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    ["cookie", "cookie", false, newest],
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    ["cookie", "cookie", true, newest],
    "color=",
    "color=blue",
    "color=blue; color=black; color=brown",
    "R=100; G=200; B=150",
  ],
];

/** The rows of the table. */
export const styleRows: readonly VectorRow[] = styleExamples.flatMap(
  ([[location, style, explode, versions = oas], ...expected]) =>
    expected.flatMap((one, index): VectorRow[] => {
      if (one === null) return [];
      const [value, schema] =
        [
          ["", text] as const,
          ["blue", text] as const,
          [list, texts] as const,
          [object, numbers] as const,
        ][index] ?? [];
      const name = location === "header" ? "X-Color" : "color";
      return [
        parameterRow(
          `${location} ${style} ${String(explode)} ${index}`,
          { name, in: location, style, explode, schema },
          value,
          one,
          versions,
        ),
      ];
    }),
);
