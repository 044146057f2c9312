import { graphqlLimits } from "../../artifacts/contract/graphql-limits.ts";
import { graphqlSurfaces } from "../../artifacts/contract/graphql-surfaces.ts";
import { topicOf } from "../../artifacts/contract/topic-of.ts";
import type { Design } from "../../design/design.ts";
import { named } from "./named.ts";

/** What the API guide says of events and of GraphQL. */
export function messagingGuide(design: Design): object {
  const { system } = design;
  const subgraphs = graphqlSurfaces(design).length;
  const audiences = system.api.audiences.filter(({ graphql }) => graphql === true);
  return {
    events: system.events.map((event) => ({
      name: event.name,
      topic: topicOf(event),
      producer: named([event.producer], system.contexts),
      consumers:
        [named(event.consumers, system.contexts), named(event.subscribers, system.actors)]
          .filter((names) => names !== "")
          .join(", ") || "–",
      delivery: event.delivery,
      order: event.orderingKey,
      deadLetter: event.deadLetter,
    })),
    graphql: {
      audiences: audiences.map(({ name }) => name).join(", "),
      subgraphs,
      ...graphqlLimits(system.api),
    },
  };
}
