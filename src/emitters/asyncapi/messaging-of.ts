import type {
  Context,
  ContextDesign,
  Design,
  DomainEvent,
  Operation,
} from "../../design/design.ts";
import { topicOf } from "../../artifacts/contract/topic-of.ts";

/** Events that travel together, because they are about the same thing and keep their order. */
export interface EventChannel {
  readonly address: string;
  readonly events: readonly DomainEvent[];
}

/** What one context sends and receives. */
export interface Messaging {
  readonly context: Context;
  readonly document: ContextDesign | undefined;
  readonly sends: readonly EventChannel[];
  readonly receives: readonly EventChannel[];
  /** Operations that a client listens to. */
  readonly subscriptions: readonly Operation[];
}

/** Contexts with messages, in the order of the Design. */
export function messagingOf(design: Design): readonly Messaging[] {
  const { contexts, events } = design.system;
  return contexts.flatMap((context): readonly Messaging[] => {
    const document = design.contexts.find((candidate) => candidate.context === context.id);
    const messaging: Messaging = {
      context,
      document,
      sends: channelsOf(events.filter(({ producer }) => producer === context.id)),
      receives: channelsOf(events.filter(({ consumers }) => consumers.includes(context.id))),
      subscriptions: (document?.operations ?? []).filter(({ kind }) => kind === "subscription"),
    };
    const { sends, receives, subscriptions } = messaging;
    return sends.length + receives.length + subscriptions.length === 0 ? [] : [messaging];
  });
}

function channelsOf(events: readonly DomainEvent[]): readonly EventChannel[] {
  const channels = new Map<string, DomainEvent[]>();
  for (const event of events) {
    const address = topicOf(event);
    channels.set(address, [...(channels.get(address) ?? []), event]);
  }
  return [...channels].map(([address, own]) => ({ address, events: own }));
}
