import { spawnSync } from "node:child_process";
import {
  existsSync,
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
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exampleOf } from "../../generator/emit/docs/examples/example-of.js";
import type { Operation } from "../../generator/model/api.js";
import { inputSchema } from "../../generator/model/input-schema.js";
import { contractConfig } from "../contract-config.js";
import {
  compileOutput,
  type CompiledOutput,
  operationOf,
  type Result,
} from "./compile-output.js";
import {
  documentedAnswers,
  type DocumentedAnswer,
  readBody,
  writtenBody,
} from "./documented-answers.js";
import { playServer, type PlayServer } from "./play-server.js";
import { brokenExamples, isWithheld, unsatisfiable } from "./readme-faults.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = join(root, "../shared/corpus/readme/");
const isThere = existsSync(corpus);
if (!isThere) {
  console.warn("SKIPPED: there is no shared/corpus/readme beside the checkout");
}
const names = isThere
  ? readdirSync(corpus).map((file) => file.replace(/\.yaml$/, ""))
  : [];

describe.skipIf(!isThere)("every description of shared/corpus/readme", () => {
  const compiled = mkdtempSync(join(tmpdir(), "specwright-readme-"));
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));
  let answered = 0;

  test.each(names)(
    "%s: generated, sent, and every documented answer read",
    async (name) => {
      const output = await generated(name);
      for (const [path, text] of output.files) {
        const target = join(compiled, name, path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
      for (const operation of output.api.operations) {
        answered += await exchange(operation, name, output);
      }
    },
    60_000,
  );

  test("that is hundreds of answers", () => {
    console.log(`readme: ${names.length} descriptions, ${answered} answers`);
    expect(answered).toBeGreaterThan(700);
  });

  test("all of it compiles under the flags of the output contract", () => {
    const config = join(compiled, "tsconfig.json");
    const options = contractConfig("**/*.ts", "nodenext");
    writeFileSync(config, JSON.stringify(options));
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/typescript-7/bin/tsc"),
        ...["-p", config, "--pretty", "false"],
        ...["--typeRoots", join(root, "node_modules/@types")],
      ],
      { encoding: "utf8" },
    );
    expect(stdout).toBe("");
  }, 120_000);
});

/** The output of a description. */
async function generated(name: string): Promise<CompiledOutput> {
  const text = readFileSync(`${corpus}${name}.yaml`, "utf8");
  return compileOutput(parse(text) as object);
}

/** Sends the operation once for each of its answers, which a server plays. Gives their number. */
async function exchange(
  operation: Operation,
  name: string,
  output: CompiledOutput,
): Promise<number> {
  const { api } = output;
  const what = `${operation.method} ${operation.path}`;
  const settings = { api, view: "request", isFull: true } as const;
  const sample = exampleOf(inputSchema(operation, api), settings);
  const isKnown = unsatisfiable[name]?.some((one) =>
    one.test(`${what} request`),
  );
  expect(sample === undefined, `${what} request`).toBe(isKnown ?? false);
  const { build } = operationOf(output, output.idOf(operation));
  const request = build(sample ?? { body: {} });
  let played: DocumentedAnswer | undefined;
  const server = await playServer(async (response) => {
    const body = await writtenBody(played?.body ?? null);
    response
      .writeHead(played?.status ?? 500, { ...body.headers, ...played?.headers })
      .end(body.bytes);
  });
  const answers = documentedAnswers(operation, api).filter(
    ({ status }) => !isWithheld(status),
  );
  for (const answer of answers) {
    const each = `${what} ${answer.name}`;
    played = answer;
    const result = await send(request, operation, server, output);
    expect(server.received.at(-1)).toMatchObject({
      method: operation.method,
      url: expect.stringMatching(pathPattern(operation)) as string,
    });
    expect(result, each).toMatchObject({
      status: answer.status,
      ok: answer.status < 300,
      contentType: answer.mediaType,
    });
    expect(result.text, each).toBeUndefined();
    const isBroken = [brokenExamples, unsatisfiable].some((faults) =>
      faults[name]?.some((one) => one.test(each)),
    );
    const { value, read } = await readBody(result.body, answer);
    if (isBroken) expect(result.issues, each).not.toEqual([]);
    else expect(result.issues, each).toEqual([]);
    expect(read, each).toEqual(value);
  }
  return answers.length;
}

/** Answers that redirect are read as they are: they are documented as answers. */
async function send(
  request: ReturnType<ReturnType<typeof operationOf>["build"]>,
  operation: Operation,
  { url: baseUrl }: PlayServer,
  output: CompiledOutput,
): Promise<Result> {
  const { read } = operationOf(output, output.idOf(operation));
  const credentials = output.api.securitySchemes.map((scheme) => [
    scheme.name,
    scheme.kind === "http" && /^basic$/i.test(scheme.scheme)
      ? { username: "u", password: "p" }
      : "token",
  ]);
  const auth = Object.fromEntries(credentials) as object;
  return read(
    await fetch(output.runtime.toRequest(request, { baseUrl, auth }), {
      redirect: "manual",
    }),
  );
}

/** The path template as a pattern: a parameter is anything within its segment. */
function pathPattern({ pathParts }: Operation): RegExp {
  const parts = pathParts.map((part) =>
    part.kind === "parameter"
      ? "[^/?]+"
      : part.text.replace(/#.*/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${parts.join("")}(\\?|$)`);
}
