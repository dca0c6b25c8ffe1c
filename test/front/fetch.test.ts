import { spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  fetchSpec,
  readLimited,
  redirectTarget,
  type FetchLimits,
} from "../../generator/read/fetch-spec.js";
import { runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const limits: FetchLimits = { bytes: 2 ** 20, milliseconds: 500 };

/** A server that is gone after the test, and what it was asked for. */
async function serve(answer: RequestListener) {
  const asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked };
}

const spec = (title: string) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title, version: "1" },
    paths: {},
    components: { schemas: { Pet: { type: "string" } } },
  });

const yaml = `openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {$ref: "common/pet.yaml#/Pet"}
    Name: {$ref: "openapi.yaml#/components/schemas/Word"}
    Word: {type: string}
`;

function manifestOf(folder: string): { spec: Record<string, string> } {
  const text = readFileSync(join(folder, "generated/manifest.json"), "utf8");
  return JSON.parse(text) as { spec: Record<string, string> };
}

describe("a description that a URL names", () => {
  it("is fetched in every run, without credentials", async () => {
    let title = "Pets";
    const { origin, asked } = await serve((_, response) =>
      response.end(spec(title)),
    );
    const folder = temporaryFolder({ "package.json": "{}" });
    mkdirSync(join(folder, "node_modules"));
    const url = `${origin}/openapi.json`;
    const first = await runHere(folder, ["generate", url]);
    expect(first).toMatchObject({ exitCode: 0, error: "" });
    expect(manifestOf(folder).spec["source"]).toBe(url);
    const same = await runHere(folder, ["generate", url]);
    expect(same.out).toContain("(0 written");
    title = "Animals";
    expect((await runHere(folder, ["check", url])).exitCode).toBe(1);
    const changed = await runHere(folder, ["generate", url]);
    expect(changed.out).not.toContain("(0 written");
    expect((await runHere(folder, ["check", url])).exitCode).toBe(0);
    expect(asked).toHaveLength(5);
    for (const { headers } of asked) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("cookie");
    }
  });

  it("is YAML or JSON by content, and its query is a secret", async () => {
    const { origin, asked } = await serve((_, response) => {
      response.setHeader("content-type", "application/json");
      response.end(
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: 5\n",
      );
    });
    const folder = temporaryFolder();
    const url = `${origin}/spec?token=s3cret#frag`;
    const { exitCode, error } = await runHere(folder, ["generate", url]);
    expect(exitCode).toBe(1);
    expect(error).toContain(`${origin}/spec:3:8: error wrong-type`);
    expect(error).not.toContain("s3cret");
    expect(asked[0]?.path).toBe("/spec?token=s3cret");
    const check = await runHere(folder, ["check", url, "--json"]);
    expect(check.out).not.toContain("s3cret");
  });

  it("keeps secrets out of the manifest and of what check says", async () => {
    const { origin } = await serve((_, response) => response.end(spec("A")));
    const folder = temporaryFolder();
    const url = `${origin}/spec?token=s3cret`;
    await runHere(folder, ["generate", url]);
    expect(manifestOf(folder).spec["source"]).toBe(`${origin}/spec`);
    const { exitCode, error } = await runHere(folder, [
      "check",
      url,
      "--out",
      "other",
    ]);
    expect(exitCode).toBe(1);
    expect(error).toContain(`other is not what ${origin}/spec gives.`);
    expect(error).not.toContain("s3cret");
  });

  it("refers to itself and to what was given, and to nothing else", async () => {
    const { origin, asked } = await serve((_, response) => response.end(yaml));
    const folder = temporaryFolder({
      "pet.yaml": "Pet: {type: integer}\n",
    });
    const url = `${origin}/v1/openapi.yaml`;
    const { exitCode, error } = await runHere(folder, ["generate", url]);
    expect(exitCode).toBe(1);
    expect(error).toContain(`${url}:6:`);
    expect(error).toContain("error reference-remote");
    expect(error).toContain(`--resource ${origin}/v1/common/pet.yaml=FILE`);
    expect(error.match(/error /g)).toHaveLength(1);
    const mapped = await runHere(folder, [
      "generate",
      url,
      "--resource",
      `${origin}/v1/common/pet.yaml=pet.yaml`,
    ]);
    expect(mapped).toMatchObject({ exitCode: 0, error: "" });
    expect(asked.map(({ path }) => path)).toEqual([
      "/v1/openapi.yaml",
      "/v1/openapi.yaml",
    ]);
  });

  it("may be named in the configuration", async () => {
    const { origin } = await serve((_, response) => response.end(spec("A")));
    const folder = temporaryFolder({
      "specwright.config.mjs": `export default { spec: "${origin}/a" };`,
    });
    const { exitCode } = await runHere(folder, ["generate"]);
    expect(exitCode).toBe(0);
  });

  it.each([
    ["http://user:s3cret@127.0.0.1:9/a", "has a user name or a password in it"],
    ["http://127.0.0.1:1/a", '"http://127.0.0.1:1/a" cannot be fetched ('],
  ])("refuses %s", async (url, words) => {
    const { exitCode, error } = await runHere(temporaryFolder(), [
      "generate",
      url,
    ]);
    expect(exitCode).toBe(1);
    expect(error).toContain("error not-fetched");
    expect(error).toContain(words);
    expect(error).not.toContain("s3cret");
  });
});

describe("fetching", () => {
  it("follows five redirects, and not six", async () => {
    const { origin } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return response.end("a: 1");
      return response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const { bytes, url } = await fetchSpec(new URL(`${origin}/5`), limits);
    expect(Buffer.from(bytes).toString()).toBe("a: 1");
    expect(url.pathname).toBe("/0");
    await expect(fetchSpec(new URL(`${origin}/6`), limits)).rejects.toThrow(
      "redirects more than 5 times",
    );
  });

  it.each([
    ["file:///etc/passwd", 'redirects to a URL with "file:"'],
    ["data:text/plain,a", 'redirects to a URL with "data:"'],
    ["http://", "redirects to something that is no URL"],
    ["http://a:b@127.0.0.1/", "has a user name or a password in it"],
  ])("does not go to %s", async (location, words) => {
    const { origin } = await serve((_, response) =>
      response.writeHead(301, { location }).end(),
    );
    await expect(fetchSpec(new URL(origin), limits)).rejects.toThrow(words);
  });

  it("goes from http to https, and never back", () => {
    const secure = new URL("https://a.example/x");
    expect(
      redirectTarget("https://b.example/", new URL("http://a.example")),
    ).toEqual(new URL("https://b.example/"));
    expect(() => redirectTarget("http://a.example/x", secure)).toThrow(
      "redirects from https to http",
    );
  });

  it("says the status of an answer that is none", async () => {
    const { origin } = await serve((_, response) =>
      response.writeHead(404).end("nothing"),
    );
    await expect(fetchSpec(new URL(origin), limits)).rejects.toThrow(
      "answers with status 404",
    );
  });

  it("stops at the limit of bytes", async () => {
    let sent = 0;
    const { origin } = await serve((_, response) => {
      const more = () => {
        if (response.destroyed) return;
        sent += 2 ** 16;
        response.write(Buffer.alloc(2 ** 16), more);
      };
      more();
    });
    const long = { ...limits, milliseconds: 20_000 };
    await expect(fetchSpec(new URL(origin), long)).rejects.toThrow(
      "gives more than 1 MiB",
    );
    expect(sent).toBeLessThan(64 * 2 ** 20);
  });

  it.each(["no answer", "no end"])("stops in time at %s", async (kind) => {
    const { origin } = await serve((_, response) => {
      if (kind === "no end") response.write("a: 1");
    });
    await expect(fetchSpec(new URL(origin), limits)).rejects.toThrow(
      "did not answer within 0.5 seconds",
    );
  });

  it("counts the bytes of a stream as well", async () => {
    const chunks = [Buffer.alloc(3), Buffer.alloc(3)];
    expect(await readLimited(chunks, 6)).toHaveLength(6);
    await expect(readLimited(chunks, 5)).rejects.toThrow("gives more than");
  });
});

describe("a description on standard input", () => {
  const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));
  const pipe = (folder: string, input: string, ...args: readonly string[]) =>
    new Promise<{ exitCode: number | null; error: string }>((done) => {
      const child = spawn(process.execPath, [bin, ...args], { cwd: folder });
      let error = "";
      child.stderr.on("data", (data: Buffer) => (error += data.toString()));
      child.on("close", (exitCode) => done({ exitCode, error }));
      child.stdin.end(input);
    });

  it("is read by generate and by check", async () => {
    const folder = temporaryFolder();
    const made = await pipe(folder, spec("A"), "generate", "-");
    expect(made).toEqual({ exitCode: 0, error: "" });
    expect(manifestOf(folder).spec["source"]).toBe("standard input");
    expect(await pipe(folder, spec("A"), "check", "-")).toEqual({
      exitCode: 0,
      error: "",
    });
    const other = await pipe(folder, spec("B"), "check", "-");
    expect(other.exitCode).toBe(1);
    expect(other.error).toContain("Run: specwright generate - --out");
  });

  it("has no files beside it", async () => {
    const { exitCode, error } = await pipe(
      temporaryFolder({ "common/pet.yaml": "Pet: {type: string}\n" }),
      yaml,
      "generate",
      "-",
    );
    expect(exitCode).toBe(1);
    expect(error).toMatch(
      /^standard input:6:\d+: error reference-outside: .* standard input has no folder/m,
    );
  });

  it("must hold something", async () => {
    const { exitCode, error } = await pipe(temporaryFolder(), "", "check", "-");
    expect(exitCode).toBe(1);
    expect(error).toContain('"standard input" is empty');
  });
});
