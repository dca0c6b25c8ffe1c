import {
  createClient,
  createOrderOperation,
  getOrderOperation,
  isErrorOf,
  listOrdersOperation,
  type Order,
} from "./api/index.js";

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  const client = createClient({
    baseUrl,
    auth: { token: "secret" },
    hooks: {
      before: ({ operation }) => {
        sent.push(`${operation.method} ${operation.path}`);
      },
    },
  });

  const placed = await client
    .call(createOrderOperation, { body: { product: "tea", quantity: 2 } })
    .orThrow();
  const listed = await client
    .call(listOrdersOperation, { query: { status: "placed", limit: 10 } })
    .orThrow();
  const missing = await client
    .call(getOrderOperation, { path: { id: "none" } })
    .orThrow()
    .catch(problemOf);
  const refused = await client
    .call(createOrderOperation, { body: { product: "tea", quantity: 0 } })
    .orThrow()
    .catch(problemOf);
  return [
    title(placed),
    ...listed.map(title),
    typeof missing === "string" ? missing : "found",
    typeof refused === "string" ? refused : "placed",
    ...sent,
  ];
}

function problemOf(error: unknown): string {
  const isKnown =
    isErrorOf(getOrderOperation, error) ||
    isErrorOf(createOrderOperation, error);
  if (isKnown && error.kind === "described") return error.body.title;
  throw error;
}

function title({ quantity, product, status }: Order): string {
  return `${quantity} ${product}: ${status}`;
}
