import { capacityOf } from "../../design/capacity.ts";
import type { Capacity } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import { formatNumber } from "./format-number.ts";
import { named } from "./named.ts";

/** What the template of scaling needs; nothing without policies and bottlenecks. */
export function scalingView(design: Design): object | undefined {
  const { system } = design;
  if (system.scaling.length === 0 && system.bottlenecks.length === 0) return undefined;
  const capacity = capacityOf(design);
  return {
    title: system.title,
    policies: capacity.instances.map(({ deployable, scaling, instances, deployed }) => ({
      name: deployable.name,
      stateless: deployable.stateless ? "yes" : "no",
      metric: scaling.metric,
      utilisation: `${formatNumber(scaling.targetUtilisation * 100)} %`,
      bounds: `${scaling.minimumInstances} to ${scaling.maximumInstances}`,
      reaction: `${formatNumber(scaling.reactionSeconds)} s`,
      needed: instances.value === undefined ? "not computable" : formatNumber(instances.value),
      deployed,
    })),
    bottlenecks: system.bottlenecks.map((bottleneck) => ({
      ...bottleneck,
      component: named([bottleneck.component], [...system.deployables, ...system.stores]),
    })),
    rates: [capacity.load.planningRate, capacity.load.readRate, capacity.load.writeRate].map(
      ({ name, value, unit }) => ({
        name,
        now: value === undefined ? "not computable" : `${formatNumber(value)} ${unit}`,
        tenfold: value === undefined ? "not computable" : `${formatNumber(value * 10)} ${unit}`,
      }),
    ),
    tenfold: capacity.instances.map(({ deployable, scaling, instances, tenfold }) => ({
      name: deployable.name,
      now: instances.value === undefined ? "not computable" : formatNumber(instances.value),
      tenfold: tenfold.value === undefined ? "not computable" : formatNumber(tenfold.value),
      maximum: scaling.maximumInstances,
      missing:
        tenfold.value === undefined ? 0 : Math.max(0, tenfold.value - scaling.maximumInstances),
    })),
    disks: diskRows(design, capacity),
  };
}

/** What the data needs at ten times the rows, against the disks of the deployment. */
function diskRows({ system }: Design, { storage }: Capacity): readonly object[] {
  return storage.map(({ store, copies, thirdYearGigabytes }) => {
    const disk = system.deployment.nodes
      .filter(({ hosts }) => hosts === store.id)
      .reduce((sum, { replicas, storageGiB }) => sum + replicas * (storageGiB ?? 0), 0);
    const needed = thirdYearGigabytes * 10;
    const available = (disk * 2 ** 30) / 1e9;
    return {
      name: store.name,
      copies,
      now: `${formatNumber(thirdYearGigabytes)} GB`,
      tenfold: `${formatNumber(needed)} GB`,
      disk: disk === 0 ? "not stated" : `${formatNumber(disk)} GiB`,
      missing: disk === 0 || needed <= available ? "" : `${formatNumber(needed - available)} GB`,
      stated: disk,
    };
  });
}
