import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import { deliveryWaves } from "./delivery-waves.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { rankedRisks } from "./ranked-risks.ts";
import { targetText } from "./target-text.ts";

/** One screen: more than this of anything, and nobody reads it. */
const SHOWN = 3;

/** What the page for those who decide needs. */
export function summaryView(design: Design): object {
  const { system } = design;
  return {
    title: system.title,
    summary: system.summary,
    actors: listed(system.actors.filter(({ kind }) => kind === "person").map(({ name }) => name)),
    style: styleOf(design),
    promises: promisesOf(design),
    resources: resourcesOf(design),
    waves: deliveryWaves(system).map((wave, index) => ({
      number: index + 1,
      packages: listed(wave.map(({ name }) => name)),
    })),
    people: listed([...new Set(system.delivery.workPackages.map(({ specialist }) => specialist))]),
    risks: rankedRisks(system)
      .slice(0, SHOWN)
      .map(({ name, mitigation, fallback }) => ({ name, mitigation, fallback })),
    questions: system.openQuestions.slice(0, SHOWN).map(({ text, meanwhile }) => ({
      text,
      meanwhile,
    })),
    moreQuestions: Math.max(0, system.openQuestions.length - SHOWN),
    assumed: system.assumptions.length,
  };
}

function styleOf({ system, contexts }: Design): string {
  const services = system.deployables.filter(({ kind }) => kind === "service").length;
  const tables = contexts.reduce((sum, { entities }) => sum + entities.length, 0);
  const engines = [...new Set(system.stores.map(({ name, engine }) => `${name} (${engine})`))];
  const deployed = services === 1 ? "one service" : `${services} services`;
  return `${system.contexts.length} parts of the domain in ${deployed}, ${tables} entities, kept in ${listed(engines)}`;
}

/** Stated ones first: they are what was asked for. */
function promisesOf({ system }: Design): readonly object[] {
  const measures = ["latency", "availability", "throughput", "recovery-time", "recovery-point"];
  return system.targets
    .filter(({ measure }) => measures.includes(measure))
    .sort((a, b) => Number(b.basis === "stated") - Number(a.basis === "stated"))
    .slice(0, SHOWN + 2)
    .map((target) => ({ name: target.name, value: targetText(target), basis: target.basis }));
}

function resourcesOf(design: Design): readonly object[] {
  const { load, instances, storage } = capacityOf(design);
  const running = instances.reduce((sum, { deployed }) => sum + deployed, 0);
  const needed = instances.reduce((sum, plan) => sum + (plan.tenfold.value ?? 0), 0);
  const first = storage.reduce((sum, plan) => sum + plan.firstYearGigabytes, 0);
  const third = storage.reduce((sum, plan) => sum + plan.thirdYearGigabytes, 0);
  const rate = load.planningRate.value;
  return [
    {
      name: "Load it is built for",
      value: rate === undefined ? "not computable" : `${formatNumber(rate)} requests/s`,
      later: rate === undefined ? "–" : `${formatNumber(rate * 10)} requests/s`,
    },
    {
      name: "Instances that run",
      value: running === 0 ? "not placed" : formatNumber(running),
      later: needed === 0 ? "not computable" : formatNumber(needed),
    },
    {
      name: "Data after one and after three years",
      value: `${formatNumber(first)} GB, ${formatNumber(third)} GB`,
      later: `${formatNumber(third * 10)} GB`,
    },
  ];
}
