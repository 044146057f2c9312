import type { z } from "zod";
import { assertNever } from "../../../util/assert-never.ts";
import type { manifestSchemas } from "./manifest-schemas.ts";
import type { Problem } from "./problem.ts";
import { quantityOf } from "./quantity-of.ts";

type Manifest = z.infer<typeof manifestSchemas>;
type Deployment = Extract<Manifest, { kind: "Deployment" }>;
type Labels = Readonly<Record<string, string>>;

/** What is wrong with an object of a file that has the right shape: alone, or with the others. */
export function manifestProblems(manifest: Manifest, all: readonly Manifest[]): readonly Problem[] {
  const deployments = all.filter((other) => other.kind === "Deployment");
  switch (manifest.kind) {
    case "Deployment":
      return deploymentProblems(manifest);
    case "Service":
      return [
        ...unmatched(manifest.spec.selector, deployments, ["spec", "selector"]),
        ...unknownPorts(manifest, deployments),
      ];
    case "PodDisruptionBudget": {
      const { matchLabels } = manifest.spec.selector;
      return unmatched(matchLabels, deployments, ["spec", "selector", "matchLabels"]);
    }
    case "HorizontalPodAutoscaler": {
      const { minReplicas, maxReplicas, scaleTargetRef } = manifest.spec;
      return [
        ...problemIf(
          minReplicas > maxReplicas,
          ["spec", "minReplicas"],
          `at least ${minReplicas} instances are more than at most ${maxReplicas}`,
        ),
        ...problemIf(
          !deployments.some(({ metadata }) => metadata.name === scaleTargetRef.name),
          ["spec", "scaleTargetRef", "name"],
          `there is no Deployment ${scaleTargetRef.name} to scale`,
        ),
      ];
    }
    default:
      return assertNever(manifest);
  }
}

function deploymentProblems({ spec }: Deployment): readonly Problem[] {
  const labels = spec.template.metadata.labels;
  return [
    ...problemIf(
      !matches(spec.selector.matchLabels, labels),
      ["spec", "selector", "matchLabels"],
      "its selector does not find its own instances",
    ),
    ...spec.template.spec.containers.flatMap((container, index) => {
      const tokens = ["spec", "template", "spec", "containers", index];
      const { requests, limits } = container.resources;
      return [
        ...(["cpu", "memory"] as const).flatMap((what) =>
          problemIf(
            (quantityOf(requests[what]) ?? 0) > (quantityOf(limits[what]) ?? 0),
            [...tokens, "resources", "requests", what],
            `it requests ${requests[what]} of ${what} and is limited to ${limits[what]}`,
          ),
        ),
        ...(["startupProbe", "readinessProbe", "livenessProbe"] as const).flatMap((probe) => {
          const port = container[probe]?.httpGet.port;
          const isKnown =
            typeof port !== "string" || container.ports.some(({ name }) => name === port);
          return problemIf(!isKnown, [...tokens, probe], `it probes a port that it does not open`);
        }),
      ];
    }),
  ];
}

function unknownPorts(
  { spec }: Extract<Manifest, { kind: "Service" }>,
  deployments: readonly Deployment[],
): readonly Problem[] {
  const opened = deployments
    .filter((one) => matches(spec.selector, one.spec.template.metadata.labels))
    .flatMap((one) => one.spec.template.spec.containers.flatMap(({ ports }) => ports))
    .map(({ name }) => name);
  return spec.ports.flatMap(({ targetPort }, index) =>
    problemIf(
      typeof targetPort === "string" && !opened.includes(targetPort),
      ["spec", "ports", index, "targetPort"],
      `no instance opens a port called ${targetPort}`,
    ),
  );
}

function unmatched(
  selector: Labels,
  deployments: readonly Deployment[],
  tokens: Problem["tokens"],
): readonly Problem[] {
  const isFound = deployments.some((one) => matches(selector, one.spec.template.metadata.labels));
  return problemIf(!isFound, tokens, "its selector finds no instance of the file");
}

function matches(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

function problemIf(
  isWrong: boolean,
  tokens: Problem["tokens"],
  problem: string,
): readonly Problem[] {
  return isWrong ? [{ tokens, problem }] : [];
}
