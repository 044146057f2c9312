import type { Artifact, Origin } from "../../artifacts/artifact.ts";
import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Deployable, Design } from "../../design/design.ts";
import { uniqueName } from "../../util/naming.ts";
import { autoscaler } from "./autoscaler.ts";
import { deploymentManifest } from "./deployment-manifest.ts";
import { disruptionBudget } from "./disruption-budget.ts";
import { networkService } from "./network-service.ts";
import type { Workload } from "./workload.ts";

/** Names are DNS labels (RFC 1123). */
const LONGEST_NAME = 63;

const HEADER = `# A starting point: the image is a placeholder, and so are ports and paths of probes.
`;

/** `kubernetes/<deployable>.yaml` of everything that runs all the time and has a place to run. */
export function workloads(design: Design): readonly Artifact[] {
  const taken = new Set<string>();
  return design.system.deployables.flatMap((deployable) => {
    const workload = workloadOf(deployable, design, taken);
    return workload === undefined ? [] : [manifestsOf(workload)];
  });
}

function workloadOf(
  deployable: Deployable,
  { system }: Design,
  taken: Set<string>,
): Workload | undefined {
  const { regions, nodes } = system.deployment;
  if (deployable.kind === "job") return undefined;
  const own = nodes.filter(({ hosts }) => hosts === deployable.id);
  const primary = regions.filter(({ role }) => role === "primary").map(({ id }) => id);
  const node = own.find(({ region }) => primary.includes(region)) ?? own[0];
  if (node === undefined) return undefined;
  const scaling = system.scaling.find((policy) => policy.deployable === deployable.id);
  const name = uniqueName(shortened(deployable.id, LONGEST_NAME), taken);
  taken.add(name);
  return {
    name,
    deployable,
    kind: deployable.kind,
    node,
    zones: regions.find(({ id }) => id === node.region)?.zones ?? 1,
    ...(scaling === undefined ? {} : { scaling }),
  };
}

function manifestsOf(workload: Workload): Artifact {
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

/** Leaves room for a number that makes it unique. */
function shortened(id: string, longest: number): string {
  return id.length <= longest ? id : id.slice(0, longest - 4).replace(/-+$/, "");
}
