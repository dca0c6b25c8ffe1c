import { expect, test } from "vitest";
import { csharp } from "../../../generator/emit/docs/samples/languages/csharp.js";
import {
  multipartPieces,
  type SampleRequest,
} from "../../../generator/emit/docs/samples/sample-request.js";
import { hostileRequests } from "./hostile-requests.js";

/**
 * Splits a program by the grammar of regular string literals (C# specification, §6.4.5.6): what the literals stand for,
 * and the code between them.
 */
function splitLiterals(program: string): {
  readonly strings: readonly string[];
  readonly code: string;
} {
  const strings: string[] = [];
  let code = "";
  for (const [token] of program.matchAll(
    /"(?:[^"\\\r\n\u0085\u2028\u2029]|\\(?:['"\\0abfnrtv]|u[\da-fA-F]{4}))*"|[^"]|"/g,
  )) {
    if (token.length < 2) code += token;
    else {
      code += '""';
      // JSON has the same escapes, of those that may appear.
      strings.push(JSON.parse(token.replace(/[\0-\x1f]/g, "!")) as string);
    }
  }
  return { strings, code };
}

const requests = hostileRequests("http://localhost");

test.each(Object.keys(requests))(
  "a sample in C# says exactly what goes out: %s",
  (name) => {
    const request = requests[name] as SampleRequest;
    const { strings, code } = splitLiterals(csharp.print(request));
    // Between the literals there is nothing of the request.
    expect(code).toMatch(/^(?:""|[\w\s.,;:()[\]{}<>=+])*$/);
    expect(strings.slice(0, 2)).toEqual([request.method, request.url]);
    const texts = strings.join("");
    for (const [header, value] of request.headers) {
      const at = strings.indexOf(header);
      expect(strings[at + 1], header).toBe(value);
    }
    const { body, basic } = request;
    if (basic !== undefined) expect(strings).toContain(basic.join(":"));
    if (body?.kind === "text" || body?.kind === "form")
      expect(texts).toContain(wellFormed(body.text));
    if (body?.kind === "file") expect(strings).toContain(body.file);
    if (body?.kind === "multipart") {
      const pieces = multipartPieces(body.parts).map((piece) =>
        "file" in piece ? piece.file : wellFormed(piece.text),
      );
      expect(texts).toContain(pieces.join(""));
    }
    if (body?.kind === "json")
      expect(texts.replace(/\s/g, "")).toContain(
        body.text.replace(/\s/g, "").replace("e+21", "e21"),
      );
  },
);

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
