import { labelsOf, selectorOf } from "./labels-of.ts";
import type { Manifest } from "./manifest.ts";
import type { Workload } from "./workload.ts";

/** Seconds between two probes while it starts. */
const START_PERIOD = 5;
const USUAL_START_SECONDS = 120;

/** A Deployment (apps/v1): instances of the node's size, spread over zones and hosts. */
export function deploymentManifest(workload: Workload): Manifest {
  const { name, deployable, node, scaling, zones } = workload;
  const selector = { matchLabels: selectorOf(workload) };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, labels: labelsOf(workload) },
    spec: {
      replicas: scaling?.minimumInstances ?? node.replicas,
      selector,
      // Two instances of what keeps state must not run at the same time.
      strategy: deployable.stateless
        ? { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: "25%" } }
        : { type: "Recreate" },
      template: {
        metadata: { labels: labelsOf(workload) },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
          topologySpreadConstraints: [
            ...(zones > 1 ? [spread("topology.kubernetes.io/zone", selector)] : []),
            spread("kubernetes.io/hostname", selector),
          ],
          containers: [container(workload)],
        },
      },
    },
  };
}

/** Keeps starting where a zone is gone. */
function spread(topologyKey: string, labelSelector: object): object {
  return { maxSkew: 1, topologyKey, whenUnsatisfiable: "ScheduleAnyway", labelSelector };
}

function container({ name, kind, node, scaling }: Workload): object {
  const size = { cpu: cores(node.cpu), memory: memory(node.memoryMiB) };
  const port = kind === "worker" ? "health" : "http";
  const startSeconds = scaling?.reactionSeconds ?? USUAL_START_SECONDS;
  return {
    name,
    image: `example.invalid/${name}:replace-me`,
    ports: [{ name: port, containerPort: kind === "worker" ? 8081 : 8080 }],
    resources: { requests: size, limits: size },
    startupProbe: {
      httpGet: { path: "/health/live", port },
      periodSeconds: START_PERIOD,
      failureThreshold: Math.min(360, Math.max(1, Math.ceil(startSeconds / START_PERIOD))),
    },
    readinessProbe: {
      httpGet: { path: "/health/ready", port },
      periodSeconds: 5,
      failureThreshold: 2,
    },
    livenessProbe: {
      httpGet: { path: "/health/live", port },
      periodSeconds: 10,
      failureThreshold: 3,
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
  };
}

/** Kubernetes counts in thousandths of a core. */
function cores(cpu: number): string {
  const thousandths = Math.max(1, Math.ceil(Number((cpu * 1000).toPrecision(9))));
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}

function memory(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}
