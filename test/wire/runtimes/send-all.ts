/** Of the generated output; it knows the types that it takes, this module does not. */
type CreateClient = (options: object) => {
  readonly call: (operation: unknown, input: object) => Promise<unknown>;
};

interface Case {
  /** Id of the operation. */
  readonly operation: string;
  /** Made anew where it runs: files and streams are the platform's own. */
  readonly input?: () => object;
  readonly auth?: object;
  /** Whether the body is a stream, which not every platform sends over HTTP/1.1. */
  readonly isStream?: true;
}

const odd = "a/b c?d=e&f#g%h+i'()*!~é€😀\u0000";

/** What is sent in every runtime, in this order. Nothing here needs more than the web platform. */
const cases: readonly Case[] = [
  { operation: "pathSimple", input: () => ({ path: { v: odd } }) },
  { operation: "pathSimple", input: () => ({ path: { v: "AC/../x y?#%" } }) },
  { operation: "pathList", input: () => ({ path: { v: ["a,b", odd] } }) },
  { operation: "pathLabel", input: () => ({ path: { v: ["a.b", odd] } }) },
  {
    operation: "pathMatrix",
    input: () => ({ path: { v: { a: odd, "ü;=": "" } } }),
  },
  {
    operation: "pathReserved",
    input: () => ({ path: { v: `[]|{}^"\`<>\\${odd}` } }),
  },
  {
    operation: "queryForm",
    input: () => ({
      query: { "DateSent<": odd, list: ["", odd], map: { "k&": odd } },
    }),
  },
  {
    operation: "queryDelimited",
    input: () => ({
      query: { comma: ["a", odd], space: ["a", "b"], pipe: ["a", "b"] },
    }),
  },
  {
    operation: "queryDeep",
    input: () => ({
      query: { v: { "k]": odd, l: "" }, json: { a: [1, null, odd] } },
    }),
  },
  {
    operation: "queryReserved",
    input: () => ({ query: { v: `[]|{}^"\`<>\\${odd}` } }),
  },
  {
    operation: "queryWhole",
    input: () => ({ querystring: { a: odd, b: "" } }),
  },
  {
    operation: "headerStyles",
    input: () => ({
      header: {
        "X-Text": "é \t~",
        "X-List": ["a", "b c"],
        "X-Map": { a: "1", b: "2" },
        "X-Json": { a: "é€😀" },
      },
    }),
  },
  { operation: "headerStyles", input: () => ({ header: { "X-Text": "" } }) },
  {
    operation: "cookies",
    input: () => ({ cookie: { form: ["a", odd], raw: "a%b=c" } }),
  },
  {
    operation: "json",
    input: () => ({ body: { a: odd, b: [1e21, -0, 0.1], c: null } }),
  },
  ...[0, false, "", null].map((body) => ({
    operation: "json",
    input: () => ({ body }),
  })),
  { operation: "json", input: () => ({}) },
  { operation: "problem", input: () => ({ body: { title: "é" } }) },
  {
    operation: "form",
    input: () => ({
      body: {
        text: odd,
        list: ["a", odd],
        spaced: ["a", "b"],
        json: { a: odd },
        number: 1e21,
        flag: false,
      },
    }),
  },
  { operation: "form", input: () => ({ body: {} }) },
  {
    operation: "multipart",
    input: () => ({
      body: {
        text: odd,
        list: ["a", "line\r\nline\n"],
        json: { a: odd },
        "naïve name": "é€😀",
        file: new File([bytes(300)], 'ø "x"\r\n.png', { type: "image/png" }),
        files: [new Blob([bytes(3)]), new File(["x"], "y.txt")],
        typed: "a,b",
      },
    }),
  },
  { operation: "bytes", input: () => ({ body: bytes(70_000) }) },
  { operation: "bytes", input: () => ({ body: new Uint8Array() }) },
  { operation: "bytes", input: () => ({ body: new Blob([bytes(9)]) }) },
  {
    operation: "bytes",
    input: () => ({ body: new Blob([bytes(500)]).stream() }),
    isStream: true,
  },
  {
    operation: "image",
    input: () => ({ body: new Blob([bytes(9)], { type: "image/png" }) }),
  },
  { operation: "text", input: () => ({ body: odd }) },
  { operation: "lines", input: () => ({ body: [1, odd, { a: null }] }) },
  {
    operation: "lines",
    input: () => ({ body: slowly([1, odd]) }),
    isStream: true,
  },
  { operation: "getMethod" },
  { operation: "putMethod", input: () => ({ body: 1 }) },
  { operation: "putMethod" },
  { operation: "postMethod" },
  { operation: "deleteMethod" },
  { operation: "optionsMethod" },
  { operation: "headMethod" },
  { operation: "patchMethod", input: () => ({ body: 1 }) },
  { operation: "queryMethod", input: () => ({ body: { q: odd } }) },
  {
    operation: "basic",
    auth: { basic: { username: "é", password: "€:p" } },
  },
  { operation: "bearer", auth: { bearer: "a.b-c_d~e+f/g==" } },
  { operation: "keys", auth: { headerKey: "k é", queryKey: odd } },
  { operation: "cookieKey", auth: { cookieKey: odd } },
  { operation: "noContent" },
];

function bytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => index % 256);
}

async function* slowly(items: readonly unknown[]): AsyncGenerator {
  for (const item of items) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield item;
  }
}

/**
 * Sends every case, one after the other, each with its number in a header.
 * @returns for each case an empty text, or the error with which it was refused
 */
export async function sendAll(
  operations: Readonly<Record<string, unknown>>,
  createClient: unknown,
  baseUrl: string,
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const [index, each] of cases.entries()) {
    const { operation, input, auth } = each;
    const client = (createClient as CreateClient)({
      baseUrl,
      headers: { "x-case": nameOf(each, index) },
      ...(auth === undefined ? {} : { auth }),
    });
    try {
      await client.call(operations[`${operation}Operation`], input?.() ?? {});
      outcomes.push("");
    } catch (error) {
      outcomes.push(String(error));
    }
  }
  return outcomes;
}

function nameOf({ operation, isStream }: Case, index: number): string {
  return `${index} ${operation}${isStream ? ", stream" : ""}`;
}

/** The names of the cases, as the header has them. */
export const caseNames = cases.map(nameOf);
