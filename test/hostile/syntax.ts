import ts from "typescript";

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, false);
}

/** The faults that the parser finds; an empty list for a module that is well-formed. */
export function syntaxErrors(text: string): readonly string[] {
  const faults = Reflect.get(
    parse(text),
    "parseDiagnostics",
  ) as ts.Diagnostic[];
  return faults.map((fault) =>
    ts.flattenDiagnosticMessageText(fault.messageText, "\n"),
  );
}

/**
 * The shape of a module's syntax tree: the kind of every node with its depth, and every identifier's name.
 * What literals and comments say is no part of it.
 */
export function syntaxShape(text: string): readonly string[] {
  const shape: string[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    const name = ts.isIdentifier(node) ? ` ${node.text}` : "";
    shape.push(`${depth} ${ts.SyntaxKind[node.kind]}${name}`);
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(parse(text), 0);
  return shape;
}

/** Every name that stands in a module as code. */
export function identifiers(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(text));
  return names;
}
