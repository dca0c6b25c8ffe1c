import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { check } from "../../generator/check.js";
import { generate } from "../../generator/generate.js";
import type { GenerateOptions } from "../../generator/options.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { Dice } from "./random-edits.js";
import { isWhole, realSpecs } from "./real-specs.js";

/** What happens to the output of a project, or to its cache. */
interface Disturbed {
  readonly out: string;
  readonly cache: string;
  /** Of another description into a folder of the same name. */
  readonly otherCache: string;
}

type Disturbance = (place: Disturbed, dice: Dice) => void;

const disturbances: Readonly<Record<string, Disturbance>> = {
  "a file less": ({ out }, dice) => rmSync(anyFile(out, dice)),
  "a folder less": ({ out }, dice) =>
    rmSync(dirname(anyFile(out, dice)), { recursive: true }),
  "a file edited": ({ out }, dice) =>
    appendFileSync(anyFile(out, dice), "// mine\n"),
  "one character edited, and the time set back": ({ out }, dice) => {
    const path = anyFile(out, dice);
    const bytes = readFileSync(path);
    const at = dice.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    utimesSync(path, 1, 1);
  },
  "line ends": ({ out }, dice) => {
    const path = anyFile(out, dice);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
  },
  "the same bytes again": ({ out }, dice) => {
    const path = anyFile(out, dice);
    writeFileSync(path, readFileSync(path));
  },
  "a foreign file": ({ out }, dice) =>
    writeFileSync(
      join(dirname(anyFile(out, dice)), `mine-${dice.below(3)}.ts`),
      "",
    ),
  "a file of another name": ({ out }, dice) => {
    const path = anyFile(out, dice);
    renameSync(path, `${path}.old`);
  },
  "two files swapped": ({ out }, dice) => {
    const [one, other] = [anyFile(out, dice), anyFile(out, dice)];
    const text = readFileSync(one);
    writeFileSync(one, readFileSync(other));
    writeFileSync(other, text);
  },
  "a file that is a folder": ({ out }, dice) => {
    const path = anyFile(out, dice);
    rmSync(path);
    mkdirSync(path);
  },
  "a cache file cut": ({ cache }, dice) => {
    const path = anyFile(cache, dice);
    truncateSync(path, dice.below(readFileSync(path).length));
  },
  "a cache file of another project": ({ cache, otherCache }, dice) => {
    const path = anyFile(cache, dice);
    const kind = basename(path).replace(/-.*/, "");
    const [found = ""] = filesOf(otherCache).filter((other) =>
      basename(other).startsWith(kind),
    );
    writeFileSync(path, readFileSync(found));
  },
  "cache files swapped": ({ cache }) => {
    const [one, other] = filesOf(cache);
    if (one === undefined || other === undefined) return;
    const bytes = readFileSync(one);
    writeFileSync(one, readFileSync(other));
    writeFileSync(other, bytes);
  },
};

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function anyFile(folder: string, dice: Dice): string {
  return dice.pick(filesOf(folder));
}

/** What a check found; all but the times it took. */
async function found(options: GenerateOptions): Promise<object> {
  return { ...(await check(options)), timings: [] };
}

async function generated(spec: string): Promise<GenerateOptions> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  const options = { spec, cwd, out: "out" };
  expect((await generate(options)).ok).toBe(true);
  return options;
}

/** After each disturbance a check with a cache finds what one without does; and a run puts all in order again. */
async function expectAgreement(spec: string, count: number, seed: number) {
  const options = await generated(spec);
  const other = await generated(project);
  const cacheOf = ({ cwd = "" }: GenerateOptions): string =>
    join(cwd, "node_modules/.cache/specwright");
  const place: Disturbed = {
    out: join(options.cwd ?? "", "out"),
    cache: cacheOf(options),
    otherCache: cacheOf(other),
  };
  const dice = new Dice(seed);
  const names = Object.keys(disturbances);
  for (let step = 0; step < count; step += 1) {
    const chosen = Array.from({ length: 1 + dice.below(2) }, () =>
      dice.pick(names),
    );
    for (const name of chosen) disturbances[name]?.(place, dice);
    const label = `seed ${seed}, ${step}: ${chosen.join(", ")}`;
    const known = await found(options);
    expect(known, label).toEqual(await found({ ...options, cache: false }));
    // A check may have kept something: the next one finds the same.
    expect(await found(options), label).toEqual(known);
    if (dice.below(3) > 0) continue;
    // What is in the way of a file is for its owner to remove; foreign files may stay.
    rmSync(place.out, { recursive: true });
    expect((await generate(options)).ok, label).toBe(true);
    expect(await found(options), label).toMatchObject({ ok: true });
  }
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const project = `${root}spec/openapi.yaml`;

const specs = [
  project,
  `${root}test/cases/recursion/openapi.yaml`,
  ...realSpecs("museum.yaml", "figma.yaml"),
  ...(isWhole
    ? realSpecs(
        "adyen-checkout-v71.yaml",
        "asana.yaml",
        "box.json",
        "discord.json",
        "lob-multifile/lob-api-public.yml",
        "meilisearch.json",
        "openai.yaml",
        "twilio-api-v2010.yaml",
        "twilio-verify-v2.yaml",
        "xero-accounting.yaml",
      )
    : []),
];

it.each(
  specs.map(
    (path, at) =>
      [`${basename(dirname(path))}/${basename(path)}`, path, at] as const,
  ),
)(
  "check finds with a cache what it finds without: %s",
  async (_, path, at) => {
    const isLarge = at > 2;
    await expectAgreement(
      path,
      isWhole ? (isLarge ? 12 : 150) : isLarge ? 4 : 12,
      100 + at,
    );
  },
  isWhole ? 3_600_000 : 120_000,
);
