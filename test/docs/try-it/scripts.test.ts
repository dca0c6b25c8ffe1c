import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "../../../generator/cli/load-config.js";
import { makeOutput } from "../../../generator/make-output.js";
import { assetText } from "../../../generator/emit/docs/assets.js";
import type { OperationForm } from "../../../generator/emit/docs/try-it/form-node.js";
import {
  pageScript,
  tryItBundle,
  tryItBundles,
} from "../../../scripts/page-scripts.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "specwright-scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.keys(tryItBundles))(
  "%s is what its sources give",
  async (name) => {
    const committed = readFileSync(
      `${root}templates/docs/try-it/${name}`,
      "utf8",
    );
    expect(await tryItBundle(name), "npm run bundle-pages").toBe(committed);
  },
);

test("the script of every page is what its sources give, in less than 6 kB", async () => {
  const committed = readFileSync(`${root}templates/docs/script.js`, "utf8");
  expect(await pageScript(), "npm run bundle-pages").toBe(committed);
  const sent = assetText("assets/script.js");
  expect(gzipSync(sent, { level: 9 }).length).toBeLessThan(6000);
});

type Exports = Record<string, unknown>;

interface Registered {
  readonly needs: readonly string[];
  readonly factory: (use: (id: string) => Exports, out: Exports) => void;
  readonly data: unknown;
}

/** Registers the modules of scripts, and runs those that are used, as the panel does. */
class ScriptModules {
  readonly registered = new Map<string, Registered>();
  readonly #exports = new Map<string, Exports>();

  constructor(scripts: readonly string[]) {
    const tryIt = {
      define: (
        id: string,
        needs: Registered["needs"],
        factory: Registered["factory"],
        data: unknown,
      ) => this.registered.set(id, { needs, factory, data }),
    };
    const context = { ...globals, tryIt };
    for (const script of scripts) runInNewContext(script, context);
  }

  use(id: string): Exports {
    const known = this.#exports.get(id);
    if (known !== undefined) return known;
    const out: Exports = {};
    this.#exports.set(id, out);
    const module = this.registered.get(id);
    if (module === undefined) throw new Error(`${id} is not registered`);
    module.factory((other) => {
      if (!module.needs.includes(other))
        throw new Error(`${id} does not say that it needs ${other}`);
      return this.use(other);
    }, out);
    return out;
  }
}

const globals = {
  Blob,
  File,
  FormData,
  Response,
  Request,
  Headers,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  ReadableStream,
  crypto,
  btoa,
  console,
};

const cases = readdirSync(`${root}test/cases`).filter(
  (name) => !name.startsWith("fails-"),
);

describe("the scripts of operations do what the modules do", () => {
  test.each(cases)(
    "%s",
    async (name) => {
      const { config } = await loadConfig(`${root}test/cases/${name}`);
      const { files = [] } = await makeOutput({
        spec: `${root}test/cases/${name}/openapi.yaml`,
        settings: { ...config, emit: "ts" },
        allow: config.allow ?? [],
      });
      const scripts = files.filter(({ path }) =>
        /^docs\/assets\/try-it\/(operations|schemas)\/|try-it\/runtime\.js$/.test(
          path,
        ),
      );
      const modules = new ScriptModules(scripts.map(({ text }) => text));
      const operations = [...modules.registered].filter(([id]) =>
        id.startsWith("operations/"),
      );
      const isMapped = config.types !== undefined;
      for (const { path, text } of files) {
        if (!path.endsWith(".ts")) continue;
        const target = join(folder, name, path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
      for (const [id, { needs, data }] of operations) {
        for (const needed of needs)
          expect(modules.registered.has(needed), `${id} needs ${needed}`).toBe(
            true,
          );
        const form = JSON.parse(data as string) as OperationForm;
        const script = modules.use(id);
        const inputs = [
          ...form.examples.map(({ input }) => input),
          {},
          { path: 1, body: [] },
        ];
        if (isMapped) {
          for (const input of inputs)
            (script[form.functions.validate] as (input: unknown) => unknown)(
              input,
            );
          continue;
        }
        const outfile = join(folder, name, `${id}.mjs`);
        await build({
          entryPoints: [join(folder, name, `${id}.ts`)],
          bundle: true,
          format: "esm",
          outfile,
          logLevel: "silent",
          external: [],
        });
        const module = (await import(outfile)) as Exports;
        for (const input of inputs) {
          // Each body has a boundary of its own.
          const text = (value: unknown): unknown =>
            JSON.parse(
              JSON.stringify(value).replace(
                /boundary=specwright-[\d-]+/g,
                "boundary",
              ),
            );
          const judge = (exports: Exports): unknown =>
            (exports[form.functions.validate] as (input: unknown) => unknown)(
              input,
            );
          expect(text(judge(script))).toEqual(text(judge(module)));
          const request = (exports: Exports): unknown => {
            try {
              const made = (
                exports[form.functions.build] as (
                  input: unknown,
                ) => Record<string, unknown>
              )(input);
              return {
                ...made,
                body:
                  typeof made["body"] === "string"
                    ? made["body"]
                    : typeof made["body"],
              };
            } catch (error) {
              return String(error);
            }
          };
          expect(text(request(script))).toEqual(text(request(module)));
        }
      }
    },
    60_000,
  );
});
