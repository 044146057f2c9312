import { eventDiagrams } from "../../artifacts/mermaid/event-diagrams.ts";
import { pipelineDiagram } from "../../artifacts/mermaid/pipeline-diagram.ts";
import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import type { Provenance } from "../emitter.ts";
import { formatNumber } from "./format-number.ts";
import { packageLinks } from "./package-links.ts";
import { targetText } from "./target-text.ts";

/** How many flows, assumptions and questions the README repeats. */
const SHOWN = 5;

/** What the README's template needs. */
export function readmeView(
  design: Design,
  provenance: Provenance,
  /** Of the other documents of the package. */
  documents: readonly string[],
): object {
  const { system } = design;
  const links = packageLinks(design);
  return {
    title: system.title,
    summary: system.summary,
    facts: factsOf(design),
    contexts: system.contexts.map(({ id, name, purpose, classification }) => {
      const own = links.contexts.get(id);
      return {
        id,
        name,
        purpose,
        classification,
        links: [
          { label: "API", path: own?.openapi ?? "" },
          { label: "events", path: own?.asyncapi ?? "" },
          { label: "GraphQL", path: own?.graphql ?? "" },
          { label: "schema", path: own?.schema ?? "" },
          { label: "entities", path: own?.erd ?? "" },
        ].filter(({ path }) => path !== ""),
      };
    }),
    links,
    pipeline: pipelineDiagram(design).length > 0 ? "diagrams/pipeline.mmd" : "",
    events: eventDiagrams(design).map(({ name }) => `diagrams/${name}.mmd`),
    documents,
    flows: system.flows.slice(0, SHOWN).map(({ id, name }) => ({ id, name })),
    moreFlows: Math.max(0, system.flows.length - SHOWN),
    provenance: {
      architect: provenance.architect,
      requirements: provenance.requirements.join(", "),
      fallbacks: provenance.fallbacks.join(", "),
      reviews: system.reviews.length,
    },
    requirements: requirementCounts(design),
    assumptions: system.assumptions.slice(0, SHOWN).map(({ text, reason }) => ({ text, reason })),
    assumptionCount: system.assumptions.length,
    questions: system.openQuestions
      .slice(0, SHOWN)
      .map(({ text, meanwhile }) => ({ text, meanwhile })),
    questionCount: system.openQuestions.length,
  };
}

function factsOf(design: Design): readonly { readonly name: string; readonly value: string }[] {
  const { system, contexts } = design;
  const { load } = capacityOf(design);
  const operations = contexts.flatMap((context) => context.operations);
  const exposed = operations.filter(({ exposure }) => exposure === "public").length;
  const engines = [...new Set(system.stores.map(({ engine }) => engine))];
  const peak = load.planningRate.value;
  const latency = system.targets.find(({ measure }) => measure === "latency");
  const availability = system.targets.find(({ measure }) => measure === "availability");
  const facts = [
    { name: "Contexts", value: count(system.contexts.map(({ name }) => name)) },
    { name: "Deployables", value: count(system.deployables.map(({ name }) => name)) },
    { name: "Stores", value: count(engines, system.stores.length) },
    {
      name: "Entities",
      value: String(contexts.reduce((sum, { entities }) => sum + entities.length, 0)),
    },
    { name: "Operations", value: `${operations.length}, of which ${exposed} public` },
    { name: "Events", value: count(system.events.map(({ name }) => name)) },
    {
      name: "Users",
      value: `${formatNumber(system.load.registeredUsers.value)} registered, ${formatNumber(system.load.concurrentUsers.value)} at the same time`,
    },
    {
      name: "Load planned for",
      value:
        peak === undefined
          ? "not computable, see the capacity plan"
          : `${formatNumber(peak)} requests/s`,
    },
  ];
  const targets = [latency, availability].flatMap((target) =>
    target === undefined
      ? []
      : [{ name: target.name, value: `${targetText(target)} (${target.basis})` }],
  );
  return [...facts, ...targets];
}

/** `3: Orders, Catalogue, Payments`; names only while they fit a cell. */
function count(names: readonly string[], total = names.length): string {
  if (total === 0) return "none";
  return names.length <= 8 ? `${total}: ${names.join(", ")}` : String(total);
}

function requirementCounts({ system }: Design): object {
  const counted = (scope: "in" | "out" | "open") =>
    system.requirements.filter((requirement) => requirement.scope === scope).length;
  return {
    total: system.requirements.length,
    in: counted("in"),
    out: counted("out"),
    open: counted("open"),
  };
}
