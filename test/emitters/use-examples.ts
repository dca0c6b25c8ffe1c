import { strict as assert } from "node:assert";
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { getResponse, type RequestHandler } from "msw";
import { createClient } from "./api/client.js";
import { createRouter } from "./api/hono.js";
import { createOrderHandler } from "./api/msw/create-order.js";
import { getOrderHandler } from "./api/msw/get-order.js";
import { listOrdersHandler } from "./api/msw/list-orders.js";
import { createOrderMutation } from "./api/query/create-order.js";
import { getOrderQuery } from "./api/query/get-order.js";
import { listOrdersQuery } from "./api/query/list-orders.js";
import type { Order } from "./api/types/order.js";

const order: Order = {
  id: "1",
  product: "tea",
  quantity: 2,
  status: "placed",
  placedAt: "2026-01-01T00:00:00Z",
};

// Hono: what is valid arrives with its types, what is not is refused.
const limits: unknown[] = [];
const router = createRouter({
  createOrder: ({ body }, context) =>
    context.json({ ...order, product: body.product }, 201),
  listOrders: ({ query }, context) => {
    limits.push(query?.limit);
    return context.json([order]);
  },
  getOrder: ({ path }, context) => context.json({ ...order, id: path.id }),
});
assert.equal((await router.request("/orders?limit=5")).status, 200);
assert.equal((await router.request("/orders?limit=0")).status, 400);
assert.equal((await router.request("/orders?limit=x")).status, 400);
assert.equal((await router.request("/orders")).status, 200);
assert.deepEqual(limits, [5, undefined]);
const refused = await router.request("/orders", { method: "POST", body: "{" });
assert.equal(refused.status, 400);

// TanStack Query over that router.
const queries = new QueryClient();
const client = createClient({
  auth: { token: "secret" },
  fetch: async (url, init) => router.request(new Request(url, init)),
});
const found = await queries.fetchQuery(
  getOrderQuery(client, { path: { id: "a b" } }),
);
assert.equal(found.id, "a b");
const listed = await queries.fetchQuery(listOrdersQuery(client, {}));
assert.deepEqual(listed, [order]);
const mutation = new MutationObserver(queries, createOrderMutation(client));
const created = await mutation.mutate({
  body: { product: "coffee", quantity: 1 },
});
assert.equal(created.product, "coffee");

// MSW: the examples are valid, and so is what one writes oneself, or the handler fails.
const mocked = (handlers: RequestHandler[]) =>
  createClient({
    auth: { token: "secret" },
    fetch: async (url, init) => {
      const response = await getResponse(handlers, new Request(url, init));
      return response ?? new Response(null, { status: 404 });
    },
  });
const mocks = mocked([
  createOrderHandler(),
  getOrderHandler(),
  listOrdersHandler([order]),
]);
const fresh = new QueryClient();
const placed = new MutationObserver(fresh, createOrderMutation(mocks));
const input = { body: { product: "tea", quantity: 1 } };
assert.equal(typeof (await placed.mutate(input)).id, "string");
const read = getOrderQuery(mocks, { path: { id: "1" } });
assert.equal(typeof (await fresh.fetchQuery(read)).product, "string");
const all = listOrdersQuery(mocks, { query: { limit: 9 } });
assert.deepEqual(await fresh.fetchQuery(all), [order]);
// @ts-expect-error An order has more members.
const wrong = mocked([getOrderHandler({ id: "2" })]);
const failing = getOrderQuery(wrong, { path: { id: "2" } });
await assert.rejects(fresh.fetchQuery({ ...failing, retry: false }));
console.log("done");
