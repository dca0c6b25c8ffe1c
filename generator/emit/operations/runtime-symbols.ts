import { typeSymbol, valueSymbol, type CodeSymbol } from "../../code/symbol.js";

const values = {
  path: [
    "pathSegment",
    "pathSegments",
    "pathSimple",
    "pathLabel",
    "pathMatrix",
    "pathJson",
    "segment",
    "keepReservedInPath",
  ],
  query: [
    "queryString",
    "queryForm",
    "queryList",
    "queryDeepObject",
    "queryNested",
    "queryJson",
    "wholeQuery",
    "wholeQueryJson",
  ],
  header: [
    "acceptHeader",
    "presentHeaders",
    "headerValue",
    "headerJson",
    "cookieHeader",
    "cookieForm",
    "cookieList",
    "cookieRaw",
    "cookieJson",
    "cookieContent",
    "keepReservedInCookie",
  ],
  form: ["formBody", "textFormBody", "formBodyWith", "formJson"],
  multipart: [
    "multipartBody",
    "multipartList",
    "part",
    "partAs",
    "partText",
    "partOf",
    "partForm",
    "partList",
    "partDeepObject",
    "partNested",
  ],
  body: ["jsonBody", "textBody", "bodyType", "bytesBody", "jsonLinesBody"],
  text: ["dateOf", "ownValue", "keepReserved", "percentEncode"],
  read: [
    "readResponse",
    "readJson",
    "readText",
    "readBinary",
    "readForm",
    "readMultipart",
  ],
  stream: ["readJsonLines", "readEvents", "readJsonEvents"],
  receive: ["receiveRequest"],
  field: [
    "textField",
    "numberField",
    "booleanField",
    "listField",
    "repeatedField",
    "objectField",
    "jsonField",
  ],
  advice: ["advise"],
  client: ["clientOf", "methodOf"],
} as const;

const types = {
  operation: ["Operation"],
  request: ["HttpRequest"],
  credentials: ["CredentialSource"],
  client: [
    "Accepting",
    "ApiClient",
    "Call",
    "CallOptions",
    "Choice",
    "ClientOptions",
  ],
  security: ["BasicCredentials", "CookieCredential"],
  response: [
    "Accepted",
    "Answer",
    "UnreadableAnswer",
    "UndescribedAnswer",
    "Status",
    "OtherStatus",
    "ErrorStatus",
    "OtherSuccess",
    "StatusRange",
    "ReadOptions",
  ],
  stream: ["EventStream", "ServerSentEvent", "JsonEvent"],
  paginate: ["Paginated"],
  receive: ["Received", "Refused", "ReceiveOptions"],
  advice: ["Advice"],
} as const;

type Names<T> =
  T extends Readonly<Record<string, readonly (infer N)[]>> ? N & string : never;

/** The functions of `templates/runtime` that operation modules call. */
export const runtime = symbols(values, valueSymbol);

/** The types of `templates/runtime` that operation modules name. */
export const runtimeType = symbols(types, typeSymbol);

function symbols<T extends Readonly<Record<string, readonly string[]>>>(
  modules: T,
  make: (name: string, module: string) => CodeSymbol,
): Readonly<Record<Names<T>, CodeSymbol>> {
  const entries = Object.entries(modules).flatMap(([module, names]) =>
    names.map((name) => [name, make(name, `runtime/${module}.ts`)] as const),
  );
  return Object.fromEntries(entries) as Record<Names<T>, CodeSymbol>;
}
