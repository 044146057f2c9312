import type { Deployable, Design } from "../../design/design.ts";
import { uniqueName } from "../../util/naming.ts";
import type { Workload } from "./workload.ts";

/** Names are DNS labels (RFC 1123). */
const LONGEST_NAME = 63;

/** Everything that runs all the time and has a place to run. */
export function workloads(design: Design): readonly Workload[] {
  const taken = new Set<string>();
  return design.system.deployables.flatMap((deployable) => {
    const workload = workloadOf(deployable, design, taken);
    return workload === undefined ? [] : [workload];
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

/** Leaves room for a number that makes it unique. */
function shortened(id: string, longest: number): string {
  return id.length <= longest ? id : id.slice(0, longest - 4).replace(/-+$/, "");
}
