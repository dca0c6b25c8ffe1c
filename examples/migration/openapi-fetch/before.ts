import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./api/schema.js";

type Order = components["schemas"]["Order"];

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  const client = createClient<paths>({ baseUrl });
  const middleware: Middleware = {
    onRequest({ request, schemaPath }) {
      request.headers.set("authorization", "Bearer secret");
      sent.push(`${request.method} ${schemaPath}`);
    },
  };
  client.use(middleware);

  const placed = await client.POST("/orders", {
    body: { product: "tea", quantity: 2 },
  });
  if (placed.error !== undefined) throw new Error(placed.error.title);
  const listed = await client.GET("/orders", {
    params: { query: { status: "placed", limit: 10 } },
  });
  const missing = await client.GET("/orders/{id}", {
    params: { path: { id: "none" } },
  });
  const refused = await client.POST("/orders", {
    body: { product: "tea", quantity: 0 },
  });
  return [
    title(placed.data),
    ...(listed.data ?? []).map(title),
    missing.response.status === 404 ? (missing.error?.title ?? "") : "found",
    refused.error?.title ?? "placed",
    ...sent,
  ];
}

function title({ quantity, product, status }: Order): string {
  return `${quantity} ${product}: ${status}`;
}
