import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import { diskNeeds } from "./disk-needs.ts";
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
    disks: diskRows(design),
  };
}

/** What the data needs at ten times the rows, against the disks of the deployment. */
function diskRows(design: Design): readonly object[] {
  return diskNeeds(design).map(({ store, copies, gigabytes, diskGibibytes, diskGigabytes }) => {
    const needed = gigabytes * 10;
    const isEnough = diskGibibytes === 0 || needed <= diskGigabytes;
    return {
      name: store.name,
      copies,
      now: `${formatNumber(gigabytes)} GB`,
      tenfold: `${formatNumber(needed)} GB`,
      disk: diskGibibytes === 0 ? "not stated" : `${formatNumber(diskGibibytes)} GiB`,
      missing: isEnough ? "" : `${formatNumber(needed - diskGigabytes)} GB`,
      stated: diskGibibytes,
    };
  });
}
