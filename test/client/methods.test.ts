import { describe, expect, test } from "vitest";
import { methodGroups } from "../../generator/names/method-names.js";
import { description, nameDescription } from "../names/named.js";
import {
  anOrder,
  connect,
  exported,
  json,
  useOrders,
} from "./orders-client.js";

useOrders();

/** The methods of operations with these ids and tags, as paths of members. */
function methodsOf(operations: readonly (readonly [string, string?])[]) {
  const named = operations.map(([operationId, tag], index) => [
    `GET /${index}`,
    { operationId, ...(tag !== undefined && { tags: [tag, "more"] }) },
  ]);
  const { api, names } = nameDescription(
    description({}, Object.fromEntries(named) as Record<string, object>),
  );
  return methodGroups(api.operations, names.operations).flatMap(
    ({ name, methods }) =>
      methods.map((method) =>
        name === undefined ? method.name : `${name}.${method.name}`,
      ),
  );
}

describe("names of methods", () => {
  test.each([
    ["getOrder", "orders", "orders.get"],
    ["listOrders", "orders", "orders.list"],
    ["list_orders", "Orders", "orders.list"],
    ["ordersList", "orders", "orders.list"],
    ["orders/list", "orders", "orders.list"],
    ["getOrder", "order", "order.get"],
    ["listOrderItems", "Order Items", "orderItems.list"],
    ["listOrderItems", "orders", "orders.listItems"],
    ["getCategory", "categories", "categories.get"],
    ["getAddressById", "addresses", "addresses.getById"],
    ["deleteOrder", "orders", "orders.delete"],
    ["getURLMap", "URL maps", "urlMaps.get"],
    // The word says more than the tag.
    ["getCustomerOrders", "orders", "orders.getCustomerOrders"],
    ["getOrderer", "orders", "orders.getOrderer"],
    ["search", "orders", "orders.search"],
    // Nothing, no name, or a promise is left.
    ["orders", "orders", "orders.orders"],
    ["order2", "orders", "orders.order2"],
    ["thenOrders", "orders", "orders.thenOrders"],
    ["constructorOrder", "orders", "orders.constructorOrder"],
    ["ping", undefined, "ping"],
    ["ping", "…", "ping"],
    ["then", undefined, "thenOperation"],
    ["list", "then", "thenOperations.list"],
    ["list2fa", "2fa", "2fa.list"],
    ["listGrößen", "Größen", "größen.list"],
  ])("%s of %s is %s", (id, tag, method) => {
    const one: readonly [string, string?] =
      tag === undefined ? [id] : [id, tag];
    expect(methodsOf([one])).toEqual([method]);
  });

  test("those that meet keep their long names, whatever their order", () => {
    const operations = [
      ["getOrder", "orders"],
      ["orderGet", "orders"],
      ["listOrders", "orders"],
      ["getOrder2", "other"],
    ] as const;
    const expected = [
      "orders.getOrder",
      "orders.orderGet",
      "orders.list",
      "other.getOrder2",
    ];
    expect(methodsOf(operations).sort()).toEqual(expected.sort());
    expect(methodsOf([...operations].reverse()).sort()).toEqual(expected);
  });

  test("a short name is not another's long one", () => {
    expect(
      methodsOf([
        ["list", "orders"],
        ["listOrders", "orders"],
      ]),
    ).toEqual(["orders.list", "orders.listOrders"]);
  });

  test("an operation without a tag gives way to a group", () => {
    expect(methodsOf([["orders"], ["listOrders", "orders"]])).toEqual([
      "ordersOperation",
      "orders.list",
    ]);
  });

  test("tags that differ in spelling alone are one member", () => {
    expect(
      methodsOf([
        ["listOrders", "orders"],
        ["getOrder", "Orders"],
      ]),
    ).toEqual(["orders.list", "orders.get"]);
  });
});

type Methods = Record<
  string,
  (
    input?: object,
    options?: object,
  ) => Promise<unknown> & {
    readonly orThrow: () => Promise<unknown>;
  }
>;

describe("createApi", () => {
  test("has every operation, and calls it with the client", async () => {
    const createApi: (
      client: object,
    ) => { readonly orders: Methods } & Methods = await exported("createApi");
    const { client, server } = await connect(json(200, anOrder));
    const api = createApi(client);
    expect(Object.keys(api.orders)).toEqual(["list", "create", "get"]);
    expect(Object.keys(api)).toEqual([
      "orders",
      "getKeys",
      "upload",
      "getStatus",
    ]);
    const answer = api.orders["get"]?.({ path: { id: "1" } });
    expect(await answer).toMatchObject({ ok: true, body: anOrder });
    expect(await answer?.orThrow()).toEqual(anOrder);
    await api["getStatus"]?.(undefined, { headers: { "x-a": "b" } });
    expect(server.received.map(({ url }) => url)).toEqual([
      "/orders/1",
      "/status",
    ]);
    expect(server.received[1]?.headers["x-a"]).toBe("b");
  });

  test("is no promise", async () => {
    const createApi: (client: object) => object = await exported("createApi");
    const { client } = await connect(json(200, anOrder));
    const api = createApi(client);
    expect(await Promise.resolve(api)).toBe(api);
  });
});
