/** One cycle per group of nodes that reach each other, each as the nodes on the way around. */
export function findCycles(
  edges: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const done = new Set<string>();
  const cycles: (readonly string[])[] = [];
  for (const start of edges.keys()) {
    // An explicit stack: a chain may be longer than the call stack is deep.
    const path: { readonly node: string; readonly next: string[] }[] = [];
    const onPath = new Set<string>();
    function enter(node: string): void {
      path.push({ node, next: [...(edges.get(node) ?? [])] });
      onPath.add(node);
    }
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const node = top.next.shift();
      if (node === undefined) {
        path.pop();
        onPath.delete(top.node);
        done.add(top.node);
      } else if (onPath.has(node)) {
        cycles.push(
          path.slice(path.findIndex((step) => step.node === node)).map((step) => step.node),
        );
      } else if (!done.has(node)) {
        enter(node);
      }
    }
  }
  return cycles;
}
