import type { AvailabilityPlan } from "./capacity/availability-plan.ts";
import { availabilityPlans } from "./capacity/availability-plan.ts";
import type { FlowAllocation } from "./capacity/allocate-flow.ts";
import { allocateFlow } from "./capacity/allocate-flow.ts";
import type { InstancePlan } from "./capacity/instance-plan.ts";
import { instancePlans } from "./capacity/instance-plan.ts";
import type { LoadFigures } from "./capacity/load-figures.ts";
import { loadFigures } from "./capacity/load-figures.ts";
import type { StoragePlan } from "./capacity/storage-plan.ts";
import { storagePlans } from "./capacity/storage-plan.ts";
import type { Design, Flow } from "./design.ts";

/** Everything that can be computed of a design's size, each number with its formula and inputs. */
export interface Capacity {
  readonly load: LoadFigures;
  readonly instances: readonly InstancePlan[];
  readonly storage: readonly StoragePlan[];
  readonly availability: readonly AvailabilityPlan[];
  readonly flows: readonly { readonly flow: Flow; readonly allocation: FlowAllocation }[];
}

/** Computes the capacity plan. Pure arithmetic over what the design states or assumes. */
export function capacityOf(design: Design): Capacity {
  const load = loadFigures(design);
  return {
    load,
    instances: instancePlans(design, load.planningRate),
    storage: storagePlans(design),
    availability: availabilityPlans(design),
    flows: design.system.flows.map((flow) => ({ flow, allocation: allocateFlow(flow, design) })),
  };
}
