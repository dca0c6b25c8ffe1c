import {
  createApi,
  createClient,
  createOrderOperation,
  getOrderOperation,
  isErrorOf,
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
  const { orders } = createApi(client);

  const placed = await orders
    .create({ body: { product: "tea", quantity: 2 } })
    .orThrow();
  const listed = await orders
    .list({ query: { status: "placed", limit: 10 } })
    .orThrow();
  const missing = await orders
    .get({ path: { id: "none" } })
    .orThrow()
    .catch(problemOf);
  const refused = await orders
    .create({ body: { product: "tea", quantity: 0 } })
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

function title({ quantity, product, status, placedAt }: Order): string {
  if (Number.isNaN(Date.parse(placedAt))) throw new Error("not a time");
  return `${quantity} ${product}: ${status}`;
}
