import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import ts from "typescript";

/**
 * Copies the types of an output to a folder beside it, in which no type is weak: TypeScript refuses an object that
 * shares no member with a type whose members are all optional, though nothing can go wrong with it, so these types
 * have an index signature of `unknown`. Optional members that every object inherits by name are called otherwise:
 * TypeScript finds the function `constructor` in an object that has none.
 * @returns the folder, which has the paths of the output
 */
export function openTypes(folder: string): string {
  const copy = `${folder}.types`;
  mkdirSync(`${copy}/types`, { recursive: true });
  writeFileSync(`${copy}/package.json`, '{ "type": "module" }');
  if (!existsSync(`${folder}/types`)) return copy;
  for (const name of readdirSync(`${folder}/types`)) {
    const text = readFileSync(`${folder}/types/${name}`, "utf8");
    writeFileSync(
      `${copy}/types/${name}`,
      withoutWeakTypes(text.replace(inherited, "$1_$2?:")),
    );
  }
  return copy;
}

const inherited =
  /^(\s+)(constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)\?:/gm;

/** A module of types with an index signature in every type whose members are all optional. */
export function withoutWeakTypes(text: string): string {
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest);
  const places: number[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) &&
      node.members.length > 0 &&
      node.members.every(
        (member) =>
          ts.isPropertySignature(member) && member.questionToken !== undefined,
      )
    ) {
      places.push(node.members.pos);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let opened = "";
  let from = 0;
  for (const place of places.sort((a, b) => a - b)) {
    opened += `${text.slice(from, place)} [other: string]: unknown;`;
    from = place;
  }
  return opened + text.slice(from);
}
