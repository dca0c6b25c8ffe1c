import {
  createClient,
  createOrderOperation,
  getOrderOperation,
  listOrdersOperation,
  type Order,
} from "./api/index.js";

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  const client = createClient({
    baseUrl,
    auth: { token: () => "secret" },
    hooks: {
      before: ({ operation }) => {
        sent.push(`${operation.method} ${operation.path}`);
      },
    },
  });

  const placed = await client
    .call(createOrderOperation, { body: { product: "tea", quantity: 2 } })
    .orThrow();
  const listed = await client.call(listOrdersOperation, {
    query: { status: "placed", limit: 10 },
  });
  const missing = await client.call(getOrderOperation, {
    path: { id: "none" },
  });
  const refused = await client.call(createOrderOperation, {
    body: { product: "tea", quantity: 0 },
  });
  const isMissing = missing.kind === "described" && missing.status === 404;
  return [
    title(placed),
    ...(listed.ok ? listed.body.map(title) : []),
    isMissing ? missing.body.title : "found",
    refused.kind === "described" && !refused.ok ? refused.body.title : "placed",
    ...sent,
  ];
}

function title({ quantity, product, status }: Order): string {
  return `${quantity} ${product}: ${status}`;
}
