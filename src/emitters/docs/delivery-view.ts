import { renderFlowchart } from "../../artifacts/mermaid/render-flowchart.ts";
import { safeId } from "../../artifacts/mermaid/safe-id.ts";
import type { Design, System } from "../../design/design.ts";
import { debtRegister } from "./debt-register.ts";
import { deliveryWaves } from "./delivery-waves.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { pipelineFacts } from "./pipeline-facts.ts";

/** What the template of the delivery plan needs; nothing where there is no work package. */
export function deliveryView(design: Design): object | undefined {
  const { system } = design;
  const { workPackages, successMetrics } = system.delivery;
  if (workPackages.length === 0) return undefined;
  return {
    title: system.title,
    picture: orderPicture(system),
    waves: deliveryWaves(system).map((wave, index) => ({
      number: index + 1,
      packages: listed(wave.map(({ name }) => name)),
      specialists: listed([...new Set(wave.map(({ specialist }) => specialist))]),
    })),
    packages: workPackages.map((one) => ({
      name: one.name,
      specialist: one.specialist,
      goal: one.goal,
      contexts: listed(
        one.contexts.map((id) => named([id], system.contexts)),
        "",
      ),
      after: listed(
        one.dependsOn.map((id) => named([id], workPackages)),
        "",
      ),
      requirements: one.requirements.length,
      criteria: one.successCriteria,
      points: one.integrationPoints.join("; "),
    })),
    metrics: successMetrics.map(({ name, target }) => ({ name, target })),
    pipeline: pipelineFacts(design),
    debts: debtRegister(design),
  };
}

/** Which package waits for which. */
function orderPicture({ title, delivery }: System): string {
  const { workPackages } = delivery;
  if (workPackages.every(({ dependsOn }) => dependsOn.length === 0)) return "";
  const ids = new Set(workPackages.map(({ id }) => id));
  return renderFlowchart({
    name: "delivery",
    title: `${title} - order of work`,
    subject: "system",
    nodes: workPackages.map(({ id, name, specialist }) => ({
      id: safeId("package", id),
      kind: "svc",
      name,
      detail: specialist,
      subject: `system/work-package/${id}`,
    })),
    edges: workPackages.flatMap(({ id, dependsOn }) =>
      dependsOn
        .filter((other) => ids.has(other))
        .map((other) => ({
          from: safeId("package", other),
          to: safeId("package", id),
          mode: "sync" as const,
          subject: `system/work-package/${id}`,
        })),
    ),
    groups: [],
  }).text.trimEnd();
}
