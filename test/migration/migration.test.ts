import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
  afterAll,
  afterEach,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { generate } from "../../generator/index.js";
import { nodeFolder } from "../applications/build-application.js";
import { compilers, contractFlags, run } from "../downstream/run.js";
import { type Rival, rivals } from "./rivals.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const packages = fileURLToPath(new URL("packages/", import.meta.url));
const modules = `${packages}node_modules/`;
const isInstalled = existsSync(`${modules}orval`);
if (!isInstalled)
  console.warn(
    "SKIPPED: npm install --prefix test/migration/packages --ignore-scripts",
  );
if (nodeFolder === undefined)
  console.warn("SKIPPED: Orval needs Node 24; name its folder in NODE_24");
const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) console.warn("SKIPPED: openapi-generator needs Java");

/** What both programs of a pair give, from a server that has no orders yet. */
const lines = [
  "2 tea: placed",
  "2 tea: placed",
  "There is no order none.",
  "Order 1 to 100 pieces.",
  "POST /orders",
  "GET /orders",
  "GET /orders/{id}",
  "POST /orders",
];

const folders: string[] = [];
let server: ChildProcess;
let origin: string;

beforeEach(async () => {
  server = spawn(process.execPath, [`${root}examples/orders/server.mjs`, "0"]);
  origin = await new Promise((resolve) => {
    server.stdout?.once("data", (line) => resolve(String(line).trim()));
  });
});
afterEach(() => server.kill());
afterAll(() => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true });
});

describe.each(rivals)("from $name", (rival) => {
  const canRun =
    isInstalled &&
    nodeFolder !== undefined &&
    (rival.runner === undefined || hasJava);

  test.skipIf(!canRun)("the program before compiles and runs", async () => {
    const folder = folderOf(rival, "before.ts");
    const [program, ...first] = rival.runner ?? [
      join(nodeFolder ?? "", "node"),
    ];
    run(folder, program, ...first, modules + rival.script, ...rival.args);
    expect(existsSync(join(folder, "api"))).toBe(true);
    compile(folder, "before.ts", ["--strict", "--skipLibCheck"]);
    expect(await printed(folder, "before.ts")).toEqual(lines);
  });

  test("the program after compiles and runs", async () => {
    const folder = folderOf(rival, "after.ts");
    const { ok } = await generate({
      ...{ spec: "openapi.yaml", out: "api", cwd: folder, cache: false },
    });
    expect(ok).toBe(true);
    compile(folder, "after.ts", contractFlags);
    expect(await printed(folder, "after.ts")).toEqual(lines);
  });
});

test("the guide names the versions that are tried", () => {
  const guide = readFileSync(`${root}docs/migration.md`, "utf8");
  const { dependencies } = JSON.parse(
    readFileSync(`${packages}package.json`, "utf8"),
  ) as { readonly dependencies: Readonly<Record<string, string>> };
  for (const name of rivals.flatMap((rival) => rival.packages))
    expect(guide).toContain(`${name} ${dependencies[name]}`);
});

/** A folder with the description and a program, in which the packages are found. */
function folderOf({ name, files, openapi }: Rival, program: string): string {
  const cache = `${isInstalled ? modules : `${root}node_modules/`}.cache/`;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${cache}specwright-migration-`);
  folders.push(folder);
  cpSync(`${root}examples/migration/${name}`, folder, { recursive: true });
  rmSync(join(folder, program === "after.ts" ? "before.ts" : "after.ts"));
  const text = readFileSync(`${root}examples/orders/openapi.yaml`, "utf8");
  writeFileSync(
    join(folder, "openapi.yaml"),
    openapi === undefined || program === "after.ts"
      ? text
      : text.replace(/^openapi: .*/, `openapi: ${openapi}`),
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [path, content] of Object.entries(files ?? {}))
    writeFileSync(join(folder, path), content);
  return folder;
}

function compile(
  folder: string,
  program: string,
  flags: readonly string[],
): void {
  const [[, oldest]] = compilers;
  run(
    ...([folder, process.execPath, oldest, "--noEmit"] as const),
    ...["--target", "es2022", "--lib", "es2022,dom,dom.iterable"],
    ...["--module", "preserve", "--moduleResolution", "bundler"],
    // Types of packages that happen to be installed here are no part of the program.
    ...["--typeRoots", "none"],
    ...flags,
    program,
  );
}

/** The lines that a program gives, run as a bundle. */
async function printed(folder: string, program: string): Promise<string[]> {
  const outfile = join(folder, "bundle.mjs");
  await build({
    stdin: {
      contents: `import { orderTea } from "./${program}";
console.log(JSON.stringify(await orderTea(process.argv[2])));`,
      resolveDir: folder,
    },
    ...{ outfile, bundle: true, format: "esm", platform: "node" },
  });
  const text = run(folder, process.execPath, outfile, origin);
  return JSON.parse(text) as string[];
}
