/** One cycle of a graph, its first node repeated at the end; an empty list where there is none. */
export function findCycle(
  graph: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const finished = new Set<string>();
  const path: string[] = [];

  function visit(node: string): readonly string[] {
    const start = path.indexOf(node);
    if (start >= 0) return [...path.slice(start), node];
    if (finished.has(node)) return [];
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    finished.add(node);
    return [];
  }

  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
