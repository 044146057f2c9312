import { labelsOf, selectorOf } from "./labels-of.ts";
import type { Manifest } from "./manifest.ts";
import type { Workload } from "./workload.ts";

/** A Service (v1) in front of what is called; nobody calls a worker. */
export function networkService(workload: Workload): readonly Manifest[] {
  const { name, kind } = workload;
  if (kind === "worker") return [];
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name, labels: labelsOf(workload) },
      spec: {
        type: "ClusterIP",
        selector: selectorOf(workload),
        ports: [{ name: "http", port: 80, targetPort: "http" }],
      },
    },
  ];
}
