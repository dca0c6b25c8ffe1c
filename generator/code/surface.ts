import type { Code } from "./code.js";
import type { Declaration, FunctionParameter, TypeScriptFile } from "./file.js";

/**
 * What a module exports, one line each with its signature: the module, the kind, the name, the type. Without docs, and
 * with one space where there is any white space.
 */
export function surfaceOf({ path, declarations }: TypeScriptFile): string[] {
  return declarations.flatMap((declaration) => {
    if (declaration.kind === "reexport" || !declaration.exported) return [];
    return [`${path} ${oneLine(signatureOf(declaration))}`];
  });
}

function signatureOf(
  declaration: Exclude<Declaration, { kind: "reexport" }>,
): string {
  const { name } = declaration;
  switch (declaration.kind) {
    case "function": {
      const { typeParameters = [], parameters, returnType } = declaration;
      const types = typeParameters.map(textOf).join(", ");
      const generic = types === "" ? "" : `<${types}>`;
      return `function ${name}${generic}(${parameters.map(parameterText).join(", ")}): ${textOf(returnType)}`;
    }
    case "constant": {
      const { type, value } = declaration;
      return type === undefined
        ? `const ${name} = ${textOf(value)}`
        : `const ${name}: ${textOf(type)}`;
    }
    case "interface": {
      const { extends: bases = [], members } = declaration;
      const heads = bases.map(textOf).join(", ");
      const extending = heads === "" ? "" : ` extends ${heads}`;
      return `interface ${name}${extending} { ${textOf(members)} }`;
    }
    case "typeAlias":
      return `type ${name} = ${textOf(declaration.type)}`;
  }
}

function parameterText({
  name,
  type,
  optional,
  initializer,
}: FunctionParameter): string {
  const mark = optional === true || initializer !== undefined ? "?" : "";
  return `${name}${mark}: ${textOf(type)}`;
}

function textOf({ parts }: Code): string {
  return parts
    .map((part) => (typeof part === "string" ? part : part.name))
    .join("");
}

/** Code on one line, without comments. Literals stay as they are. */
function oneLine(text: string): string {
  return text
    .replaceAll(
      /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?:\/\*[^]*?\*\/|\/\/[^\n]*|\s)+/gu,
      (_, literal: string | undefined) => literal ?? " ",
    )
    .trim();
}
