import { type ClientOptions, clientOf } from "./client.js";
import type { HttpRequest, RequestOptions } from "./request.js";

/** How a plain request is sent: the options of a client, and a reader. */
export type SendOptions<Auth, Answer> = Omit<ClientOptions, "auth" | "read"> &
  Pick<RequestOptions<Auth>, "auth"> & {
    /** Reads the response, such as `readGetOrder`; the response is given if absent. */
    readonly read?: (response: Response) => Promise<Answer>;
  };

/** Sends a plain request as a client does, for requests that you build or change yourself. */
export function send<Auth, Answer = Response>(
  request: HttpRequest<unknown, Auth>,
  { read, auth, ...options }: SendOptions<Auth, Answer>,
): Promise<Answer> {
  const { method } = request;
  const shared = { ...options, ...(auth && { auth }) } as ClientOptions;
  const answer: Promise<unknown> = clientOf(shared).call({
    ...{ id: "send", method, path: "", tags: [] },
    build: () => request as HttpRequest,
    read: read ?? ((response) => Promise.resolve(response)),
  });
  return answer as Promise<Answer>;
}
