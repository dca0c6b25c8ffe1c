let origin = "";
let token = "";
let log: (line: string) => void = () => undefined;

export function configure(
  ...values: [origin: string, token: string, log: (line: string) => void]
): void {
  [origin, token, log] = values;
}

/** Sends what the generated functions ask for. */
export async function send<Answer>(
  url: string,
  init: RequestInit,
): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${token}`);
  log(`${init.method} ${url.replace(/\?.*/, "").replace("none", "{id}")}`);
  const response = await fetch(origin + url, { ...init, headers });
  const { status } = response;
  const data: unknown = await response.json();
  return { status, data, headers: response.headers } as Answer;
}
