import {
  createClient,
  downloadInvoiceOperation,
  exportOrdersOperation,
  listOrdersOperation,
  receiveOrderPaid,
  uploadLabelOperation,
  watchOrdersOperation,
  type ApiClient,
  type Order,
} from "./expected/index.js";
import { fileNameOf } from "./expected/runtime/download.js";
import { items, pages } from "./expected/runtime/paginate.js";
import { reconnect } from "./expected/runtime/reconnect.js";
import { standardWebhooks } from "./expected/runtime/standard-webhooks.js";
import { uploadProgress } from "./expected/runtime/upload.js";

const client: ApiClient = createClient();

export async function paidOrders(): Promise<Order[]> {
  const paid: Order[] = [];
  const query = { status: "paid" };
  for await (const order of items(client, listOrdersOperation, { query })) {
    paid.push(order);
  }
  return paid;
}

export async function firstPage(): Promise<Order[]> {
  for await (const { body } of pages(client, listOrdersOperation)) {
    return body.data;
  }
  return [];
}

export async function csvOfOrders(): Promise<string> {
  return client.call(exportOrdersOperation, { accept: "text/csv" }).orThrow();
}

export async function follow(signal: AbortSignal): Promise<void> {
  const changes = reconnect(
    (connection) => client.call(watchOrdersOperation, {}, connection),
    { signal },
  );
  for await (const { data } of changes) console.log(data?.status);
}

export async function invoice(id: string): Promise<File | undefined> {
  const answer = await client.call(downloadInvoiceOperation, { path: { id } });
  if (!answer.ok) return undefined;
  const content = await new Response(answer.body).blob();
  return new File([content], fileNameOf(answer.response) ?? `${id}.pdf`);
}

export async function upload(id: string, label: Blob): Promise<number> {
  const input = { path: { id }, body: label };
  const { size } = await client
    .call(uploadLabelOperation, input, {
      upload: uploadProgress(({ sent, total }) => console.log(sent, total)),
    })
    .orThrow();
  return size;
}

export async function onOrderPaid(
  request: Request,
  secret: string,
): Promise<Response> {
  const paid = await receiveOrderPaid(request, {
    verify: standardWebhooks(secret),
  });
  if (!paid.ok) return new Response(null, { status: paid.status });
  console.log(paid.body.id, paid.issues);
  return new Response(null, { status: 204 });
}
