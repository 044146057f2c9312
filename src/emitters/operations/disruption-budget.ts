import { labelsOf, selectorOf } from "./labels-of.ts";
import type { Manifest } from "./manifest.ts";
import type { Workload } from "./workload.ts";

/** A PodDisruptionBudget (policy/v1): maintenance takes one instance at a time. */
export function disruptionBudget(workload: Workload): Manifest {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(workload) } },
  };
}
