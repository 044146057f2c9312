import { capacityOf } from "../../design/capacity.ts";
import type { Deployable, Design, System, Target } from "../../design/design.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { outages } from "./outages.ts";
import { recoveryOrder } from "./recovery-order.ts";
import { targetText } from "./target-text.ts";

const MEASURES: readonly Target["measure"][] = ["availability", "recovery-time", "recovery-point"];

/** What the template of reliability needs; nothing where nothing runs. */
export function reliabilityView(design: Design): object | undefined {
  const { system } = design;
  if (system.deployables.length === 0) return undefined;
  return {
    title: system.title,
    targets: system.targets
      .filter(({ measure }) => MEASURES.includes(measure))
      .map((target) => ({
        name: target.name,
        measure: target.measure.replaceAll("-", " "),
        value: targetText(target),
        scope: target.scope,
        basis: target.basis,
      })),
    chains: capacityOf(design).availability.map(
      ({ deployable, availability, downtimeMinutes }) => ({
        name: deployable.name,
        availability: `${Number((availability * 100).toFixed(4))} %`,
        downtime: `${formatNumber(downtimeMinutes)} min`,
      }),
    ),
    outages: outages(design).map(({ name, kind, copies, fails, degrades, consequences }) => ({
      name,
      kind,
      copies: copies === 0 ? "–" : copies,
      fails: listed(fails.map(nameOf), "nothing"),
      degrades: listed(degrades.map(nameOf), "nothing"),
      consequences: consequences.join(" ") || "–",
    })),
    regions: regionRows(system),
    order: recoveryOrder(design).map((names, index) => ({
      step: index + 1,
      names: listed(names),
    })),
    incidents: incidentRows(system),
  };
}

function nameOf({ name }: Deployable): string {
  return name;
}

/** What runs where, and what the others have to start when a region is gone. */
function regionRows({ deployment }: System): readonly object[] {
  const { regions, nodes } = deployment;
  if (nodes.length === 0 || regions.length < 2) return [];
  const total = nodes.reduce((sum, { replicas }) => sum + replicas, 0);
  return regions.map(({ id, name, role, zones }) => {
    const running = nodes
      .filter(({ region }) => region === id)
      .reduce((sum, { replicas }) => sum + replicas, 0);
    return { name, role, zones, running, missing: total - running };
  });
}

/** The classes of alerts, each with what has to be met. */
function incidentRows({ observability, targets }: System): readonly object[] {
  const recovery = targets.filter(({ measure }) => measure === "recovery-time");
  return (["page", "ticket"] as const).flatMap((severity) => {
    const alerts = observability.alerts.filter((alert) => alert.severity === severity);
    if (alerts.length === 0) return [];
    const longest = Math.max(...alerts.map(({ forMinutes }) => forMinutes));
    return [
      {
        severity,
        count: alerts.length,
        detected: longest === 0 ? "at once" : `within ${longest} min`,
        recover:
          severity === "page"
            ? listed(recovery.map((target) => `${target.scope}: ${targetText(target)}`))
            : "–",
        components: listed([
          ...new Set(alerts.map(({ metric }) => named([metric], observability.metrics))),
        ]),
      },
    ];
  });
}
