import type { Choices } from "../../test/validators/choices.js";
import { Texts } from "./hostile-texts.js";

/** A response of a server, as bytes. */
export interface RandomResponse {
  /** The id of the operation whose answer it is. */
  readonly operation: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const operations = [
  ..."getPet headPet getFile getLines getLines getEvents getEvents chat getForm".split(
    " ",
  ),
];
const statuses = [200, 200, 200, 201, 204, 205, 206, 304, 400, 404, 500, 599];
const contentTypes = [
  "application/json",
  "application/problem+json",
  "application/jsonl",
  "application/json-seq",
  "application/x-ndjson",
  "text/event-stream",
  "text/event-stream; charset=utf-8",
  "text/plain; charset=iso-8859-1",
  "text/plain; charset=no-such-set",
  "text/html",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=b",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "no type",
  ";;;",
  "",
];

/** The response of a seed: well-formed, cut, mixed up, or anything at all. */
export function randomResponse(choices: Choices): RandomResponse {
  const operation = choices.pick(operations);
  const text = randomBody(choices, operation);
  let bytes = Buffer.from(text);
  if (choices.chance(0.3)) bytes = bytes.subarray(0, choices.below(999));
  if (choices.chance(0.2)) bytes = withNoise(bytes, choices);
  return {
    operation,
    status: choices.pick(statuses),
    headers: randomHeaders(choices, operation),
    bytes: new Uint8Array(bytes),
  };
}

const usualTypes: Readonly<Record<string, readonly string[]>> = {
  getLines: ["application/jsonl", "application/json-seq"],
  getEvents: ["text/event-stream"],
  chat: ["text/event-stream"],
  getForm: [
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
  ],
  getFile: ["application/octet-stream"],
};

function randomHeaders(
  choices: Choices,
  operation: string,
): readonly (readonly [string, string])[] {
  const usual = usualTypes[operation] ?? ["application/json"];
  const type = choices.pick(choices.chance(0.7) ? usual : contentTypes);
  const values = ["1", "x", "", "a,b", "w=1,h=2", "true", "%", '"', "1e999"];
  const names = ["X-Limit", "X-Tags", "X-Fresh", "X-Size", "X-Other"];
  return [
    ...(choices.chance(0.95) ? [["content-type", type] as const] : []),
    ...choices.some(names).map((name) => [name, choices.pick(values)] as const),
  ];
}

function randomBody(choices: Choices, operation: string): string {
  const texts = new Texts(choices, 0.4);
  const many = (make: () => string): string =>
    Array.from({ length: choices.below(8) }, make).join("");
  const json = (): string => randomJsonText(choices, texts);
  if (choices.chance(0.1)) return texts.text().repeat(choices.below(50));
  switch (operation) {
    case "getLines": {
      const ends = ["\n", "\r\n", "\n\n", "\n\u001e", "\r", ""];
      return many(() => json() + choices.pick(ends));
    }
    case "getEvents":
    case "chat":
      return many(() => eventLine(choices, texts, json));
    case "getForm":
      return choices.chance(0.5)
        ? many(() => `${texts.name()}=${texts.text()}&`)
        : `${many(() => `--b\r\ncontent-disposition: form-data; name="${texts.name()}"\r\n\r\n${texts.text()}\r\n`)}--b--`;
    default:
      return json();
  }
}

function eventLine(choices: Choices, texts: Texts, json: () => string): string {
  const fields = ["data", "event", "id", "retry", "", "data ", "\ufeffdata"];
  const values = [json(), texts.text(), "", "12", " x", "[DONE]"];
  const ends = ["\n", "\n\n", "\r\n", "\r", "\r\r", "\n\r\n", "\r\n\r\n"];
  const field = choices.pick(choices.chance(0.6) ? ["data"] : fields);
  const colon = choices.pick([":", ": ", ""]);
  return field + colon + choices.pick(values) + choices.pick(ends);
}

function randomJsonText(choices: Choices, texts: Texts): string {
  const whole = JSON.stringify({
    name: choices.chance(0.7) ? texts.text() : choices.below(9),
    kind: choices.pick(["cat", "dog", texts.text()]),
    ...(choices.chance(0.3) && { code: choices.below(9) }),
  });
  const others = [
    "{",
    "[]",
    "null",
    "1e999",
    '"a',
    '{"__proto__":1}',
    "\ufeff{}",
  ];
  return choices.chance(0.8) ? whole : choices.pick(others);
}

function withNoise(bytes: Buffer, choices: Choices): Buffer<ArrayBuffer> {
  const noise = [0x00, 0x80, 0xc3, 0xed, 0xff, 0xf0, 0x0d, 0x0a, 0x1e];
  const at = choices.below(bytes.length + 1);
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(choices.some(noise)),
    bytes.subarray(at + choices.below(3)),
  ]);
}
