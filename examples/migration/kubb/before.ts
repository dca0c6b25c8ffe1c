import { fetch as send, setConfig, type Client } from "./api/.kubb/fetch.js";
import { createOrder, getOrder, listOrders, type Order } from "./api/index.js";

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  setConfig({
    baseURL: baseUrl,
    headers: {
      authorization: "Bearer secret",
      "content-type": "application/json",
    },
  });
  const client: Client = async (config) => {
    const path = config.url?.replace(/none$/, "{id}");
    sent.push(`${config.method} ${path}`);
    const answer = await send<never>(config);
    if (answer.status < 400) return answer;
    throw Object.assign(new Error(), { data: answer.data as unknown });
  };

  const placed = await createOrder({ product: "tea", quantity: 2 }, { client });
  const listed = await listOrders({ status: "placed", limit: 10 }, { client });
  const missing = await getOrder("none", { client }).catch(problemOf);
  const refused = await createOrder(
    { product: "tea", quantity: 0 },
    { client },
  ).catch(problemOf);
  return [
    title(placed),
    ...listed.map(title),
    typeof missing === "string" ? missing : "found",
    typeof refused === "string" ? refused : "placed",
    ...sent,
  ];
}

function problemOf(error: { data: { title: string } }): string {
  return error.data.title;
}

function title({ quantity, product, status }: Order): string {
  return `${quantity} ${product}: ${status}`;
}
