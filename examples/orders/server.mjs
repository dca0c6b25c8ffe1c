// The API of openapi.yaml, for trying it out: `node server.mjs [port]`. Orders are gone when it stops.
import { createServer } from "node:http";

const orders = [];

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const [, , id] = pathname.split("/");
  const send = (status, body) => {
    const type = status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type });
    response.end(JSON.stringify(body));
  };
  if (request.headers.authorization !== "Bearer secret")
    return send(401, { title: 'Send the token "secret".' });
  if (request.method === "GET" && id !== undefined) {
    const order = orders.find((each) => each.id === decodeURIComponent(id));
    return order === undefined
      ? send(404, { title: `There is no order ${decodeURIComponent(id)}.` })
      : send(200, order);
  }
  if (request.method === "GET") {
    const status = searchParams.get("status");
    const found = orders.filter((each) => !status || each.status === status);
    return send(200, found.slice(0, Number(searchParams.get("limit") ?? 100)));
  }
  let text = "";
  for await (const chunk of request) text += chunk;
  const { product, quantity, note } = JSON.parse(text);
  if (!(quantity >= 1 && quantity <= 100))
    return send(422, { title: "Order 1 to 100 pieces." });
  const order = {
    id: String(orders.length + 1),
    ...{ product, quantity, note },
    status: "placed",
    placedAt: new Date().toISOString(),
  };
  orders.unshift(order);
  return send(201, order);
});

server.listen(Number(process.argv[2] ?? 8080), () => {
  console.log(`http://localhost:${server.address().port}`);
});
