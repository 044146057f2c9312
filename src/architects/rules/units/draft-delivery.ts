import type { Design, System } from "../../../design/design.ts";
import { groupDigits } from "../../../util/group-digits.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { asName } from "../as-name.ts";
import { listed } from "../listed.ts";

type Delivery = System["delivery"];
type WorkPackage = Delivery["workPackages"][number];

/** Work for specialists: the foundation, one slice for each context, then operations and hardening. */
export function draftDelivery(design: Design): Delivery {
  const { contexts, stores, targets, deployables } = design.system;
  const slices = contexts.map(({ id, name }) => slice(id, name, design));
  const foundation: WorkPackage = {
    id: "foundation",
    name: "Foundation",
    specialist: "platform engineer",
    goal: `${listed(deployables.map(({ name }) => name))} deploy from CI to an empty environment with ${listed(stores.map(({ name }) => name)) || "no store"}.`,
    contexts: [],
    dependsOn: [],
    successCriteria: [
      "An empty version of every deployable is released by the pipeline and rolled back once.",
      "The check of this package runs in the pipeline and passes.",
    ],
    integrationPoints: [`${stores.length} stores with credentials from the secret store`],
    requirements: [],
  };
  const operations: WorkPackage = {
    id: "operations",
    name: "Observability and load",
    specialist: "reliability engineer",
    goal: `The ${targets.length} targets are measured, alerted on and met in a load test.`,
    contexts: [],
    dependsOn: slices.map(({ id }) => id),
    successCriteria: [
      `A load test with ${groupDigits(design.system.load.concurrentUsers.value)} concurrent users meets every latency target.`,
      "Each alert was fired once on purpose and its runbook followed.",
    ],
    integrationPoints: ["Metrics and traces of every deployable"],
    requirements: [],
  };
  const hardening: WorkPackage = {
    id: "security-hardening",
    name: "Security",
    specialist: "security engineer",
    goal: `The ${design.system.security.controls.length} controls hold against the ${design.system.security.threats.length} threats of ${design.system.title.slice(0, 80)}.`,
    contexts: [],
    dependsOn: slices.map(({ id }) => id),
    successCriteria: design.system.security.threats
      .slice(0, 4)
      .map(({ name }) => `A test shows what stops this: ${name}.`)
      .concat("No critical finding of the scanners is open."),
    integrationPoints: [
      listed(design.system.auth.mechanisms.map(({ name }) => name)) || "No authentication",
    ],
    requirements: [],
  };
  return {
    workPackages: [foundation, ...slices, operations, hardening],
    successMetrics: targets
      .filter(({ measure }) =>
        ["latency", "availability", "error-rate", "recovery-time"].includes(measure),
      )
      .map(({ id, name, comparator, value, unit, percentile }) => ({
        id,
        name: asName(name),
        target: `${{ lt: "<", lte: "≤", gt: ">", gte: "≥" }[comparator]} ${value} ${unit}${percentile === undefined ? "" : ` (p${percentile})`}`,
      })),
  };
}

function slice(context: string, name: string, design: Design): WorkPackage {
  const placed = operationsOf(design).filter((operation) => operation.context.context === context);
  const own = design.contexts.find((candidate) => candidate.context === context);
  const tables = own?.entities.length ?? 0;
  const produced = design.system.events.filter(({ producer }) => producer === context);
  const consumed = design.system.events.filter(({ consumers }) => consumers.includes(context));
  const outside = design.system.actors.filter(
    (actor) =>
      actor.kind === "external-system" &&
      actor.requirements.some((id) =>
        placed.some(({ operation }) => operation.requirements.includes(id)),
      ),
  );
  const integrationPoints = [
    ...produced.map((event) => `Publishes: ${event.name}`),
    ...consumed.map((event) => `Consumes: ${event.name}`),
    ...outside.map((actor) => `Calls ${actor.name}`),
  ];
  return {
    id: `slice-${context}`.slice(0, 64),
    name: asName(name),
    specialist: "backend engineer",
    goal: `${placed.length} operations on ${tables} tables of ${name} work as openapi/${context}.yaml says.`,
    contexts: [context],
    dependsOn: ["foundation"],
    successCriteria: [
      tables > 0
        ? `The migrations of database/${context} ran up, down and up again, and every consistency check returns no row.`
        : "No table: nothing to migrate.",
      `Every operation answers its examples and its documented errors in a contract test${
        placed.length > 0
          ? ` (${placed
              .slice(0, 3)
              .map(({ operation }) => operation.name)
              .join(", ")}${placed.length > 3 ? ", …" : ""})`
          : ""
      }.`,
    ],
    integrationPoints,
    requirements: [...new Set(placed.flatMap(({ operation }) => operation.requirements))],
  };
}
