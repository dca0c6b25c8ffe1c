import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { generate } from "../../generator/generate.js";
import { makeOutput } from "../../generator/make-output.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { readFolder } from "../types/read-folder.js";
import { baseSpec, type NodeObject } from "./base-spec.js";
import { Dice } from "./random-edits.js";

/** A project with a description, in which each text is generated after the other. */
class Project {
  readonly cwd = temporaryFolder();
  readonly cache = join(this.cwd, "node_modules/.cache/specwright");
  readonly #options;

  constructor(spec: string) {
    mkdirSync(join(this.cwd, "node_modules"));
    this.#options = { spec, cwd: this.cwd, out: "out" };
  }

  /** Generates; the output and what is said are what a run without a cache gives. */
  async change(
    text: string,
  ): Promise<{ readonly ok: boolean; readonly isReworded: boolean }> {
    writeFileSync(join(this.cwd, this.#options.spec), text);
    const warm = await generate(this.#options);
    const cold = await makeOutput(this.#options);
    expect(warm.diagnostics).toEqual(cold.diagnostics);
    expect(warm.ok).toBe(cold.files !== undefined);
    if (cold.files !== undefined) {
      expect(readFolder(join(this.cwd, "out"), /./)).toEqual(
        new Map(cold.files.map(({ path, text }) => [path, text])),
      );
    }
    const isReworded = !warm.timings.some(({ stage }) => stage === "read");
    return { ok: warm.ok, isReworded };
  }
}

/** Makes random edits of a text, one after the other, and tells how many of them were rewordings. */
async function editText(
  spec: string,
  start: string,
  steps: number,
  edit: (text: string, dice: Dice) => string,
): Promise<number> {
  const project = new Project(spec);
  const dice = new Dice(steps);
  let text = start;
  let reworded = 0;
  expect((await project.change(text)).ok).toBe(true);
  for (let step = 0; step < steps; step += 1) {
    const edited = edit(text, dice);
    const { ok, isReworded } = await project.change(edited);
    if (ok) text = edited;
    if (isReworded) reworded += 1;
  }
  return reworded;
}

const additions = [
  " more",
  "Ünï💡",
  "\\n\\n* a",
  '\\"q\\" ',
  "<b>",
  "{@link x}",
  "\\\\",
  "",
];

/** Lengthens or shortens a string at random, most often one that people read. */
function editString(text: string, dice: Dice): string {
  const strings = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)];
  const words = strings.filter(({ index }) =>
    /"(?:description|summary)": $/.test(text.slice(index - 20, index)),
  );
  const found = dice.pick(dice.below(3) > 0 ? words : strings);
  const inner = found[0].slice(1, -1);
  const cut = inner.includes("\\") ? inner.length : dice.below(inner.length);
  const anew = `${inner.slice(0, cut)}${dice.pick(additions)}${dice.below(2) === 0 ? "" : inner.slice(cut)}`;
  return `${text.slice(0, found.index + 1)}${anew}${text.slice(found.index + found[0].length - 1)}`;
}

/** Changes a line at random, or adds one. */
function editLine(text: string, dice: Dice): string {
  const lines = text.split("\n");
  const words = [...lines.keys()].filter((line) =>
    /^ +(?:description|summary): \w|^ +[A-Z][\w ,]+[.]?$/.test(
      lines[line] ?? "",
    ),
  );
  const place = dice.below(3) > 0 ? dice.pick(words) : dice.below(lines.length);
  const line = lines[place] ?? "";
  const indent = /^ */.exec(line)?.[0] ?? "";
  const anew = dice.pick([
    `${line} more`,
    `${line} more`,
    `${line}, ünï 💡`,
    `${line}\n${indent}${dice.pick(["", " ", "  "])}one line more`,
    `${line} # no words`,
    `${line}: odd`,
    `${line}"`,
    `${line.slice(1)} less`,
    `${indent}# ${line.trim()}`,
  ]);
  return lines.with(place, anew).join("\n");
}

const corpus = fileURLToPath(
  new URL("../../../shared/corpus/", import.meta.url),
);

describe("a change of words", () => {
  it("gives, byte by byte, what a cold run gives, in JSON", async () => {
    const text = JSON.stringify(baseSpec(), null, 2);
    const reworded = await editText("a.json", text, 60, editString);
    expect(reworded).toBeGreaterThan(30);
  }, 240_000);

  it("and in YAML", async () => {
    const text = stringify(baseSpec(), { aliasDuplicateObjects: false });
    const reworded = await editText("a.yaml", text, 60, editLine);
    expect(reworded).toBeGreaterThan(15);
  }, 240_000);

  it.skipIf(!existsSync(corpus)).each([
    ["museum.yaml", 50, 5],
    ["twilio-verify-v2.yaml", 12, 2],
  ])(
    "and in a real description, %s",
    async (name, steps, least) => {
      const text = readFileSync(join(corpus, name), "utf8");
      const reworded = await editText("a.yaml", text, steps, editLine);
      expect(reworded).toBeGreaterThan(least);
    },
    240_000,
  );
});

/** A small description in which the word "here" stands in one place. */
function small(parts: {
  readonly paths?: NodeObject;
  readonly schemas?: NodeObject;
  readonly more?: NodeObject;
}): string {
  return JSON.stringify(
    {
      openapi: "3.1.0",
      info: { title: "Small", version: "1" },
      paths: {
        "/a": {
          get: {
            operationId: "a",
            parameters: [
              { name: "odd", in: "query", schema: {}, style: "form" },
            ],
            responses: {
              default: {
                description: "plain",
                content: {
                  "application/json": {
                    schema: { $ref: "#/components/schemas/Thing" },
                  },
                },
              },
            },
          },
        },
        ...parts.paths,
      },
      components: {
        schemas: {
          Thing: { type: "object", properties: { size: { type: "number" } } },
          ...parts.schemas,
        },
        ...parts.more,
      },
    },
    null,
    2,
  );
}

const answer = (description: string): NodeObject => ({
  responses: { "200": { description } },
});

/** Whether the change of the word "here" is made as one. */
async function isReworded(text: string, spec = "a.json"): Promise<boolean> {
  expect(text.split("here")).toHaveLength(2);
  const project = new Project(spec);
  expect((await project.change(text)).ok).toBe(true);
  const changed = await project.change(text.replace("here", "there or so"));
  const again = await project.change(text.replace("here", "nowhere"));
  expect(again.isReworded).toBe(changed.isReworded);
  return changed.isReworded;
}

describe("words are reworded", () => {
  it.each([
    [
      "of an operation",
      small({ paths: { "/b": { get: { summary: "here", ...answer("x") } } } }),
    ],
    [
      "of a path item",
      small({
        paths: {
          "/b": { summary: "here", get: answer("x"), put: answer("y") },
        },
      }),
    ],
    ["of a response", small({ paths: { "/b": { get: answer("here") } } })],
    [
      "of the response for all else",
      small({
        paths: {
          "/b": { get: { responses: { default: { description: "here" } } } },
        },
      }),
    ],
    ["of a schema", small({ schemas: { Own: { description: "here" } } })],
    [
      "of a schema that is referred to within",
      small({
        schemas: {
          Own: { properties: { a: { items: { description: "here" } } } },
          Other: { $ref: "#/components/schemas/Own/properties/a/items" },
        },
      }),
    ],
    [
      "of a schema that many others refer to",
      small({
        schemas: {
          Own: { type: "object", description: "here" },
          ...Object.fromEntries(
            Array.from({ length: 50 }, (_, index) => [
              `Other${index}`,
              { properties: { a: { $ref: "#/components/schemas/Own" } } },
            ]),
          ),
        },
      }),
    ],
    [
      "of a webhook",
      small({ more: {}, paths: {} }).replace(
        '"components"',
        '"webhooks": { "w": { "post": { "summary": "here", "responses": { "200": { "description": "x" } } } } }, "components"',
      ),
    ],
    [
      "of a callback",
      small({
        paths: {
          "/b": {
            post: {
              ...answer("x"),
              callbacks: { c: { "{$url}": { post: answer("here") } } },
            },
          },
        },
      }),
    ],
  ])("%s", async (_, text) => {
    expect(await isReworded(text)).toBe(true);
  });

  it("in YAML as in JSON, in scalars of every style", async () => {
    for (const words of [
      "here",
      '"here"',
      "'here'",
      "|\n        here\n        again",
      ">-\n        one\n\n        here",
      "one\n        here",
    ]) {
      const text = `openapi: 3.0.3\ninfo:\n  title: T\n  version: "1"\npaths:\n  /a:\n    get:\n      description: ${words}\n      responses:\n        "200":\n          description: x\n          content:\n            text/plain:\n              schema: {nullable: true}\n`;
      expect(await isReworded(text, "a.yaml"), words).toBe(true);
    }
  });

  it("and what is said of lines behind them moves", async () => {
    const text = `openapi: 3.0.3\ninfo:\n  title: T\n  version: "1"\npaths:\n  /a:\n    get:\n      description: |\n        one\n      responses:\n        "200":\n          description: x\n          content:\n            text/plain:\n              schema: {nullable: true}\n`;
    const project = new Project("a.yaml");
    await project.change(text);
    for (const lines of [
      "one\n        two\n        three",
      "one",
      "\n        one",
    ]) {
      const { isReworded } = await project.change(text.replace("one", lines));
      expect(isReworded).toBe(true);
    }
  });
});

describe("more is made where words", () => {
  const response = { "200": { $ref: "#/paths/~1b/get/responses/200" } };
  it.each([
    [
      "are of bytes that have a name",
      small({
        paths: {
          "/b": {
            get: {
              responses: {
                "200": {
                  description: "x",
                  content: {
                    "image/png": {
                      schema: { $ref: "#/components/schemas/Image" },
                    },
                  },
                },
              },
            },
          },
        },
        schemas: {
          Image: {
            type: "string",
            contentMediaType: "image/png",
            description: "here",
          },
        },
      }),
    ],
    [
      "are of a form with bytes",
      small({
        paths: {
          "/b": {
            post: {
              ...answer("x"),
              requestBody: {
                content: {
                  "multipart/form-data": {
                    schema: { $ref: "#/components/schemas/Form" },
                  },
                },
              },
            },
          },
        },
        schemas: {
          Form: {
            type: "object",
            properties: {
              file: { description: "here", contentMediaType: "image/png" },
            },
          },
        },
      }),
    ],
    [
      "are shared by a reference into a path item",
      small({
        paths: {
          "/b": { get: answer("here") },
          "/c": { get: { responses: response } },
        },
      }),
    ],
    [
      "are of a path item that another one refers to",
      small({
        paths: { "/b": { get: answer("here") }, "/c": { $ref: "#/paths/~1b" } },
      }),
    ],
    [
      "are of a server, which the list of all servers has too",
      small({
        paths: {
          "/b": {
            get: answer("x"),
            servers: [{ url: "https://b.test", description: "here" }],
          },
        },
      }),
    ],
    [
      "are of a component",
      small({
        paths: {
          "/b": {
            get: { responses: { "200": { $ref: "#/components/responses/R" } } },
          },
        },
        more: { responses: { R: { description: "here" } } },
      }),
    ],
    [
      "are of the whole",
      small({}).replace('"title"', '"description": "here", "title"'),
    ],
    [
      "are a default",
      small({ schemas: { Own: { default: { description: "here" } } } }),
    ],
    [
      "are of a response by its name only",
      small({
        schemas: {
          Own: {
            properties: { responses: { default: { description: "here" } } },
          },
        },
      }),
    ],
    [
      "are a constant",
      small({ schemas: { Own: { const: { description: "here" } } } }),
    ],
    [
      "are an example",
      small({ schemas: { Own: { examples: [{ summary: "here" }] } } }),
    ],
    ["are a title", small({ schemas: { Own: { title: "here" } } })],
    [
      "are an extension",
      small({
        paths: {
          "/b": { get: { ...answer("x"), "x-more": { description: "here" } } },
        },
      }),
    ],
    [
      "stand beside an identifier",
      small({ schemas: { Own: { $anchor: "own", description: "here" } } }),
    ],
    ["are a key", small({ schemas: { Own: { properties: { here: {} } } } })],
  ])("%s", async (_, text) => {
    expect(await isReworded(text)).toBe(false);
  });

  it("lie in one of two files", async () => {
    const text = small({
      schemas: { Own: { description: "here" }, Far: { $ref: "b.json" } },
    });
    const project = new Project("a.json");
    writeFileSync(join(project.cwd, "b.json"), "{}");
    await project.change(text);
    const { isReworded } = await project.change(text.replace("here", "there"));
    expect(isReworded).toBe(false);
  });

  it("have line ends of another kind around them", async () => {
    const text = small({ schemas: { Own: { description: "here" } } });
    expect(await isReworded(text.replaceAll("\n", "\r\n"))).toBe(false);
  });

  it("begin as another value", async () => {
    const text = small({ schemas: { Own: { description: "here" } } });
    const project = new Project("a.json");
    await project.change(text);
    for (const value of ["7", "null", '{"a": 1}', '"\\ud800"', '"a" "b"']) {
      const changed = text.replace('"here"', value);
      expect((await project.change(changed)).isReworded).toBe(false);
    }
  });
});

describe("the cache of a change of words", () => {
  const text = small({ schemas: { Own: { description: "here" } } });
  const reworded = text.replace("here", "there");

  it("may hold files of several runs", async () => {
    const project = new Project("a.json");
    await project.change(text);
    const names = readdirSync(project.cache).sort();
    expect(names.length).toBeGreaterThan(3);
    const read = () =>
      names.map((name) => readFileSync(join(project.cache, name)));
    const first = read();
    await project.change(text.replace('"number"', '"integer"'));
    const second = read();
    for (const [index, name] of names.entries()) {
      for (const [one, other] of [
        [first, second] as const,
        [second, first] as const,
      ]) {
        names.forEach((each, place) => {
          writeFileSync(join(project.cache, each), one[place] ?? "");
        });
        writeFileSync(join(project.cache, name), other[index] ?? "");
        await project.change(reworded);
        await project.change(text);
      }
    }
  });

  it("may be damaged", async () => {
    const project = new Project("a.json");
    await project.change(text);
    for (const name of readdirSync(project.cache)) {
      for (const damage of [
        (whole: string) => whole.slice(0, whole.length / 2),
        (whole: string) => whole.replace("here", "hare"),
        (whole: string) => whole.replaceAll("Thing", "Thong"),
        () => "",
      ]) {
        const path = join(project.cache, name);
        writeFileSync(path, damage(readFileSync(path, "utf8")));
        await project.change(reworded);
        await project.change(text);
      }
    }
  });
});
