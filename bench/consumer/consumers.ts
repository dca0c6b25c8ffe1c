import { root } from "../../scripts/measure/measured-run.js";
import { peers } from "../install-peers.js";

/** A client of three of GitHub's operations, on the output of one generator. */
export interface Consumer {
  readonly title: string;
  /** How its output is generated. */
  readonly script: string;
  readonly args: (spec: string, out: string) => readonly string[];
  /** Imports the output from `./out`. Where a field is completed stands `/*here*\/`. */
  readonly source: string;
}

const calls = (create: string, get: string, list: string): string => `
export async function demo(): Promise<string> {
  const created = await ${create};
  const repository = await ${get};
  const pulls = await ${list};
  return describe(created, repository, pulls);
}
`;

/** All three create an issue, get a repository and list its pull requests, and read a field of each answer. */
export const consumers: readonly Consumer[] = [
  {
    title: "specwright",
    script: `${root}dist/bin.js`,
    args: (spec, out) => ["generate", spec, "--out", out, "--no-docs"],
    source: `
import { createClient } from "./out/client.js";
import { issuesCreateOperation, type IssuesCreateResult } from "./out/operations/issues-create.js";
import { pullsListOperation, type PullsListResult } from "./out/operations/pulls-list.js";
import { reposGetOperation, type ReposGetResult } from "./out/operations/repos-get.js";
const client = createClient();
${calls(
  `client.call(issuesCreateOperation, { path: { owner: "o", repo: "r" }, body: { title: "t", /*here*/ } })`,
  `client.call(reposGetOperation, { path: { owner: "o", repo: "r" } })`,
  `client.call(pullsListOperation, { path: { owner: "o", repo: "r" }, query: { state: "open" } })`,
)}
function describe(created: IssuesCreateResult, repository: ReposGetResult, pulls: PullsListResult): string {
  const parts: string[] = [];
  if (created.ok) parts.push(created.body.title);
  if (repository.ok) parts.push(repository.body.full_name);
  if (pulls.ok) for (const pull of pulls.body) parts.push(pull.title);
  return parts.join();
}
`,
  },
  {
    title: "openapi-typescript, openapi-fetch",
    script: `${peers}openapi-typescript/bin/cli.js`,
    args: (spec, out) => [spec, "-o", `${out}/schema.ts`],
    source: `
import createClient from "openapi-fetch";
import type { paths } from "./out/schema.js";
const client = createClient<paths>({ baseUrl: "https://api.github.com" });
type Created = Awaited<ReturnType<typeof create>>;
const create = () => client.POST("/repos/{owner}/{repo}/issues", { params: { path: { owner: "o", repo: "r" } }, body: { title: "t", /*here*/ } });
const get = () => client.GET("/repos/{owner}/{repo}", { params: { path: { owner: "o", repo: "r" } } });
const list = () => client.GET("/repos/{owner}/{repo}/pulls", { params: { path: { owner: "o", repo: "r" }, query: { state: "open" } } });
${calls("create()", "get()", "list()")}
function describe(created: Created, repository: Awaited<ReturnType<typeof get>>, pulls: Awaited<ReturnType<typeof list>>): string {
  const parts: string[] = [];
  if (created.data) parts.push(created.data.title);
  if (repository.data) parts.push(repository.data.full_name);
  if (pulls.data) for (const pull of pulls.data) parts.push(pull.title);
  return parts.join();
}
`,
  },
  {
    title: "@hey-api/openapi-ts: types, SDK",
    script: `${peers}@hey-api/openapi-ts/bin/run.js`,
    args: (spec, out) => [
      ...["-i", spec, "-o", out, "-c", "@hey-api/client-fetch"],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk"],
    ],
    source: `
import { issuesCreate, pullsList, reposGet } from "./out/sdk.gen";
const create = () => issuesCreate({ path: { owner: "o", repo: "r" }, body: { title: "t", /*here*/ } });
const get = () => reposGet({ path: { owner: "o", repo: "r" } });
const list = () => pullsList({ path: { owner: "o", repo: "r" }, query: { state: "open" } });
${calls("create()", "get()", "list()")}
function describe(created: Awaited<ReturnType<typeof create>>, repository: Awaited<ReturnType<typeof get>>, pulls: Awaited<ReturnType<typeof list>>): string {
  const parts: string[] = [];
  if (created.data) parts.push(created.data.title);
  if (repository.data) parts.push(repository.data.full_name);
  if (pulls.data) for (const pull of pulls.data) parts.push(pull.title);
  return parts.join();
}
`,
  },
];

/**
 * What the consumer is compiled with: strict, but not with flags that only some generators keep to. TypeScript's
 * own library is not checked again, as in most projects: it would be the larger part of the time of all of them.
 */
export const compilerOptions = {
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
};
