import type { OperationForm } from "../form-node.js";
import { languages } from "../../samples/languages/languages.js";
import { typescriptCall } from "../../samples/languages/typescript.js";
import type { SampleRequest } from "../../samples/sample-request.js";

/** Prints a request in a language by its name. */
export type PrintSample = (
  language: string,
  request: SampleRequest,
  input: unknown,
  form: OperationForm,
) => string;

const print: PrintSample = (language, request, input, form) => {
  if (language === "TypeScript")
    return `${typescriptOf(request, input, form)}\n`;
  const printer = languages.find(({ label }) => label === language);
  return printer?.print(request) ?? "";
};

function typescriptOf(
  request: SampleRequest,
  input: unknown,
  form: OperationForm,
): string {
  const auth = form.security[0] ?? [];
  const credentials = Object.fromEntries(
    auth.flatMap(
      ({ name, kind }): [string, string | Record<string, string>][] =>
        kind === "certificate"
          ? []
          : kind === "basic"
            ? [[name, { username: "YOUR_USERNAME", password: "YOUR_PASSWORD" }]]
            : [[name, kind === "token" ? "YOUR_TOKEN" : "YOUR_API_KEY"]],
    ),
  );
  const { origin } = new URL(request.url);
  const [first] = form.servers;
  const isDefault = first?.url.startsWith(origin) === true;
  return typescriptCall({
    module: form.package,
    called: form.functions.operation,
    options: {
      ...(isDefault ? {} : { baseUrl: origin }),
      ...(auth.length === 0 ? {} : { auth: credentials }),
    },
    input,
  });
}

Object.assign(globalThis, { tryItPrinters: { print } });
