import type { Schema } from "../../model/schema.js";
import type { Direction } from "../verdict.js";
import type { Finding, Findings } from "../finding.js";
import type { Side, Sides } from "../side.js";
import { compareAnnotations } from "./compare-annotations.js";
import { compareArrays } from "./compare-arrays.js";
import { compareBounds } from "./compare-bounds.js";
import { compareObjects } from "./compare-objects.js";
import { compareKeywords } from "./compare-keywords.js";
import { compareTexts } from "./compare-texts.js";
import { DeclaredTypes } from "../types/declared-types.js";
import { compareTypes } from "./compare-types.js";
import { compareUnions, isWrapped } from "./compare-unions.js";
import { compareValues } from "./compare-values.js";
import type { Compare } from "./look.js";

const aspects: readonly Compare[] = [
  compareValues,
  compareBounds,
  compareTexts,
  compareArrays,
  compareObjects,
  compareUnions,
  compareKeywords,
];

/** Two schemas in one direction: what differs in them, and who leads to them. */
interface Node {
  readonly direction: Direction;
  readonly old: Schema;
  readonly new: Schema;
  readonly findings: Finding[];
  readonly parents: Node[];
  readonly children: Node[];
  /** True if the two have declared types of their own: named schemas, bodies, parameters. */
  isDeclared: boolean;
  /** Pointers of the operations that lead here directly. */
  readonly operations: Set<string>;
}

/**
 * The one walk over two models: compares schemas of the same place, and those within them, each pair once in each
 * direction, however many operations lead to it.
 */
export class SchemaWalk {
  readonly #sides: Sides;
  readonly #nodes: Node[] = [];
  readonly #known = new Map<
    Schema,
    Map<Schema, Partial<Record<Direction, Node>>>
  >();
  readonly #open: (() => void)[] = [];

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  /**
   * Compares two schemas.
   * @param operation the pointer of the operation that they belong to; absent for definitions by themselves
   */
  compare(
    old: Schema,
    fresh: Schema,
    direction: Direction,
    operation?: string,
  ): void {
    const node = this.#node(old, fresh, direction);
    node.isDeclared = true;
    if (operation !== undefined) node.operations.add(operation);
    for (let next = this.#open.pop(); next; next = this.#open.pop()) next();
  }

  /** True if the old schema was compared with any other. */
  hasVisited(old: Schema): boolean {
    return this.#known.has(old);
  }

  /** The schemas of the new description that an old one was compared with. */
  partnersOf(old: Schema): readonly Schema[] {
    return [...(this.#known.get(old)?.keys() ?? [])];
  }

  /** Hands on everything that was found, once declared types have been compared as well. */
  into(findings: Findings): void {
    const types = new DeclaredTypes(this.#sides);
    for (const node of this.#nodes) {
      if (node.isDeclared) types.compare(node, localFindings(node));
    }
    const found = this.#nodes
      .filter((node) => node.findings.length > 0)
      .map((node) => ({ node, operations: operationsOf(node) }));
    for (const { node, operations } of found) {
      if (operations.size === 0) continue;
      for (const finding of node.findings) {
        findings.add(finding, node.direction, operations);
      }
    }
    for (const { node, operations } of found) {
      if (operations.size > 0 || this.#isUsed(node)) continue;
      // What only unused schemas would do with a used one is nothing that happens.
      for (const finding of node.findings) {
        if (findings.isReached(finding)) continue;
        findings.add(finding, node.direction, []);
      }
    }
  }

  /** True if operations lead to the same two schemas in the other direction. */
  #isUsed({ old, new: fresh, direction }: Node): boolean {
    const other = direction === "request" ? "response" : "request";
    const node = this.#known.get(old)?.get(fresh)?.[other];
    return node !== undefined && operationsOf(node).size > 0;
  }

  #node(old: Schema, fresh: Schema, direction: Direction): Node {
    let partners = this.#known.get(old);
    if (partners === undefined) this.#known.set(old, (partners = new Map()));
    let nodes = partners.get(fresh);
    if (nodes === undefined) partners.set(fresh, (nodes = {}));
    const known = nodes[direction];
    if (known !== undefined) return known;
    const node: Node = {
      direction,
      old,
      new: fresh,
      findings: [],
      parents: [],
      children: [],
      isDeclared: false,
      operations: new Set(),
    };
    nodes[direction] = node;
    this.#nodes.push(node);
    this.#open.push(() => this.#look(old, fresh, node));
    return node;
  }

  #look(old: Schema, fresh: Schema, node: Node): void {
    const { direction } = node;
    const sides = this.#sides;
    const within = (oldInner: Schema, newInner: Schema): Node => {
      const inner = this.#node(oldInner, newInner, direction);
      inner.parents.push(node);
      node.children.push(inner);
      return inner;
    };
    const targets = [targetOf(old, sides.old), targetOf(fresh, sides.new)];
    const [oldTarget, newTarget] = targets;
    const isReference = oldTarget !== undefined && newTarget !== undefined;
    const a = sides.old.conjuncts.of(old);
    const b = sides.new.conjuncts.of(fresh);
    const look = {
      old: a,
      new: b,
      direction,
      sides,
      at: {
        old: a.sources[0]?.pointer ?? old.pointer,
        new: b.sources[0]?.pointer ?? fresh.pointer,
      },
      report: (finding: Finding) => void node.findings.push(finding),
      within: (a: Schema, b: Schema) => void within(a, b),
    };
    compareAnnotations(look, isReference);
    // What two references lead to is compared at its own place, once for all references.
    if (isReference) within(oldTarget, newTarget).isDeclared = true;
    else if (compareTypes(look)) {
      const compared = isWrapped(look) ? [compareUnions] : aspects;
      for (const compare of compared) compare(look);
    }
  }
}

/** The findings in what a declared type spells out: those behind names belong to other declared types. */
function localFindings(node: Node): readonly Finding[][] {
  const found: Finding[][] = [];
  const seen = new Set<Node>();
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.findings.length > 0) found.push(next.findings);
    for (const added of next.children.filter(({ isDeclared }) => !isDeclared))
      open.push(added);
  }
  return found;
}

/** What a schema that is a reference and nothing else leads to. */
function targetOf(schema: Schema, { api }: Side): Schema | undefined {
  return schema.kind === "ref"
    ? api.definitions[schema.target]?.schema
    : undefined;
}

/** The operations from which a pair is reached, on any way. */
function operationsOf(node: Node): ReadonlySet<string> {
  const operations = new Set<string>();
  const seen = new Set<Node>();
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const operation of next.operations) operations.add(operation);
    for (const added of next.parents) open.push(added);
  }
  return operations;
}
