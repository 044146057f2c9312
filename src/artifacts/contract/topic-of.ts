import type { DomainEvent } from "../../design/design.ts";

/**
 * `ordering.order.v1`: where an event is published. Events about the same entity share a topic,
 * since a broker keeps order inside one topic only.
 */
export function topicOf({ producer, entity, id }: DomainEvent): string {
  return `${producer}.${entity?.split("/")[1] ?? id}.v1`;
}

/** Where a context parks what it cannot handle; a topic of its own for each consumer. */
export function deadLetterTopicOf(topic: string, consumer: string): string {
  return `${topic}.${consumer}.dead-letter`;
}
