import { quoteString } from "../../../code/quote.js";
import type { JsonValue } from "../../../model/json.js";
import type { CodeWriter } from "./code-writer.js";
import { layoutValue, type Spelling } from "./layout-value.js";

/** The spelling of TypeScript, in prettier's ways: the quotes that need fewer escapes, keys bare where they can be. */
const typescriptSpelling: Spelling = {
  key: (name) =>
    /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__"
      ? name
      : name === "__proto__"
        ? '["__proto__"]'
        : stringLiteral(name),
  string: stringLiteral,
  trailingComma: true,
  breaksAfterKey: true,
};

/** The same for a script of a page, where `<` could end the element that holds it. */
export const scriptSpelling: Spelling = {
  ...typescriptSpelling,
  string: (text) => stringLiteral(text).replace(/</g, "\\u003c"),
};

const lineWidth = 80;

/** A call of an operation with the generated client. */
export interface CallSample {
  readonly imports: readonly {
    readonly names: readonly string[];
    readonly module: string;
  }[];
  /** True if the input has bytes: the sample declares a variable for them. */
  readonly hasFile: boolean;
  /** The name of the operation's constant. */
  readonly called: string;
  readonly options: { readonly [name: string]: JsonValue };
  readonly value: { readonly [name: string]: JsonValue };
  readonly hasInput: boolean;
  /** What stands for values without a literal, by identity. */
  readonly names: ReadonlyMap<JsonValue, string>;
}

/** Writes a module that calls an operation, as prettier lays it out. */
export function writeCall(writer: CodeWriter, call: CallSample): void {
  const { called, options, value, hasInput, names } = call;
  call.imports.forEach((entry, index) => {
    if (index > 0) writer.plain("\n");
    writeImport(writer, entry.names, entry.module);
  });
  writer.plain("\n\n");
  if (call.hasFile) {
    writer.plain("const").plain(" file = ");
    writer.plain("new").plain(" Blob([");
    writer.plain('"…"').plain("]);\n\n");
  }
  writer.plain("const").plain(" client = createClient(");
  if (Object.keys(options).length > 0)
    layoutValue(options, typescriptSpelling, writer);
  writer.plain(");\n");
  const line = `const answer = await client.call(${called}${hasInput ? ", {" : ");"}`;
  // Where the operation and the brace do not fit on the line, each argument has lines of its own.
  const isSpread = line.length > lineWidth;
  const start = isSpread ? "\n  " : "";
  writer.plain("const").plain(" answer = ");
  writer.plain("await").plain(` client.call(${start}${called}`);
  if (hasInput) {
    const indent = isSpread ? 2 : 0;
    writer.plain(isSpread ? ",\n  " : ", ");
    layoutValue(value, { ...typescriptSpelling, names }, writer, indent);
  }
  writer.plain(isSpread ? ",\n);" : ");");
}

function writeImport(
  writer: CodeWriter,
  names: readonly string[],
  from: string,
): void {
  const module = stringLiteral(from);
  const line = `import { ${names.join(", ")} } from ${module};`;
  const list =
    line.length <= lineWidth
      ? ` { ${names.join(", ")} } `
      : ` {\n${names.map((name) => `  ${name},\n`).join("")}} `;
  writer.plain("import").plain(list);
  writer.plain("from").plain(" ");
  writer.plain(module).plain(";");
}

/** The quotes with fewer escapes, double ones where it is all the same. */
function stringLiteral(text: string): string {
  const literal = quoteString(text);
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  if (doubles <= singles) return literal;
  const inner = literal.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${inner}'`;
}
