import { answer, answerModule, json, type Application } from "./application.js";

const printed = (module: string): string =>
  `import { answer } from "${module}";\nvoid answer().then((text) => console.log(text));\n`;

const asserted = (
  module: string,
): string => `import { answer } from "${module}";
test("answers", async () => {
  expect(await answer()).toBe(${JSON.stringify(answer)});
});
`;

/** What Node, Bun and Deno run. */
export const nodeApplications: readonly Application[] = [
  {
    name: "Node, CommonJS with `outDir`",
    installs: ["typescript@5.9.3", "@types/node@24.19.4"],
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
      "src/answer.ts": answerModule("./api/index.js"),
      "src/main.ts": printed("./answer.js"),
    },
    commands: [["npx", "tsc"]],
    runs: ["node", "dist/main.js"],
  },
  {
    name: "npm workspace, plain Node",
    out: "packages/api",
    files: {
      "package.json": json({
        name: "app",
        private: true,
        workspaces: ["packages/*"],
      }),
      "packages/app/package.json": json({
        name: "service",
        private: true,
        type: "module",
        dependencies: { library: "*" },
      }),
      "packages/app/answer.js": answerModule("library").replaceAll(
        ": Promise<string>",
        "",
      ),
      "packages/app/main.js": printed("./answer.js"),
    },
    commands: [["npm", "install"]],
    runs: ["node", "packages/app/main.js"],
  },
  {
    name: "esbuild",
    installs: ["esbuild@0.28.2"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true }),
      "src/answer.ts": answerModule("./api/index.js"),
      "src/main.ts": printed("./answer.js"),
    },
    commands: [
      [
        "npx",
        "esbuild",
        "src/main.ts",
        "--bundle",
        "--minify",
        "--outfile=dist/main.js",
      ],
    ],
    runs: ["node", "dist/main.js"],
  },
  {
    name: "webpack with ts-loader",
    installs: [
      "webpack@5.113.0",
      "webpack-cli@6.0.1",
      "ts-loader@9.6.2",
      "typescript@5.9.3",
    ],
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
  module: { rules: [{ test: /\\.ts$/, use: "ts-loader", exclude: /node_modules/ }] },
  resolve: { extensions: [".ts", ".js"] },
};
`,
      "src/answer.ts": answerModule("./api"),
      "src/main.ts": printed("./answer"),
    },
    commands: [["npx", "webpack"]],
    runs: ["node", "dist/main.js"],
  },
  {
    name: "Jest with ts-jest",
    installs: [
      "jest@30.5.2",
      "ts-jest@29.4.15",
      "typescript@5.9.3",
      "@types/jest@30.0.0",
      "@types/node@24.19.4",
    ],
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
      "src/answer.ts": answerModule("./api"),
      "src/answer.test.ts": asserted("./answer"),
    },
    commands: [["npx", "jest"]],
  },
  {
    name: "Vitest",
    installs: ["vitest@4.1.12"],
    out: "src/api",
    files: {
      "package.json": json({ name: "app", private: true, type: "module" }),
      "src/answer.ts": answerModule("./api/index.js"),
      "src/answer.test.ts": `import { expect, test } from "vitest";\n${asserted("./answer.js")}`,
    },
    commands: [["npx", "vitest", "run"]],
  },
  {
    name: "NestJS 12, ESM",
    starter: [
      "npx",
      "@nestjs/cli@12.0.8",
      "new",
      "app",
      "--skip-git",
      "--package-manager",
      "npm",
    ],
    out: "src/api",
    files: nest(".js", "./api/index.js"),
    commands: [
      ["npm", "run", "build"],
      ["npm", "test"],
    ],
    serves: ["npm", "run", "start:prod"],
  },
  {
    name: "NestJS 10, CommonJS with ts-jest",
    starter: [
      "npx",
      "@nestjs/cli@10.4.9",
      "new",
      "app",
      "--skip-git",
      "--package-manager",
      "npm",
    ],
    out: "src/api",
    files: nest("", "./api"),
    commands: [
      ["npm", "run", "build"],
      ["npm", "test"],
    ],
    serves: ["npm", "run", "start:prod"],
  },
  {
    name: "Bun",
    starter: ["npx", "bun@1.4.5", "init", "-y", "app"],
    installs: ["bun@1.4.5"],
    out: "api",
    files: {
      "answer.ts": answerModule("./api"),
      "index.ts": printed("./answer"),
    },
    commands: [["npx", "tsc"]],
    runs: ["npx", "bun", "run", "index.ts"],
  },
  {
    name: "Deno",
    starter: ["npx", "deno@2.9.6", "init", "app"],
    out: "api",
    files: {
      "answer.ts": answerModule("./api/index.ts"),
      "main.ts": printed("./answer.ts"),
    },
    commands: [["npx", "deno@2.9.6", "check", "main.ts"]],
    runs: ["npx", "deno@2.9.6", "run", "main.ts"],
  },
];

/** A service that answers, and a test of it. */
function nest(ending: string, api: string): Readonly<Record<string, string>> {
  return {
    "src/answer.ts": answerModule(api),
    "src/app.service.ts": `import { Injectable } from "@nestjs/common";
import { answer } from "./answer${ending}";

@Injectable()
export class AppService {
  getHello(): Promise<string> {
    return answer();
  }
}
`,
    "src/app.controller.ts": `import { Controller, Get } from "@nestjs/common";
import { AppService } from "./app.service${ending}";

@Controller()
export class AppController {
  constructor(private readonly appService: AppService) {}

  @Get()
  getHello(): Promise<string> {
    return this.appService.getHello();
  }
}
`,
    "src/app.controller.spec.ts": `import { Test } from "@nestjs/testing";
import { AppController } from "./app.controller${ending}";
import { AppService } from "./app.service${ending}";

describe("AppController", () => {
  it("answers", async () => {
    const app = await Test.createTestingModule({
      controllers: [AppController],
      providers: [AppService],
    }).compile();
    const controller = app.get<AppController>(AppController);
    expect(await controller.getHello()).toBe(${JSON.stringify(answer)});
  });
});
`,
  };
}
