import { capacityOf } from "../../design/capacity.ts";
import { AVAILABILITY_ASSUMPTIONS } from "../../design/capacity/availability-plan.ts";
import type { Figure } from "../../design/capacity/figure.ts";
import { rowLayout } from "../../design/capacity/row-layout.ts";
import { databaseEngineOf } from "../../design/database-engine.ts";
import type { Design, Quantified, Store } from "../../design/design.ts";
import { formatNumber } from "./format-number.ts";

/** What the template of the capacity plan needs. */
export function capacityView(design: Design): object {
  const capacity = capacityOf(design);
  const { load } = capacity;
  return {
    title: design.system.title,
    load: loadRows(design),
    rates: [
      load.peakRate,
      load.averageRate,
      load.planningRate,
      load.readRate,
      load.writeRate,
      load.inbound,
      load.outbound,
      load.monthlyEgress,
    ].map(figureView),
    instances: capacity.instances.map((plan) => ({
      name: plan.deployable.name,
      rate: resultText(plan.rate),
      share: `${formatNumber(plan.scaling.trafficShare * 100)} %`,
      serviceTime: `${formatNumber(plan.scaling.serviceTimeMs.value)} ms`,
      concurrency: formatNumber(plan.scaling.concurrencyPerInstance.value),
      utilisation: `${formatNumber(plan.scaling.targetUtilisation * 100)} %`,
      inFlight: resultText(plan.inFlight),
      needed: resultText(plan.instances),
      deployed: plan.deployed === 0 ? "not placed" : String(plan.deployed),
      bounds: `${plan.scaling.minimumInstances} to ${plan.scaling.maximumInstances}`,
      verdict: verdict(plan.instances, plan.deployed, plan.scaling.maximumInstances),
      tenfold: resultText(plan.tenfold),
      tenfoldVerdict: tenfoldVerdict(plan.tenfold, plan.scaling.maximumInstances),
      basis: plan.instances.basis,
    })),
    unsized: design.system.deployables
      .filter(({ id }) => !design.system.scaling.some(({ deployable }) => deployable === id))
      .map(({ name }) => name)
      .join(", "),
    instanceFormula: capacity.instances[0]?.instances.formula ?? "",
    stores: capacity.storage.map((plan) => ({
      name: plan.store.name,
      engine: plan.store.engine,
      copies: plan.copies,
      layout: layoutText(plan.store.kind, plan.store.engine),
      firstYear: gigabytes(plan.firstYearGigabytes),
      thirdYear: gigabytes(plan.thirdYearGigabytes),
      tenfold: gigabytes(plan.thirdYearGigabytes * 10),
      disk: diskOf(design, plan.store.id),
      log:
        plan.log === undefined
          ? ""
          : `${plan.log.firstYear.formula}: ${gigabytes(plan.log.firstYear.value ?? 0)} in year 1`,
      isPacked: plan.store.kind === "olap",
      entities: plan.entities.map(({ entity, rowBytes, indexBytes, firstYear, thirdYear }) => ({
        name: entity.name,
        rows: formatNumber(entity.rows.value),
        basis: entity.rows.basis,
        rowBytes,
        indexBytes,
        firstYear: gigabytes(firstYear.value ?? 0),
        thirdYear: gigabytes(thirdYear.value ?? 0),
      })),
    })),
    availability: capacity.availability.map((plan) => ({
      name: plan.deployable.name,
      links: plan.links.map((link) => ({
        name: link.name,
        instances: link.instances,
        zones: link.zones,
        availability: percent(link.availability),
        formula: link.formula,
      })),
      degradable: plan.degradable.join(", ") || "nothing",
      availability: percent(plan.availability),
      downtime: `${formatNumber(plan.downtimeMinutes)} min`,
      verdict: availabilityVerdict(plan.availability, design),
    })),
    assumptions: {
      instance: percent(AVAILABILITY_ASSUMPTIONS.instance),
      zone: percent(AVAILABILITY_ASSUMPTIONS.zone),
      external: percent(AVAILABILITY_ASSUMPTIONS.external),
      statelessFloor: percent(AVAILABILITY_ASSUMPTIONS.statelessFloor),
      statefulFloor: percent(AVAILABILITY_ASSUMPTIONS.statefulFloor),
    },
    availabilityTargets: design.system.targets
      .filter(({ measure }) => measure === "availability")
      .map(({ name, value, basis, scope }) => ({ name, value: `${value} %`, basis, scope })),
    flows: capacity.flows.map(({ flow, allocation }) => ({
      name: flow.name,
      allocated:
        allocation.formula === "" ? "none" : `${allocation.formula} = ${allocation.allocatedMs} ms`,
      target: allocation.targetMs === undefined ? "no target" : `${allocation.targetMs} ms`,
      left:
        allocation.targetMs === undefined
          ? "–"
          : `${allocation.targetMs - allocation.allocatedMs} ms`,
      without: allocation.withoutBudget.map(({ name }) => name).join(", ") || "none",
      asynchronous: allocation.asynchronous.length,
    })),
  };
}

/** What rows and entries of indexes take beside their values; nothing of a store without such. */
function layoutText(kind: Store["kind"], text: string): string {
  if (kind !== "relational") return "";
  const { row, perField, entry, rowFill, indexFill, isClustered } = rowLayout(
    databaseEngineOf(text),
  );
  const each = perField === 0 ? "" : ` and ${perField} for each value`;
  const full = (fill: number): string => `${formatNumber(fill * 100)} %`;
  const key = isClustered ? " and the primary key" : "";
  return (
    `${row} bytes beside the values of a row${each}, in pages that are ${full(rowFill)} full; ` +
    `${entry} bytes${key} beside those of an index entry, in pages that are ${full(indexFill)} full`
  );
}

function loadRows({ system }: Design): readonly object[] {
  const { load, requirements } = system;
  const sourceOf = ({ requirement, reason }: Quantified) =>
    requirements.find(({ id }) => id === requirement)?.name ?? requirement ?? reason ?? "–";
  const row = (name: string, quantity: Quantified, unit: string) => ({
    name,
    value: `${formatNumber(quantity.value)}${unit}`,
    basis: quantity.basis,
    source: sourceOf(quantity),
  });
  return [
    row("Registered users", load.registeredUsers, ""),
    row("Concurrent users", load.concurrentUsers, ""),
    row("Think time", load.thinkTimeSeconds, " s"),
    row("Peak factor", load.peakFactor, "×"),
    row("Read share", { ...load.readShare, value: load.readShare.value * 100 }, " %"),
    row("Request size", load.requestBytes, " bytes"),
    row("Response size", load.responseBytes, " bytes"),
    row("Growth per year", load.growthPercentPerYear, " %"),
  ];
}

function figureView(figure: Figure): object {
  return {
    name: figure.name,
    formula: figure.formula,
    inputs: figure.inputs
      .map(({ name, value, unit, basis }) => `${name} ${formatNumber(value)} ${unit} (${basis})`)
      .join("; "),
    result: resultText(figure),
    tenfold: figure.value === undefined ? "–" : `${formatNumber(figure.value * 10)} ${figure.unit}`,
    basis: figure.basis,
  };
}

function resultText({ value, unit }: Figure): string {
  return value === undefined ? "not computable" : `${formatNumber(value)} ${unit}`;
}

function verdict({ value }: Figure, deployed: number, maximum: number): string {
  if (value === undefined) return "not computable";
  if (value > maximum) return `above the maximum of ${maximum}`;
  if (deployed === 0) return "place them";
  return deployed >= value ? "enough" : `${value - deployed} missing, added by autoscaling`;
}

function tenfoldVerdict({ value }: Figure, maximum: number): string {
  if (value === undefined) return "not computable";
  return value <= maximum ? "within the maximum" : `raise the maximum from ${maximum} to ${value}`;
}

/** Against the strictest target; empty without one. */
function availabilityVerdict(availability: number, { system }: Design): string {
  const targets = system.targets.filter(
    ({ measure, unit }) => measure === "availability" && unit === "percent",
  );
  if (targets.length === 0) return "none";
  const strictest = Math.max(...targets.map(({ value }) => value));
  const meets = availability * 100 >= strictest;
  return `${meets ? "meets" : "misses"} ${strictest} %`;
}

function diskOf({ system }: Design, store: string): string {
  const nodes = system.deployment.nodes.filter(({ hosts }) => hosts === store);
  const stated = nodes.reduce(
    (sum, { replicas, storageGiB }) => sum + replicas * (storageGiB ?? 0),
    0,
  );
  return stated === 0 ? "not stated" : `${formatNumber(stated)} GiB on all copies`;
}

function gigabytes(value: number): string {
  return `${formatNumber(value)} GB`;
}

function percent(value: number): string {
  return `${Number((value * 100).toFixed(4))} %`;
}
