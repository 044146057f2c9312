import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { packageLinks } from "./package-links.ts";
import { recoveryOrder } from "./recovery-order.ts";

/** What each stage of the delivery pipeline has to do for this Design. */
export function pipelineFacts(design: Design): object {
  const { system } = design;
  const links = [...packageLinks(design).contexts.values()];
  const rate = capacityOf(design).load.planningRate.value;
  const deployables = new Set(system.deployables.map(({ name }) => name));
  const latency = system.targets.filter(({ measure }) => measure === "latency").length;
  return {
    contracts: listed(links.map(({ openapi }) => openapi).filter((path) => path !== "")),
    operations: operationsOf(design).filter(({ operation }) => operation.http !== undefined).length,
    schemas: listed(links.map(({ schema }) => schema).filter((path) => path !== "")),
    events: system.events.length,
    rate: rate === undefined ? "" : `${formatNumber(rate)} requests/s`,
    latency,
    controls: system.security.controls.length,
    order: listed(
      recoveryOrder(design)
        .flat()
        .filter((name) => deployables.has(name)),
    ),
    objectives: system.observability.slos.length,
  };
}
