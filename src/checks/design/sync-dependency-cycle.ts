import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { findCycles } from "./support/find-cycles.ts";
import { label } from "./support/label.ts";

export const syncDependencyCycle = declareDiagnostic<{ readonly cycle: string }>({
  code: "design/sync-dependency-cycle",
  severity: "error",
  message: ({ cycle }) => `deployables wait for each other in a circle: ${cycle}`,
  fix: "make one of these dependencies asynchronous, turn it around, or put the contexts into one deployable",
});

/** No deployable waits for an answer that waits for its own. */
export const syncDependencyCycleCheck: DesignCheck = {
  after: ["landscape"],
  check({ system }) {
    const deployables = byId(system.deployables);
    const edges = new Map(
      system.deployables.map(({ id, dependencies }) => [
        id,
        dependencies.filter(({ mode }) => mode === "sync").map(({ on }) => on),
      ]),
    );
    return findCycles(edges).map((cycle) => {
      const names = cycle.map((id) => label(deployables.get(id) ?? { id }));
      const related = cycle.map((id) => `system/deployable/${id}`);
      const words = { cycle: [...names, names[0]].join(" → ") };
      return syncDependencyCycle(related[0] ?? "system", words, { related });
    });
  },
};
