/** An application in which the output has to build, with the settings that its starter makes. */
export interface Application {
  readonly name: string;
  /** The packages whose versions say what was tried. */
  readonly uses: readonly string[];
  /** Folder of the output. */
  readonly out: string;
  readonly files: Readonly<Record<string, string>>;
  /** Scripts of its packages, or of its own, with their arguments; each has to end with exit code 0. */
  readonly commands: readonly (readonly [script: string, ...string[]])[];
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** Where the commands print it, the built code was run. */
export const answer = "/books/9780000000002 true";

const use = (api: string): string =>
  `import { getBook, isIsbn } from "${api}";
export const answer: string =
  getBook({ path: { isbn: "9780000000002" } }).url + " " + isIsbn("9780000000002");
`;

const tsc = "typescript/bin/tsc";

export const applications: readonly Application[] = [
  {
    name: "CommonJS with `outDir`",
    uses: ["typescript"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true }),
      "tsconfig.json": json({
        compilerOptions: {
          target: "es2023",
          module: "nodenext",
          outDir: "dist",
          rootDir: "src",
          strict: true,
          types: ["node"],
        },
        include: ["src"],
      }),
      "src/answer.ts": use("./api/index.js"),
      "src/main.ts":
        'import { answer } from "./answer.js";\nconsole.log(answer);\n',
    },
    commands: [[tsc], ["./dist/main.js"]],
  },
  {
    name: "Vite",
    uses: ["vite", "typescript"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true, type: "module" }),
      "tsconfig.json": json({
        compilerOptions: {
          target: "es2023",
          useDefineForClassFields: true,
          lib: ["ES2023", "DOM", "DOM.Iterable"],
          module: "esnext",
          types: ["vite/client"],
          skipLibCheck: true,
          moduleResolution: "bundler",
          allowImportingTsExtensions: true,
          verbatimModuleSyntax: true,
          moduleDetection: "force",
          noEmit: true,
          jsx: "react-jsx",
          strict: true,
          noUnusedLocals: true,
          noUnusedParameters: true,
          erasableSyntaxOnly: true,
          noFallthroughCasesInSwitch: true,
        },
        include: ["src"],
      }),
      "index.html": '<script type="module" src="/src/main.ts"></script>',
      "src/answer.ts": use("./api"),
      "src/main.ts":
        'import { answer } from "./answer";\ndocument.title = answer;\n',
    },
    commands: [[tsc], ["vite/bin/vite.js", "build"]],
  },
  {
    name: "webpack with ts-loader",
    uses: ["webpack", "ts-loader", "typescript"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true }),
      "tsconfig.json": json({
        compilerOptions: {
          target: "es2017",
          lib: ["es2020", "dom", "dom.iterable"],
          module: "esnext",
          moduleResolution: "bundler",
          strict: true,
          noImplicitReturns: true,
          noPropertyAccessFromIndexSignature: true,
          noImplicitOverride: true,
          types: [],
        },
        include: ["src"],
      }),
      "webpack.config.js": `module.exports = {
  mode: "production",
  entry: "./src/main.ts",
  target: "node",
  module: { rules: [{ test: /\\.ts$/, use: "ts-loader", exclude: /node_modules/ }] },
  resolve: { extensions: [".ts", ".js"], symlinks: false },
};
`,
      "src/answer.ts": use("./api"),
      "src/main.ts":
        'import { answer } from "./answer";\nconsole.log(answer);\n',
    },
    commands: [["webpack/bin/webpack.js"], ["./dist/main.js"]],
  },
  {
    name: "Vitest",
    uses: ["vitest"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true, type: "module" }),
      "vite.config.ts":
        'import { defineConfig } from "vite";\nexport default defineConfig({});\n',
      "src/answer.ts": use("./api/index.js"),
      "src/answer.test.ts": `import { expect, test } from "vitest";
import { answer } from "./answer.js";
test("answers", () => expect(answer).toBe(${JSON.stringify(answer)}));
`,
    },
    commands: [["vitest/vitest.mjs", "run"]],
  },
  {
    name: "Jest with ts-jest",
    uses: ["jest", "ts-jest", "typescript"],
    out: "src/api",
    files: {
      "package.json": json({
        name: "app",
        private: true,
        jest: { preset: "ts-jest", testEnvironment: "node" },
      }),
      "tsconfig.json": json({
        compilerOptions: {
          target: "es2023",
          module: "commonjs",
          moduleResolution: "node10",
          esModuleInterop: true,
          strict: true,
          types: ["jest", "node"],
        },
      }),
      "src/answer.ts": use("./api"),
      "src/answer.test.ts": `import { answer } from "./answer";
test("answers", () => expect(answer).toBe(${JSON.stringify(answer)}));
`,
    },
    commands: [["jest/bin/jest.js"]],
  },
  {
    name: "Next.js, app router",
    uses: ["next", "react", "typescript"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true }),
      "tsconfig.json": json({
        compilerOptions: {
          target: "ES2017",
          lib: ["dom", "dom.iterable", "esnext"],
          allowJs: true,
          skipLibCheck: true,
          strict: true,
          noEmit: true,
          esModuleInterop: true,
          module: "esnext",
          moduleResolution: "bundler",
          resolveJsonModule: true,
          isolatedModules: true,
          jsx: "react-jsx",
          incremental: true,
          plugins: [{ name: "next" }],
          paths: { "@/*": ["./src/*"] },
        },
        include: ["next-env.d.ts", "**/*.ts", "**/*.tsx"],
        exclude: ["node_modules"],
      }),
      "src/answer.ts": use("@/api"),
      "src/app/layout.tsx": `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html><body>{children}</body></html>;
}
`,
      "src/app/page.tsx": `import { answer } from "@/answer";
import { Check } from "./check";
export default function Page() {
  return <main>{answer}<Check /></main>;
}
`,
      "src/app/check.tsx": `"use client";
import { useState } from "react";
import { validateNewBook } from "@/api";
export function Check() {
  const [state, setState] = useState("");
  return <button onClick={() => setState(String(validateNewBook({}).ok))}>{state}</button>;
}
`,
    },
    commands: [["next/dist/bin/next", "build"]],
  },
];
