import * as api from "./api/index.js";
import { fileNameOf } from "./api/runtime/download.js";
import { items } from "./api/runtime/paginate.js";
import { reconnect } from "./api/runtime/reconnect.js";
import { uploadProgress } from "./api/runtime/upload.js";
export { AnswerError, isErrorOf } from "./api/index.js";

export function shop(baseUrl: string, tokens: api.Tokens) {
  const client = api.createClient({
    baseUrl,
    auth: { bearer: () => tokens.access },
    refresh: async (plain) => {
      const call = plain.call(api.renewTokensOperation, { body: tokens });
      tokens = await call.orThrow();
    },
    retry: api.retries({ limit: 3, idempotencyKey: "Idempotency-Key" }),
    hooks: {
      after: ({ operation, attempt, response }) =>
        console.info(operation.id, attempt, response.status),
    },
  });
  return {
    orders: (query: api.ListOrdersQuery = {}) =>
      items(client, api.listOrdersOperation, { query }),
    create: (body: api.NewOrder) =>
      client.call(api.createOrderOperation, { body }).orThrow(),
    upload(id: string, body: Blob, report: (sent: number) => void) {
      const upload = uploadProgress(({ sent }) => report(sent));
      const input = { path: { id }, body };
      return client.call(api.uploadLabelOperation, input, { upload }).orThrow();
    },
    async invoice(id: string) {
      const call = client.call(api.downloadInvoiceOperation, { path: { id } });
      const body = await call.orThrow();
      return { body, name: fileNameOf((await call).response) };
    },
    changes: () =>
      reconnect((own) => client.call(api.watchOrdersOperation, {}, own)),
  };
}
