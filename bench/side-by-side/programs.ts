/** A program for the task of docs/comparison.md, on the output of one generator. */
export interface Program {
  /** The packages whose versions the page names, those of `bench/newest`; none for specwright itself. */
  readonly packages: readonly string[];
  /** What sets it apart from another program with the same packages. */
  readonly variant?: string;
  /** The script of the generator, in `node_modules`; absent for specwright itself. */
  readonly script?: string;
  readonly args?: (spec: string, api: string) => readonly string[];
  /** The text of `config.mjs`, which `args` may name. */
  readonly config?: (spec: string, api: string) => string;
  /** Whether responses are checked against their schemas. */
  readonly checks: boolean;
  readonly source: string;
}

/** @param sdk the plugins for functions, as code */
const heyApi = (
  sdk: string,
): Pick<Program, "script" | "args" | "config" | "source"> => ({
  script: "@hey-api/openapi-ts/bin/run.js",
  args: () => ["-f", "config.mjs"],
  config: (spec, api) =>
    `export default { input: ${JSON.stringify(spec)}, output: ${JSON.stringify(api)}, plugins: ["@hey-api/client-fetch", "@hey-api/typescript", ${sdk}] };`,
  source: `import { client } from "./api/client.gen";
import { createOrder, getOrder } from "./api/sdk.gen";

client.setConfig({ auth: () => "secret" });

export async function order(
  product: string,
  quantity: number,
): Promise<string> {
  const created = await createOrder({ body: { product, quantity } });
  if (created.error) throw new Error(created.error.title);
  const { id } = created.data;
  const found = await getOrder({ path: { id } });
  if (found.response?.status === 404) return "gone";
  if (found.error) throw new Error(found.error.title);
  return id + ": " + found.data.status;
}
`,
});

/** All place an order and read it back; each has the way to errors that its output offers. */
export const programs: readonly Program[] = [
  {
    packages: [],
    checks: true,
    source: `import { createClient } from "./api/client";
import { createOrderOperation } from "./api/operations/create-order";
import { getOrderOperation } from "./api/operations/get-order";

const client = createClient({ auth: { token: "secret" } });

export async function order(
  product: string,
  quantity: number,
): Promise<string> {
  const created = await client.call(createOrderOperation, {
    body: { product, quantity },
  });
  if (created.kind !== "described") throw new Error("unexpected answer");
  if (!created.ok) throw new Error(created.body.title);
  const { id } = created.body;
  const found = await client.call(getOrderOperation, { path: { id } });
  if (found.status === 404) return "gone";
  if (found.kind !== "described") throw new Error("unexpected answer");
  if (!found.ok) throw new Error(found.body.title);
  return id + ": " + found.body.status;
}
`,
  },
  {
    packages: ["@hey-api/openapi-ts"],
    checks: false,
    ...heyApi('"@hey-api/sdk"'),
  },
  {
    packages: ["@hey-api/openapi-ts", "valibot"],
    variant: "with its validator",
    checks: true,
    ...heyApi(
      '{ name: "@hey-api/sdk", validator: { response: "valibot" } }, "valibot"',
    ),
  },
  {
    packages: ["openapi-fetch", "openapi-typescript"],
    checks: false,
    script: "openapi-typescript/bin/cli.js",
    args: (spec, api) => [spec, "-o", `${api}/schema.ts`],
    source: `import createClient from "openapi-fetch";
import type { paths } from "./api/schema";

const client = createClient<paths>({
  baseUrl: "http://localhost:8080",
  headers: { authorization: "Bearer secret" },
});

export async function order(
  product: string,
  quantity: number,
): Promise<string> {
  const created = await client.POST("/orders", { body: { product, quantity } });
  if (created.error) throw new Error(created.error.title);
  const { id } = created.data;
  const found = await client.GET("/orders/{id}", { params: { path: { id } } });
  if (found.response.status === 404) return "gone";
  if (found.error) throw new Error(found.error.title);
  return id + ": " + found.data.status;
}
`,
  },
  {
    packages: ["orval"],
    checks: false,
    script: "orval/dist/bin/orval.mjs",
    args: () => ["--config", "config.mjs"],
    config: (spec, api) =>
      `export default { orders: { input: ${JSON.stringify(spec)}, output: { target: ${JSON.stringify(`${api}/client.ts`)}, client: "fetch", baseUrl: "http://localhost:8080" } } };`,
    source: `import { createOrder, getOrder } from "./api/client";

const options = { headers: { authorization: "Bearer secret" } };

export async function order(
  product: string,
  quantity: number,
): Promise<string> {
  const created = await createOrder({ product, quantity }, options);
  if (created.status !== 201) throw new Error(created.data.title);
  const { id } = created.data;
  const found = await getOrder(id, options);
  if (found.status === 404) return "gone";
  if (found.status !== 200) throw new Error(found.data.title);
  return id + ": " + found.data.status;
}
`,
  },
];
