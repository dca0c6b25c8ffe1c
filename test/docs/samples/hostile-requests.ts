import type { SampleRequest } from "../../../generator/emit/docs/samples/sample-request.js";

/** Text with what is special between the quotes of some language. */
export const hostile =
  "a\"b'c\\d$e${f}#{g}`h`%i%20#{`x`}\\u0041\\n{j}@k</script><!--\\0 \u20ac😀\u202e\u2028\ufeff é";

const lines = `${hostile}\n\ttab and blanks  \r\n\u0001\u007f\u009f last\n`;

const ascii = "a\"b'c\\d$e${f}#{g}`h`%i%20{j}@k</script>; =&?";

/** Requests with hostile text in every place, by name. */
export function hostileRequests(
  origin: string,
): Readonly<Record<string, SampleRequest>> {
  const request = (
    method: string,
    path: string,
    others: Partial<SampleRequest>,
  ): SampleRequest => ({
    method,
    url: new URL(path, origin).href,
    headers: [],
    ...others,
  });
  const json = JSON.stringify({
    [hostile]: lines,
    __proto__x: [1, 1e21, -0.5, null, true, []],
    list: [{ a: {} }, [hostile]],
  });
  const typed = (contentType: string) =>
    ({ headers: [["content-type", contentType]] }) as const;
  return {
    "a GET with headers": request("GET", "/", {
      headers: [
        ["accept", "application/json"],
        ["x-ascii", ascii],
        ["x-latin", "é ÿ \xa0x"],
        ["x-empty", ""],
        ["cookie", "a=%22; b='$(id)'"],
      ],
    }),
    "a path and a query": request(
      "GET",
      `/a/${encodeURIComponent(hostile)}/(x)'!*$;,=:@&+?q=${encodeURIComponent(lines)}&r='$x()*!;:@/?`,
      {},
    ),
    "HTTP Basic": request("DELETE", "/", {
      basic: [ascii.replace(/:/g, ""), ascii],
    }),
    JSON: request("POST", "/", {
      ...typed("application/json"),
      body: { kind: "json", text: json },
    }),
    "JSON that loses digits": request("PUT", "/", {
      ...typed("application/json"),
      body: { kind: "json", text: '{"id":12345678901234567890}' },
    }),
    text: request("PATCH", "/", {
      ...typed("text/plain; charset=utf-8"),
      body: { kind: "text", text: lines },
    }),
    "text of one line": request("POST", "/", {
      ...typed("text/plain"),
      body: { kind: "text", text: hostile },
    }),
    "a form": request("POST", "/", {
      ...typed("application/x-www-form-urlencoded"),
      body: {
        kind: "form",
        text: `a=${encodeURIComponent(lines)}&a%5Bb%5D=${encodeURIComponent(hostile)}&c='()!*&d=x+y&e`,
      },
    }),
    "a file": request("POST", "/", {
      ...typed("application/octet-stream"),
      body: { kind: "file", file: "it's a $file.bin" },
    }),
    "a plain multipart form": request("POST", "/", {
      headers: [["x-a", "b"]],
      body: {
        kind: "multipart",
        mediaType: "multipart/form-data",
        parts: [
          { name: "text", content: { text: hostile } },
          {
            name: "picture",
            filename: "photo 1.png",
            contentType: "image/png",
            content: { file: "photo 1.png" },
          },
        ],
      },
    }),
    "a hostile multipart form": request("POST", "/", {
      body: {
        kind: "multipart",
        mediaType: "multipart/form-data",
        parts: [
          { name: hostile, content: { text: lines } },
          {
            name: "json",
            contentType: "application/json",
            headers: { "x-part": ascii },
            content: { text: json },
          },
          {
            name: "file",
            filename: `${hostile}.png`,
            contentType: "image/png",
            content: { file: "it's a $file.bin" },
          },
        ],
      },
    }),
    "a list of parts": request("POST", "/", {
      body: {
        kind: "multipart",
        mediaType: "multipart/mixed",
        parts: [{ contentType: "text/plain", content: { text: hostile } }],
      },
    }),
    "a method of its own with a body": request("QUERY", "/", {
      ...typed("text/plain"),
      body: { kind: "text", text: "x" },
    }),
    HEAD: request("HEAD", "/?a=b", {}),
  };
}
