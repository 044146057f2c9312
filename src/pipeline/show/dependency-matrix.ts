import { containerEdges } from "../../artifacts/mermaid/container-edges.ts";
import { safeId } from "../../artifacts/mermaid/safe-id.ts";
import type { Design } from "../../design/design.ts";
import { textTable } from "../../util/text-table.ts";

/** Which context needs which: the number of arrows from the row's to the column's. */
export function dependencyMatrix(design: Design): string {
  const { contexts, deployables } = design.system;
  const homes = new Map(deployables.map(({ id, contexts: own }) => [safeId("run", id), own]));
  const counts = new Map<string, number>();
  for (const { from, to } of containerEdges(design)) {
    for (const start of homes.get(from) ?? []) {
      for (const end of homes.get(to) ?? []) {
        if (start !== end) counts.set(`${start} ${end}`, (counts.get(`${start} ${end}`) ?? 0) + 1);
      }
    }
  }
  const rows = contexts.map(({ id, name }, index) => [
    String(index + 1),
    name,
    ...contexts.map((other) =>
      other.id === id ? "·" : String(counts.get(`${id} ${other.id}`) ?? ""),
    ),
  ]);
  const head = ["", "needs", ...contexts.map((_, index) => String(index + 1))];
  return textTable(head, rows);
}
