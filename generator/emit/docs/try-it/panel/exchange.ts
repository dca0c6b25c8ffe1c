/** Statuses whose responses have no body (Fetch Standard, "null body status"). */
const withoutBody: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

/**
 * Sends a request: through the proxy of `specwright docs` where the page has one, else from the browser itself. The proxy
 * refuses servers that the description does not have; the browser may reach them.
 * @throws what `fetch` throws, or an Error with the words of the proxy
 */
export async function exchange(request: Request): Promise<Response> {
  const proxy = document.querySelector<HTMLMetaElement>(
    'meta[name="docs-proxy"]',
  );
  if (proxy === null) return fetch(request);
  const copy = request.clone();
  const answer = await fetch(proxy.content, {
    method: "POST",
    headers: {
      "docs-target": request.url,
      "docs-method": request.method,
      "docs-headers": JSON.stringify([...request.headers]),
    },
    body: await request.arrayBuffer(),
    signal: request.signal,
  });
  const status = answer.headers.get("docs-status");
  if (status === null) {
    if (answer.status === 403) return fetch(copy);
    const { error } = (await answer.json()) as { readonly error: string };
    throw new Error(error);
  }
  const code = Number(status);
  const pairs = answer.headers.get("docs-response-headers") ?? "[]";
  return new Response(withoutBody.has(code) ? null : answer.body, {
    status: code,
    statusText: answer.headers.get("docs-status-text") ?? "",
    headers: JSON.parse(pairs) as [string, string][],
  });
}
