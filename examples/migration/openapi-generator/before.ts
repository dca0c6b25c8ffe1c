import {
  Configuration,
  OrdersApi,
  OrderStatus,
  type Order,
  type Problem,
} from "./api";

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  const configuration = new Configuration({
    basePath: baseUrl,
    accessToken: "secret",
    fetchApi: fetch,
    middleware: [
      {
        pre: async ({ url, init }) => {
          const { pathname } = new URL(url);
          sent.push(`${init.method} ${pathname.replace("none", "{id}")}`);
        },
      },
    ],
  });
  const orders = new OrdersApi(configuration);

  const placed = await orders.createOrder({
    newOrder: { product: "tea", quantity: 2 },
  });
  const listed = await orders.listOrders({
    status: OrderStatus.Placed,
    limit: 10,
  });
  const missing = await orders.getOrder({ id: "none" }).catch(problemOf);
  const refused = await orders
    .createOrder({ newOrder: { product: "tea", quantity: 0 } })
    .catch(problemOf);
  return [
    title(placed),
    ...listed.map(title),
    typeof missing === "string" ? missing : "found",
    typeof refused === "string" ? refused : "placed",
    ...sent,
  ];
}

async function problemOf(error: unknown): Promise<string> {
  if (!(error instanceof Response)) throw error;
  const problem: Problem = await error.json();
  return problem.title;
}

function title({ quantity, product, status, placedAt }: Order): string {
  if (Number.isNaN(placedAt.getTime())) throw new Error("not a time");
  return `${quantity} ${product}: ${status}`;
}
