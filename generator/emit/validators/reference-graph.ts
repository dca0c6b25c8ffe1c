import type { Api } from "../../model/api.js";
import type { DefinitionId } from "../../model/schema.js";
import { referencesWithin } from "../../model/walk-schema.js";
import { Memo } from "../../tracking/memo.js";
import { Query } from "../../tracking/query.js";

/**
 * True for a definition whose validator counts how deep it is: it lies on a way from one recursive definition to
 * another (every recursive one does).
 */
export const countsDepth = new Query<Api, boolean>("counts-depth", (api) => {
  const { edges, groups } = graphOf(api);
  const recursive = new Set(groups.keys());
  const below = reach(recursive, edges);
  const above = reach(recursive, reversed(edges));
  return (id) => below.has(id) && above.has(id);
});

type Edges = ReadonlyMap<DefinitionId, readonly DefinitionId[]>;

function edgesOf(api: Api): Edges {
  const edges = new Map<DefinitionId, readonly DefinitionId[]>();
  for (const [id, { schema }] of Object.entries(api.definitions)) {
    edges.set(id, [...referencesWithin(schema)]);
  }
  return edges;
}

interface Graph {
  readonly edges: Edges;
  readonly groups: ReadonlyMap<DefinitionId, number>;
}

const graphs = new Memo<Api, Graph>();

/** The graph of all definitions; reads every schema. */
function graphOf(api: Api): Graph {
  return graphs.get(api, () => {
    const edges = edgesOf(api);
    return { edges, groups: groupsOf(edges) };
  });
}

/**
 * The recursive definitions, each with the number of its group: those of a group can be reached from each other.
 * @param api as it is, for what is worked out over all of it: no unit may call this
 */
export function recursiveGroups(api: Api): ReadonlyMap<DefinitionId, number> {
  return graphOf(api).groups;
}

/** Tarjan's strongly connected components, without recursion; those of a single node that does not lead to itself left out. */
export function groupsOf(edges: Edges): ReadonlyMap<DefinitionId, number> {
  const recursive = new Map<DefinitionId, number>();
  const selfish = new Set<DefinitionId>();
  const order = new Map<DefinitionId, number>();
  const lowest = new Map<DefinitionId, number>();
  const stack: DefinitionId[] = [];
  const onStack = new Set<DefinitionId>();
  const work: { id: DefinitionId; next: number }[] = [];
  const enter = (id: DefinitionId): void => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    stack.push(id);
    onStack.add(id);
    work.push({ id, next: 0 });
  };
  const lower = (id: DefinitionId, to: number): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? to, to));
  };
  for (const root of edges.keys()) {
    if (!order.has(root)) enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const target = edges.get(top.id)?.[top.next++];
      if (target !== undefined) {
        if (target === top.id) selfish.add(target);
        if (!order.has(target)) enter(target);
        else if (onStack.has(target)) lower(top.id, order.get(target) ?? 0);
        continue;
      }
      work.pop();
      const low = lowest.get(top.id) ?? 0;
      const parent = work.at(-1);
      if (parent !== undefined) lower(parent.id, low);
      if (low !== order.get(top.id)) continue;
      const component = stack.splice(stack.lastIndexOf(top.id));
      for (const id of component) onStack.delete(id);
      if (component.length === 1 && !selfish.has(top.id)) continue;
      const group = recursive.size;
      for (const id of component) recursive.set(id, group);
    }
  }
  return recursive;
}

function reversed(edges: Edges): Edges {
  const back = new Map<DefinitionId, DefinitionId[]>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const sources = back.get(to);
      if (sources === undefined) back.set(to, [from]);
      else sources.push(from);
    }
  }
  return back;
}

function reach(
  start: ReadonlySet<DefinitionId>,
  edges: Edges,
): Set<DefinitionId> {
  const found = new Set(start);
  const open = [...start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of edges.get(next) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      open.push(target);
    }
  }
  return found;
}
