import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileOutput } from "./compile-output.js";
import { agreementDocument } from "./runtimes/agreement-document.js";
import { type RawRequest, rawServer } from "./runtimes/raw-server.js";
import { runtimes } from "./runtimes/runtimes.js";
import { caseNames } from "./runtimes/send-all.js";

/** Headers that are the platform's own, and why; every other one has to agree. */
const platformHeaders = new Map([
  ["host", "the port of this run"],
  ["connection", "whether the connection is kept"],
  ["user-agent", "the name of the platform"],
  ["accept-encoding", "the codings that the platform can undo"],
  ["accept-language", "the languages of the user"],
  [
    "content-length",
    "how the body is framed: Bun knows the length of a file that is streamed, and says 0 of none",
  ],
  ["transfer-encoding", "the same"],
  ["origin", "browsers say who asks"],
  ["referer", "and from which page"],
]);
const isPlatform = (name: string): boolean =>
  platformHeaders.has(name) || name.startsWith("sec-");

/** Headers that a platform does not let a script set. */
const forbidden: Readonly<Record<string, ReadonlySet<string>>> = {
  // A page sends the cookies of the browser, and no others (Fetch, "forbidden request-header").
  Chromium: new Set(["cookie"]),
};

/** Cases that a platform refuses. */
const refused: Readonly<Record<string, ReadonlySet<string>>> = {
  // Chromium sends streams over HTTP/2 and HTTP/3 alone.
  Chromium: new Set(caseNames.filter((name) => /stream/.test(name))),
};

interface Sent {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const missing = runtimes.filter(({ run }) => run === undefined);
for (const { name } of missing) {
  console.warn(
    `SKIPPED: the wire in ${name}, which is not installed (test/wire/runtimes/package.json)`,
  );
}

describe("the same bytes from every runtime", () => {
  let server: Awaited<ReturnType<typeof rawServer>>;
  let code: string;
  let folder: string;
  let byNode: ReadonlyMap<string, Sent>;

  beforeAll(async () => {
    server = await rawServer();
    folder = (await compileOutput(agreementDocument)).folder;
    const sendAll = fileURLToPath(
      new URL("runtimes/send-all.ts", import.meta.url),
    );
    const { outputFiles } = await build({
      stdin: {
        contents: [
          'import * as operations from "./index.js";',
          'import { createClient } from "./client.js";',
          `import { sendAll } from ${JSON.stringify(sendAll)};`,
          `report(await sendAll(operations, createClient, ${JSON.stringify(server.url)}));`,
        ].join("\n"),
        resolveDir: folder,
      },
      bundle: true,
      platform: "neutral",
      format: "esm",
      target: "es2022",
      write: false,
    });
    code = outputFiles[0]?.text ?? "";
    byNode = (await sentBy("Node")).sent;
  }, 60_000);
  afterAll(() => server.close());

  test("Node sends all of them, one for each operation of the document at least", () => {
    expect([...byNode.keys()]).toEqual(caseNames);
    const operations = Object.values(agreementDocument.paths).flatMap((item) =>
      Object.values(item as Record<string, { operationId: string }>),
    );
    for (const { operationId } of operations)
      expect(caseNames.join()).toContain(` ${operationId}`);
  });

  test.each(runtimes.filter(({ name }) => name !== "Node"))(
    "$name",
    async ({ name, run }) => {
      if (run === undefined) {
        expect(process.env["CI"], `${name} is not installed`).toBeUndefined();
        return;
      }
      const { outcomes, sent } = await sentBy(name);
      const isRefused = (one: string): boolean =>
        refused[name]?.has(one) ?? false;
      for (const [index, outcome] of outcomes.entries()) {
        const one = caseNames[index] ?? "";
        if (isRefused(one)) expect(outcome, one).toMatch(/TypeError/);
        else expect(outcome, one).toBe("");
      }
      const expected = [...byNode].filter(([one]) => !isRefused(one));
      expect(sent.size).toBe(expected.length);
      for (const [one, { line, headers, body }] of expected) {
        const settable = Object.entries(headers).filter(
          ([header]) => !forbidden[name]?.has(header),
        );
        expect(sent.get(one), one).toEqual({
          line,
          headers: Object.fromEntries(settable),
          body,
        });
      }
    },
    60_000,
  );

  async function sentBy(
    name: string,
  ): Promise<{ outcomes: string[]; sent: Map<string, Sent> }> {
    const runtime = runtimes.find((one) => one.name === name);
    const outcomes = (await runtime?.run?.(code, folder, server.url)) ?? [];
    const entries = server.take().map(comparable);
    return { outcomes, sent: new Map(entries) };
  }
});

/** A request by its case, without what is the platform's own; boundaries are random and get one name. */
function comparable({ line, headers, body }: RawRequest): [string, Sent] {
  const fields = headers.map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value.replace(/specwright-[\d-]+$/, "BOUNDARY"),
  ]);
  const name = fields.find(([field]) => field === "x-case")?.[1] ?? "";
  return [
    name,
    {
      line,
      headers: Object.fromEntries(
        fields.filter(([field]) => !isPlatform(field)),
      ),
      body: body
        .toString("latin1")
        .replace(/--specwright-[\d-]+?(?=(?:--)?\r\n)/g, "--BOUNDARY"),
    },
  ];
}
