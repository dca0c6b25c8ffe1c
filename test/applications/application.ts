/** An application in which the output has to build, with the settings that its starter makes. */
export interface Application {
  readonly name: string;
  /** What makes the application in a folder `app`; absent where only `files` do. */
  readonly starter?: Command;
  /** Packages that the application installs besides, with their versions. */
  readonly installs?: readonly string[];
  /** Folder of the output. */
  readonly out: string;
  /** What somebody writes into the application, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Its own commands; each has to end with exit code 0. */
  readonly commands: readonly Command[];
  /** Runs what was built: what it prints has the answer. */
  readonly runs?: Command;
  /** Starts what was built as a server, whose page at `/` has the answer. `PORT` is in the environment. */
  readonly serves?: Command;
}

/** Words of a command line: `npm`, `npx`, `node` or a package's own command. */
export type Command = readonly [string, ...string[]];

const isbn = "9780000000002";

/** What the code of each application answers. */
export const answer = `https://library.example/v1/books/${isbn} true`;

/**
 * The code of each application: one call of a client over a `fetch` that answers without a network.
 * @param api the specifier of the output's index
 */
export function answerModule(api: string): string {
  return `import { createClient, getBookOperation, isIsbn } from "${api}";

const client = createClient({
  baseUrl: "https://library.example/v1",
  fetch: async (request) =>
    new Response(
      JSON.stringify({ isbn: "${isbn}", title: new Request(request).url, lent: false }),
      { headers: { "content-type": "application/json" } },
    ),
});

export async function answer(): Promise<string> {
  const found = await client.call(getBookOperation, { path: { isbn: "${isbn}" } });
  return found.ok ? \`\${found.body.title} \${isIsbn(found.body.isbn)}\` : "no answer";
}
`;
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
