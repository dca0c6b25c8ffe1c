import { client } from "./api/client.gen";
import { createOrder, getOrder, listOrders } from "./api/sdk.gen";
import type { Order } from "./api/types.gen";

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  client.setConfig({ baseUrl, auth: () => "secret" });
  client.interceptors.request.use((request, { url }) => {
    sent.push(`${request.method} ${url}`);
    return request;
  });

  const placed = await createOrder({
    body: { product: "tea", quantity: 2 },
    throwOnError: true,
  });
  const listed = await listOrders({ query: { status: "placed", limit: 10 } });
  const missing = await getOrder({ path: { id: "none" } });
  const refused = await createOrder({ body: { product: "tea", quantity: 0 } });
  return [
    title(placed.data),
    ...(listed.data ?? []).map(title),
    missing.response?.status === 404 ? (missing.error?.title ?? "") : "found",
    refused.error?.title ?? "placed",
    ...sent,
  ];
}

function title({ quantity, product, status }: Order): string {
  return `${quantity} ${product}: ${status}`;
}
