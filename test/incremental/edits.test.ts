import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { check } from "../../generator/check.js";
import { loadConfig } from "../../generator/cli/load-config.js";
import { generateOnce } from "../../generator/generate.js";
import { makeOutput } from "../../generator/make-output.js";
import type { GenerateOptions, WatchRun } from "../../generator/options.js";
import { startWatch } from "../../generator/watch/watch.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { readFolder } from "../types/read-folder.js";
import { baseSpec, type NodeObject } from "./base-spec.js";
import {
  configName,
  anyEdit,
  newProject,
  ProjectFiles,
  specName,
} from "./edited-project.js";
import { Dice } from "./random-edits.js";
import { isWhole, realSpecs } from "./real-specs.js";

/** What a run without any cache gives. */
interface Cold {
  /** Undefined where the run is refused. */
  readonly files: ReadonlyMap<string, string> | undefined;
  readonly diagnostics: unknown;
  /** What the configuration is refused for. */
  readonly error?: string;
}

async function coldRun(options: () => Promise<GenerateOptions>): Promise<Cold> {
  let given: GenerateOptions;
  try {
    given = await options();
  } catch (error) {
    return { files: undefined, diagnostics: [], error: String(error) };
  }
  const { files, diagnostics } = await makeOutput(given);
  return {
    files: files && new Map(files.map(({ path, text }) => [path, text])),
    diagnostics,
  };
}

const patience = 20_000;

/** A watch over a project, and what its last run gave. */
async function startProjectWatch(
  cwd: string,
  load: () => Promise<GenerateOptions>,
) {
  let last: WatchRun | undefined;
  const files = [join(cwd, specName), join(cwd, configName)];
  const watch = await startWatch(
    async () => ({ options: await load(), files }),
    generateOnce,
    (run) => {
      last = run;
    },
  );
  onTestFinished(() => watch.close());
  /** Waits until the watch has done what a cold run gives; fails where it does something else in the end. */
  return async (
    expected: ReadonlyMap<string, string>,
    cold: Cold,
    step: string,
  ) => {
    const expectSame = (): void => {
      if (cold.error === undefined)
        expect(last?.result?.diagnostics, step).toEqual(cold.diagnostics);
      else expect(String(last?.error), step).toBe(cold.error);
      expect(readFolder(join(cwd, "watched"), /./), step).toEqual(expected);
    };
    for (
      const end = Date.now() + patience;
      Date.now() < end;
      await setTimeout(20)
    ) {
      try {
        return expectSame();
      } catch {
        // A run goes on, or is about to begin.
      }
    }
    return expectSame();
  };
}

interface Figures {
  /** Files that cached runs wrote, of all files there were. */
  written: number;
  all: number;
  refused: number;
}

/**
 * Makes edits one after the other. After each, a run with a cache and a watch have the bytes and the diagnostics of a
 * run without; a run that is refused leaves the output as it is, and the next edit takes the fault back.
 */
async function expectColdRuns(
  spec: NodeObject,
  count: number,
  seed: number,
  settings: NodeObject = {},
): Promise<Figures> {
  let project = newProject(spec, settings);
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  const files = new ProjectFiles(cwd);
  files.save(project);
  const options = async (out: string): Promise<GenerateOptions> => {
    const { config } = await loadConfig(cwd);
    return {
      spec: specName,
      cwd,
      out,
      settings: { ...config, isPackage: true },
    };
  };
  expect((await generateOnce(await options("cached"))).ok).toBe(true);
  const expectWatched = await startProjectWatch(cwd, () => options("watched"));
  const dice = new Dice(seed);
  const figures = { written: 0, all: 0, refused: 0 };
  let good = structuredClone(project);
  let expected = readFolder(join(cwd, "cached"), /./);
  for (let step = 0; step < count;) {
    delete project.cut;
    const edited = anyEdit(project, dice);
    // Not every edit finds something to change.
    if (files.save(project).length === 0) continue;
    step += 1;
    const label = `seed ${seed}, edit ${step}: ${edited}`;
    const cold = await coldRun(() => options("cached"));
    if (cold.files !== undefined) expected = new Map(cold.files);
    else figures.refused += 1;
    if (cold.error === undefined) {
      const warm = await generateOnce(await options("cached"));
      expect(warm.ok, label).toBe(cold.files !== undefined);
      expect(warm.diagnostics, label).toEqual(cold.diagnostics);
      figures.written += warm.written.length;
      figures.all += expected.size;
    }
    expect(readFolder(join(cwd, "cached"), /./), label).toEqual(expected);
    await expectWatched(expected, cold, label);
    if (cold.files === undefined) project = structuredClone(good);
    else good = structuredClone(project);
    if (step % 10 === 0 && cold.files !== undefined)
      expect(await check(await options("cached")), label).toMatchObject({
        ok: true,
      });
  }
  return figures;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

const specs: readonly (readonly [path: string, count: number])[] = [
  [`${root}spec/openapi.yaml`, 8],
  [`${root}test/cases/recursion/openapi.yaml`, 8],
  [`${root}test/cases/discriminated-unions/openapi.yaml`, 8],
  ...realSpecs("museum.yaml", "meilisearch.json").map(
    (path) => [path, 6] as const,
  ),
  ...(isWhole ? realSpecs("figma.yaml", "twilio-verify-v2.yaml") : []).map(
    (path) => [path, 6] as const,
  ),
];
const wholeCount = 63;

it("runs after random edits give what cold runs give", async () => {
  const count = isWhole ? wholeCount : 40;
  const { written, all, refused } = await expectColdRuns(
    baseSpec(),
    count,
    20_260_801,
  );
  console.info(
    `the shop: ${written} of ${all} files written, ${refused} runs refused`,
  );
  expect(written).toBeLessThan(all / 2);
  expect(refused).toBeLessThan(count / 3);
}, 1_200_000);

it.each(
  specs.map(
    ([path, count], at) =>
      [
        `${basename(dirname(path))}/${basename(path)}`,
        path,
        count,
        at,
      ] as const,
  ),
)(
  "so do those of %s",
  async (name, path, share, at) => {
    const spec = parse(readFileSync(path, "utf8")) as NodeObject;
    const count = isWhole ? wholeCount : share;
    const { written, all, refused } = await expectColdRuns(spec, count, 7 + at);
    console.info(
      `${name}: ${written} of ${all} files written, ${refused} runs refused`,
    );
  },
  3_600_000,
);
