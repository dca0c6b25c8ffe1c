import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { compilers, contractFlags, run } from "../downstream/run.js";
import { pages, programs, root, type Snippet, snippets } from "./snippets.js";

/** Where the package's own declarations are: those that a build made, else the sources, which take long. */
const declarations = existsSync(`${root}dist/index.d.ts`)
  ? `${root}dist/index.d.ts`
  : `${root}generator/index.ts`;

/** What programs of the pages take for granted. */
const globals = `declare const account: string;
declare const token: string;
declare const trunk: string;
`;

/** The oldest compiler that the output has to pass. */
const [[, oldest]] = compilers;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder in which the packages of another one are found. */
function folderBeside(packages: string): string {
  const cache = join(packages, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "specwright-snippets-"));
  folders.push(folder);
  writeFileSync(join(folder, "globals.d.ts"), globals);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return folder;
}

/** Writes programs where they say that they are, or beside each other, and gives their paths. */
function writePrograms(
  folder: string,
  written: readonly Snippet[],
): readonly string[] {
  return written.map(({ page, text, language }, index) => {
    const [, named] = /^\/\/ (src\/\S+\.tsx?)$/m.exec(text) ?? [];
    const path =
      named ?? `src/${page.replace(/\W/g, "-")}-${index}.${language}`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: "wx" });
    return path;
  });
}

function compile(
  folder: string,
  files: readonly string[],
  compilerOptions: Readonly<Record<string, unknown>>,
  compilers: readonly string[] = [oldest],
): void {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2023",
        lib: ["es2023", "dom", "dom.iterable"],
        types: ["node"],
        noEmit: true,
        preserveSymlinks: true,
        skipLibCheck: true,
        ...compilerOptions,
      },
      files: ["globals.d.ts", ...files],
    }),
  );
  for (const tsc of compilers)
    run(folder, process.execPath, tsc, "-p", ".", ...contractFlags);
}

test("a block that is said to be from a file stands in it, word by word", () => {
  const quoted = snippets.filter(({ from }) => from !== undefined);
  expect(quoted.length).toBeGreaterThan(0);
  for (const { from, text } of quoted) {
    // What lies between two pieces is left out with a line of its own.
    for (const piece of text.split(/^\s*(?:\/\/|#) …\n/m)) {
      expect(readFileSync(root + from, "utf8")).toContain(piece);
    }
  }
});

test("every whole program compiles", () => {
  const written = programs.filter(({ spec }) => spec === undefined);
  expect(written.length).toBeGreaterThan(3);
  const folder = folderBeside(root);
  mkdirSync(join(folder, "src"));
  symlinkSync(`${root}generated`, join(folder, "src/api"));
  compile(folder, writePrograms(folder, written), {
    module: "nodenext",
    paths: {
      specwright: [declarations],
      "specwright/plugin": [
        declarations.replace(/index(?=[.d]*\.ts$)/, "plugin/plugin"),
      ],
    },
  });
}, 60_000);

const packages = fileURLToPath(new URL("packages", import.meta.url));
const isInstalled = existsSync(join(packages, "node_modules/next"));
if (!isInstalled)
  console.warn("SKIPPED: npm install --prefix test/documentation/packages");

describe.skipIf(!isInstalled)("programs for other descriptions compile", () => {
  const specs = new Set(programs.flatMap(({ spec }) => spec ?? []));
  test.each([...specs])(
    "%s",
    async (spec) => {
      const written = programs.filter((program) => program.spec === spec);
      const folder = folderBeside(packages);
      const options = { spec: root + spec, out: "src/api", cwd: folder };
      expect((await generate({ ...options, cache: false })).ok).toBe(true);
      const isNative = ({ text }: Snippet): boolean =>
        text.includes('"react-native"');
      const shared = {
        module: "preserve",
        jsx: "react-jsx",
        experimentalDecorators: true,
      };
      const web = written.filter((program) => !isNative(program));
      compile(
        folder,
        writePrograms(folder, web),
        { ...shared, types: ["node", "next"] },
        [oldest, join(packages, "node_modules/typescript/bin/tsc")],
      );
      const vitest = `${root}node_modules/vitest/vitest.mjs`;
      const settings = { include: ["src/**/*.test.ts"], exclude: [] };
      writeFileSync(
        join(folder, "vitest.config.mjs"),
        `export default ${JSON.stringify({ test: settings })}`,
      );
      run(folder, process.execPath, vitest, "run");
      const native = written.filter(isNative);
      if (native.length === 0) return;
      // As in the settings of an Expo project: React Native declares some of the same globals in its own way.
      compile(folder, writePrograms(folder, native), {
        ...shared,
        lib: ["dom", "esnext"],
        types: ["react-native"],
        customConditions: ["react-native"],
      });
    },
    300_000,
  );
});

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
