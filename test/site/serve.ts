import { request } from "node:http";
import { onTestFinished } from "vitest";
import { actions } from "../../generator/cli/actions.js";
import { runCommandLine } from "../../generator/cli/command-line.js";

/** `specwright docs` in this process, as far as its tests need it. */
export interface Serving {
  /** Of the server, with the base. */
  readonly url: string;
  readonly port: number;
  /** What the command has printed so far. */
  readonly out: readonly string[];
  readonly error: readonly string[];
}

/** Starts `specwright docs` on a free port; it ends with the test. */
export async function serve(
  folder: string,
  ...args: string[]
): Promise<Serving> {
  const out: string[] = [];
  const error: string[] = [];
  const plain = (text: string): string => text;
  let interrupt: (() => void) | undefined;
  let tell: ((url: string) => void) | undefined;
  const started = new Promise<string>((resolve) => (tell = resolve));
  const ended = runCommandLine(["docs", ...args, "--port", "0"], actions, {
    folder,
    isInteractive: false,
    interrupted: () => new Promise((resolve) => (interrupt = resolve)),
    style: { error: plain, warning: plain, info: plain, faint: plain },
    out: (text) => {
      out.push(text);
      const [url] = /^http:\S+/.exec(text) ?? [];
      if (url !== undefined) tell?.(url);
    },
    error: (text) => void error.push(text),
    progress: () => undefined,
  });
  onTestFinished(async () => {
    interrupt?.();
    await ended;
  });
  const url = await Promise.race([
    started,
    ended.then((code) => {
      throw new Error(`ended with ${code}: ${error.join("\n")}`);
    }),
  ]);
  return { url, port: Number(new URL(url).port), out, error };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with exactly these headers, which `fetch` would not send. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { method = "GET", body = "" } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, path, method, host: "127.0.0.1", headers },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part) => (text += String(part)));
        response.on("error", reject);
        response.on("end", () => {
          const { statusCode = 0 } = response;
          resolve({
            status: statusCode,
            headers: response.headers,
            body: text,
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
