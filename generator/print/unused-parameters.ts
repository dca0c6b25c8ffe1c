import { code, type Code } from "../code/code.js";
import type { FunctionDeclaration } from "../code/file.js";

/**
 * The function with an underscore before each parameter that it does not use, which `noUnusedParameters`
 * asks for. A type predicate about such a parameter names it in the same way.
 */
export function withUnusedMarked(
  declaration: FunctionDeclaration,
): FunctionDeclaration {
  const { body, parameters } = declaration;
  const initializers = parameters.flatMap((one) => one.initializer ?? []);
  const uses = [body, ...initializers];
  const unused = new Set(
    parameters
      .map(({ name }) => name)
      .filter((name) => !uses.some((use) => use.hasText(mentionOf(name)))),
  );
  if (unused.size === 0) return declaration;
  return {
    ...declaration,
    parameters: parameters.map((parameter) =>
      unused.has(parameter.name)
        ? { ...parameter, name: `_${parameter.name}` }
        : parameter,
    ),
    returnType: predicateAbout(unused, declaration.returnType),
  };
}

const mentions = new Map<string, RegExp>();

/** The name as a word. A string that is the name and nothing else, such as a property's, is no mention. */
function mentionOf(name: string): RegExp {
  let mention = mentions.get(name);
  if (mention === undefined) {
    mention = new RegExp(`(?<![\\w$"'])${name}(?![\\w$"'])`);
    mentions.set(name, mention);
  }
  return mention;
}

function predicateAbout(unused: ReadonlySet<string>, returnType: Code): Code {
  const [first] = returnType.parts;
  if (typeof first !== "string") return returnType;
  const [name = "", ...rest] = first.split(" ");
  return rest[0] === "is" && unused.has(name)
    ? code`_${returnType}`
    : returnType;
}
