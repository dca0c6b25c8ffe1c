import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compilers, contractFlags, run } from "../downstream/run.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The pages that people write; those of `generated/` are made. */
const pages = [
  "README.md",
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

interface Snippet {
  readonly page: string;
  /** The file of `generated/` that the block says it is from. */
  readonly from?: string;
  readonly language: string;
  readonly text: string;
}

const snippets: readonly Snippet[] = pages.flatMap((page) => {
  const text = readFileSync(root + page, "utf8");
  const blocks = text.matchAll(
    /(?:<!-- from (\S+) -->\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm,
  );
  return [...blocks].map(([, from, language = "", block = ""]) => ({
    page,
    ...(from === undefined ? {} : { from }),
    language,
    text: block,
  }));
});

/** Where the package's own declarations are: those that a build made, else the sources, which take long. */
const declarations = existsSync(`${root}dist/index.d.ts`)
  ? `${root}dist/index.d.ts`
  : `${root}generator/index.ts`;

/** What programs of the pages take for granted. */
const globals = `declare const account: string;
declare const token: string;
declare const trunk: string;
`;

let folder: string;

beforeAll(() => {
  mkdirSync(`${root}node_modules/.cache`, { recursive: true });
  folder = mkdtempSync(`${root}node_modules/.cache/specwright-snippets-`);
  symlinkSync(`${root}generated`, join(folder, "api"));
  writeFileSync(join(folder, "globals.d.ts"), globals);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a block that is said to be from a file stands in it, word by word", () => {
  const quoted = snippets.filter(({ from }) => from !== undefined);
  expect(quoted.length).toBeGreaterThan(0);
  for (const { from, text } of quoted) {
    // What lies between two pieces is left out with a line of its own.
    for (const piece of text.split(/^\s*\/\/ …\n/m)) {
      expect(readFileSync(root + from, "utf8")).toContain(piece);
    }
  }
});

test("every whole program compiles", () => {
  const programs = snippets.filter(
    ({ language, text, from }) =>
      language === "ts" && from === undefined && /^import /m.test(text),
  );
  expect(programs.length).toBeGreaterThan(3);
  const files = programs.map(({ page, text }, index) => {
    const file = `${page.replace(/\W/g, "-")}-${index}.ts`;
    writeFileSync(join(folder, file), text);
    return file;
  });
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2023",
        lib: ["es2023", "dom"],
        module: "nodenext",
        types: ["node"],
        noEmit: true,
        preserveSymlinks: true,
        skipLibCheck: true,
        paths: { specwright: [declarations] },
      },
      files: ["globals.d.ts", ...files],
    }),
  );
  const [[, tsc]] = compilers;
  run(folder, process.execPath, tsc, "-p", ".", ...contractFlags);
}, 60_000);

test("every link to a file leads to one, and every heading that is linked is there", () => {
  const slug = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
  for (const page of pages) {
    const text = readFileSync(root + page, "utf8").replace(
      /^```[\s\S]*?^```$/gm,
      "",
    );
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = "", anchor] = target.split("#");
      const file = fileURLToPath(
        new URL(
          path || page.replace(/.*\//, ""),
          new URL(page, `file://${root}`),
        ),
      );
      if (anchor === undefined) {
        expect(existsSync(file), `${page}: ${target}`).toBe(true);
        continue;
      }
      const headings = [
        ...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm),
      ].map(([, heading = ""]) => slug(heading));
      expect(headings, `${page}: ${target}`).toContain(anchor);
    }
  }
});
