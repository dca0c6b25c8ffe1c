import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../generator/emit/docs/samples/languages/languages.js";
import {
  headersOf,
  multipartPieces,
  type SampleRequest,
  type SamplePart,
} from "../../../generator/emit/docs/samples/sample-request.js";
import { parseMultipart } from "../../../generator/emit/docs/samples/built-request.js";
import { hostileRequests } from "./hostile-requests.js";
import {
  startRecordingServer,
  type RecordedRequest,
  type RecordingServer,
} from "./recorded-request.js";

interface Runner {
  readonly language: string;
  /** Shows whether the language is installed. */
  readonly check: readonly string[];
  /** The file of a program by its number. */
  readonly file: (index: number) => string;
  /** Turns programs into parts of one, so that a compiler runs once. */
  readonly part?: (program: string, index: number) => string;
  /** Compiles all programs. */
  readonly build?: readonly string[];
  readonly run: (index: number) => readonly string[];
}

const debianPython = "/usr/bin/python3";

const runners: readonly Runner[] = [
  {
    language: "curl",
    check: ["curl", "--version"],
    file: (index) => `${index}.sh`,
    run: (index) => ["sh", `${index}.sh`],
  },
  {
    language: "fetch",
    check: ["node", "--version"],
    file: (index) => `${index}.mjs`,
    run: (index) => ["node", `${index}.mjs`],
  },
  {
    language: "python",
    check: [debianPython, "-c", "import requests"],
    file: (index) => `${index}.py`,
    run: (index) => [debianPython, `${index}.py`],
  },
  {
    language: "go",
    check: ["go", "version"],
    file: (index) => `program${index}.go`,
    part: (program, index) =>
      program.replace("func main() {", `func program${index}() {`),
    build: ["go", "build", "-o", "go-programs", "."],
    run: (index) => ["./go-programs", String(index)],
  },
  {
    language: "java",
    check: ["javac", "--version"],
    file: (index) => `Main${index}.java`,
    part: (program, index) =>
      program.replace("class Main {", `class Main${index} {`),
    build: ["javac", "-encoding", "UTF-8", "-d", "classes"],
    run: (index) => [
      "java",
      "-XX:TieredStopAtLevel=1",
      "-cp",
      "classes",
      `Main${index}`,
    ],
  },
  {
    language: "php",
    check: ["php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"],
    file: (index) => `${index}.php`,
    run: (index) => ["php", `${index}.php`],
  },
  {
    language: "ruby",
    check: ["ruby", "--version"],
    file: (index) => `${index}.rb`,
    run: (index) => ["ruby", `${index}.rb`],
  },
];

/** Calls the program whose number is given. */
const goMain = (count: number): string => {
  const cases = Array.from(
    { length: count },
    (_, index) => `\tcase "${index}":\n\t\tprogram${index}()\n`,
  );
  return `package main\n\nimport "os"\n\nfunc main() {\n\tswitch os.Args[1] {\n${cases.join("")}\t}\n}\n`;
};

const folder = mkdtempSync(join(tmpdir(), "specwright-languages-"));
const fileBytes = Buffer.from([0, 255, 128, 10, 13, 34, 39, 92]);
let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
  for (const name of ["it's a $file.bin", "photo 1.png"])
    writeFileSync(join(folder, name), fileBytes);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const runner of runners) {
  const { language, check, file, part, build, run } = runner;
  const isInstalled = spawnSync(check[0] ?? "", check.slice(1)).status === 0;
  if (!isInstalled)
    console.warn(`SKIPPED: samples in ${language}, which is not installed`);
  if (process.env["CI"] !== undefined)
    test(`${language} is installed`, () => {
      expect(isInstalled).toBe(true);
    });
  describe.runIf(isInstalled)(`a sample in ${language} sends`, () => {
    const names = Object.keys(hostileRequests("http://localhost"));

    beforeAll(async () => {
      const printer = languages.find(({ id }) => id === language);
      const requests = Object.values(hostileRequests(server.origin));
      requests.forEach((request, index) => {
        const program = printer?.print(request) ?? "";
        const text = part?.(program, index) ?? program;
        writeFileSync(join(folder, file(index)), text);
      });
      if (build === undefined) return;
      const files =
        language === "java" ? requests.map((_, index) => file(index)) : [];
      if (language === "go") {
        writeFileSync(join(folder, "main.go"), goMain(requests.length));
        writeFileSync(join(folder, "go.mod"), "module programs\n\ngo 1.19\n");
      }
      expect(await runProgram([...build, ...files])).toBe("");
    }, 120_000);

    test.each(names.map((name, index) => [name, index] as const))(
      "%s",
      async (name, index) => {
        const request = hostileRequests(server.origin)[name];
        const errors = await runProgram(run(index));
        const recorded = server.take();
        expect(recorded, errors).toBeDefined();
        expectSame(
          recorded as RecordedRequest,
          request as SampleRequest,
          language === "java",
        );
      },
      60_000,
    );
  });
}

/** Gives what the program wrote to standard error. */
async function runProgram([
  command = "",
  ...args
]: readonly string[]): Promise<string> {
  mkdirSync(join(folder, "cache"), { recursive: true });
  const env = {
    ...process.env,
    GOCACHE: join(tmpdir(), "specwright-go-cache"),
    GOFLAGS: "-mod=mod",
    NODE_OPTIONS: "",
  };
  const child = spawn(command, args, { cwd: folder, env });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  return errors;
}

/** @param isAscii the client of the language replaces what is not ASCII in headers; the sample says so */
function expectSame(
  recorded: RecordedRequest,
  request: SampleRequest,
  isAscii: boolean,
): void {
  const { origin } = server;
  expect(recorded.method).toBe(request.method);
  expect(recorded.url).toBe(request.url.slice(origin.length));
  const { basic, body } = request;
  for (const [name, value] of headersOf(request)) {
    if (body?.kind === "multipart" && name === "content-type") continue;
    const sent = isAscii ? value.replace(/[\x80-\xff]/g, "?") : value;
    expect(recorded.headers.get(name), name).toBe(sent);
  }
  if (basic !== undefined)
    expect(recorded.headers.get("authorization")).toBe(
      `Basic ${Buffer.from(basic.join(":")).toString("base64")}`,
    );
  if (body?.kind === "multipart") {
    const type = recorded.headers.get("content-type") ?? "";
    expect(type.startsWith(`${body.mediaType}; boundary=`)).toBe(true);
    const boundary = /boundary="?([^";]*)/.exec(type)?.[1] ?? "";
    // A character a byte, as the bytes of files need it.
    const parts = parseMultipart(recorded.body.toString("latin1"), boundary);
    expect(parts).toEqual(body.parts.map(latinPart));
    return;
  }
  expect(textOf(recorded.body, request)).toBe(expectedText(request));
}

/** JSON is compared as a value: a sample may spread it over lines. */
function textOf(bytes: Buffer, { body }: SampleRequest): string {
  const text = bytes.toString(body?.kind === "file" ? "latin1" : "utf8");
  const isExact = body?.kind !== "json" || /\d{17}/.test(text);
  return isExact ? text : JSON.stringify(JSON.parse(text));
}

function expectedText({ body }: SampleRequest): string {
  if (body === undefined || body.kind === "multipart") return "";
  return body.kind === "file" ? fileBytes.toString("latin1") : body.text;
}

/** The part as its bytes read in Latin-1. */
function latinPart(part: SamplePart): SamplePart {
  const [, ...pieces] = [part].flatMap((one) => multipartPieces([one]));
  expect(pieces.length).toBeLessThanOrEqual(2);
  const latin = (text: string): string => Buffer.from(text).toString("latin1");
  const named = (text: string): string =>
    latin(text.replace(/["\r\n]/g, encodeURIComponent));
  const { name, filename, content, ...others } = part;
  return {
    ...others,
    ...(name === undefined ? {} : { name: named(name) }),
    ...(filename === undefined ? {} : { filename: named(filename) }),
    content: {
      text:
        "file" in content ? fileBytes.toString("latin1") : latin(content.text),
    },
  };
}
