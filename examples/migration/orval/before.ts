import { createOrder, getOrder, listOrders, type Order } from "./api/client";
import { configure } from "./mutator";

/** Orders tea, and gives a line about each answer. */
export async function orderTea(baseUrl: string): Promise<string[]> {
  const sent: string[] = [];
  configure(baseUrl, "secret", (line) => sent.push(line));

  const placed = await createOrder({ product: "tea", quantity: 2 });
  if (placed.status !== 201) throw new Error(placed.data.title);
  const listed = await listOrders({ status: "placed", limit: 10 });
  const missing = await getOrder("none");
  const refused = await createOrder({ product: "tea", quantity: 0 });
  return [
    title(placed.data),
    ...(listed.status === 200 ? listed.data.map(title) : []),
    missing.status === 404 ? missing.data.title : "found",
    refused.status === 201 ? "placed" : refused.data.title,
    ...sent,
  ];
}

function title({ quantity, product, status }: Order): string {
  return `${quantity} ${product}: ${status}`;
}
