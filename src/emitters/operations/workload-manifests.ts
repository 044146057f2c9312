import type { Artifact, Origin } from "../../artifacts/artifact.ts";
import { yamlText } from "../../artifacts/yaml-text.ts";
import { autoscaler } from "./autoscaler.ts";
import { deploymentManifest } from "./deployment-manifest.ts";
import { disruptionBudget } from "./disruption-budget.ts";
import { networkService } from "./network-service.ts";
import type { Workload } from "./workload.ts";

const HEADER = `# A starting point: the image is a placeholder, and so are ports and paths of probes.
`;

/** `kubernetes/<deployable>.yaml`: how it runs, how it is reached and how it scales. */
export function workloadManifests(workload: Workload): Artifact {
  const { name, deployable, scaling, node } = workload;
  const manifests = [
    deploymentManifest(workload),
    ...networkService(workload),
    ...autoscaler(workload),
    disruptionBudget(workload),
  ];
  const origins: Origin[] = [
    ...manifests.map((_, index): Origin => ({
      locator: { pointer: `/${index}` },
      subject: `system/deployable/${deployable.id}`,
    })),
    ...origin("/0/spec/template/spec/containers/0/resources", `system/node/${node.id}`),
    ...(scaling === undefined
      ? []
      : manifests.flatMap((manifest, index) =>
          manifest.kind === "HorizontalPodAutoscaler"
            ? origin(`/${index}/spec`, `system/scaling/${scaling.id}`)
            : [],
        )),
  ];
  return {
    path: `operations/kubernetes/${name}.yaml`,
    kind: "kubernetes",
    text: `${HEADER}${manifests.map(yamlText).join("---\n")}`,
    origins,
  };
}

function origin(pointer: string, subject: string): readonly Origin[] {
  return [{ locator: { pointer }, subject }];
}
