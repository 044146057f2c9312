import { containerDiagrams } from "../../artifacts/mermaid/container-diagrams.ts";
import type { Design } from "../../design/design.ts";
import { named } from "./named.ts";
import { packageLinks } from "./package-links.ts";

/** What the template of contexts, ownership and dependencies needs. */
export function boundariesView(design: Design): object {
  const { system } = design;
  const [overview, ...focused] = containerDiagrams(design);
  return {
    title: system.title,
    links: packageLinks(design),
    overview: overview?.text.trimEnd() ?? "",
    focused: focused.map(({ name, title }) => ({ name, title })),
    contexts: system.contexts.map((context) => contextView(context.id, design)),
    terms: system.glossary.map(({ name, definition }) => ({ name, definition })),
    actors: system.actors.map(({ name, kind, description }) => ({
      name,
      kind: kind === "person" ? "person" : "external system",
      description,
    })),
    deployables: system.deployables.map(
      ({ name, kind, team, technology, contexts, stateless }) => ({
        name,
        kind,
        team,
        technology,
        contexts: named(contexts, system.contexts) || "none",
        stateless: stateless ? "yes" : "no",
      }),
    ),
    dependencies: system.deployables.flatMap(({ name, dependencies }) =>
      dependencies.map(({ on, mode, purpose, degradable, reason }) => ({
        from: name,
        to: named([on], [...system.deployables, ...system.actors]),
        mode,
        purpose,
        whenGone: degradable ? "answers with less" : "fails",
        reason,
      })),
    ),
    stores: system.stores.map((store) => ({
      name: store.name,
      kind: store.kind,
      engine: store.version === undefined ? store.engine : `${store.engine} ${store.version}`,
      contexts: named(store.contexts, system.contexts) || "all",
      copies: 1 + store.replicas,
      sharding:
        store.sharding === undefined ? "no" : `${store.sharding.shards} by ${store.sharding.key}`,
      purpose: store.purpose,
    })),
    events: system.events.map((event) => ({
      name: event.name,
      producer: named([event.producer], system.contexts),
      consumers:
        named(
          [...event.consumers, ...event.subscribers],
          [...system.contexts, ...system.actors.map(withWebhook)],
        ) || "none",
      delivery: event.delivery,
      orderingKey: event.orderingKey,
      deadLetter: event.deadLetter,
    })),
  };
}

function contextView(id: string, design: Design): object {
  const { system } = design;
  const context = system.contexts.find((candidate) => candidate.id === id);
  const owned = design.contexts.find((candidate) => candidate.context === id);
  const hosts = system.deployables.filter(({ contexts }) => contexts.includes(id));
  const teams = [...new Set(hosts.map(({ team }) => team))];
  return {
    name: context?.name ?? id,
    purpose: context?.purpose ?? "",
    classification: context?.classification ?? "",
    teams: teams.join(", ") || "nobody yet",
    hosts: hosts.map(({ name }) => name).join(", ") || "not deployed",
    entities: owned?.entities.map(({ name }) => name).join(", ") || "none",
    operations: owned?.operations.length ?? 0,
  };
}

function withWebhook<T extends { readonly name: string }>(actor: T): T {
  return { ...actor, name: `${actor.name} (webhook)` };
}
