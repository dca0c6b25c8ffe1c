import ts from "typescript";

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, false);
}

/** The faults that the parser finds; an empty list for a module that is well-formed. */
export function syntaxErrors(text: string): readonly string[] {
  return errorsOf(parse(text));
}

function errorsOf(source: ts.SourceFile): readonly string[] {
  const faults = Reflect.get(source, "parseDiagnostics") as ts.Diagnostic[];
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

/** What the syntax of a module says of it. */
export interface ModuleSyntax {
  /** The faults that the parser finds. */
  readonly errors: readonly string[];
  /** Every name that stands in it as code. */
  readonly names: ReadonlySet<string>;
  /** The literals of regular expressions that do not compile. */
  readonly patterns: readonly string[];
}

/** Parses a module once for all that is asked of its syntax. */
export function moduleSyntax(text: string): ModuleSyntax {
  const source = parse(text);
  const names = new Set<string>();
  const patterns: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isRegularExpressionLiteral(node) && !compiles(node.text))
      patterns.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { errors: errorsOf(source), names, patterns };
}

function compiles(literal: string): boolean {
  const end = literal.lastIndexOf("/");
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return true;
  } catch {
    return false;
  }
}

/** Every name that stands in a module as code. */
export function identifiers(text: string): ReadonlySet<string> {
  return moduleSyntax(text).names;
}
