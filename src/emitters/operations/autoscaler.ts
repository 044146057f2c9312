import { labelsOf } from "./labels-of.ts";
import type { Manifest } from "./manifest.ts";
import type { Workload } from "./workload.ts";

/** A HorizontalPodAutoscaler (autoscaling/v2), where the Design lets the number change. */
export function autoscaler(workload: Workload): readonly Manifest[] {
  const { name, deployable, scaling } = workload;
  if (scaling === undefined || !deployable.stateless) return [];
  if (scaling.minimumInstances === scaling.maximumInstances) return [];
  return [
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name, labels: labelsOf(workload) },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
        minReplicas: scaling.minimumInstances,
        maxReplicas: scaling.maximumInstances,
        metrics: [
          {
            type: "Resource",
            resource: {
              name: "cpu",
              target: {
                type: "Utilization",
                averageUtilization: Math.max(1, Math.round(scaling.targetUtilisation * 100)),
              },
            },
          },
        ],
      },
    },
  ];
}
