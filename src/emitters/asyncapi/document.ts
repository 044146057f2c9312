import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import {
  createOriginRecorder,
  type OriginRecorder,
} from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import { deadLetterTopicOf } from "../../artifacts/contract/topic-of.ts";
import type { Origin } from "../../artifacts/artifact.ts";
import type { Design, DomainEvent } from "../../design/design.ts";
import { toCamel, toPascal, uniqueName } from "../../util/naming.ts";
import { type Broker, brokerOf } from "./broker-of.ts";
import { channelBinding, operationBinding } from "./channel-binding.ts";
import { eventMessage } from "./event-message.ts";
import type { Json } from "./json.ts";
import type { EventChannel, Messaging } from "./messaging-of.ts";
import { clientServer, eventServer } from "./event-server.ts";
import { subscriptionParts } from "./subscription-parts.ts";

export interface DocumentEmission {
  readonly document: Json;
  readonly origins: readonly Origin[];
}

/** The AsyncAPI 3.0 document of a context, from its own point of view: what it sends and receives. */
export function asyncapiDocument(design: Design, messaging: Messaging): DocumentEmission {
  const { system } = design;
  const { context, sends, receives, subscriptions } = messaging;
  const recorder = createOriginRecorder();
  recorder.mark([], `system/context/${context.id}`);
  const host = system.deployables.find(({ contexts }) => contexts.includes(context.id));
  const events = createEventParts(design, messaging, recorder);
  const clients = subscriptionParts(design, messaging, recorder);
  const usesBroker = sends.length + receives.length > 0;
  const document = {
    asyncapi: "3.0.0",
    id: `urn:${context.id}:messages`,
    info: {
      title: plainText(`${system.title}: messages of ${context.name}`),
      version: "1.0.0",
      description: markdownText(`${context.purpose}\n\n${CONVENTIONS}`),
      contact: { name: plainText(host?.team ?? system.title) },
      license: { name: "Proprietary", url: "https://spdx.org/licenses/" },
      tags: [{ name: context.id }],
    },
    defaultContentType: "application/json",
    servers: {
      ...(usesBroker ? eventServer(events.broker, recorder) : {}),
      ...(subscriptions.length > 0 ? clientServer(system.api) : {}),
    },
    channels: { ...events.channels, ...clients.channels },
    operations: { ...events.operations, ...clients.operations },
    components: {
      messages: { ...events.messages, ...clients.messages },
      ...(Object.keys(clients.schemas).length === 0 ? {} : { schemas: clients.schemas }),
    },
  };
  return { document, origins: recorder.origins() };
}

const CONVENTIONS =
  "Headers are the attributes of CloudEvents 1.0 in binary content mode. A consumer remembers the `id` of what it has handled, ignores properties that it does not know, and hands `correlationid` on. A change that would break a consumer gets a new version at the end of the channel's address; both run side by side until nobody listens to the old one.";

interface EventParts {
  readonly broker: Broker;
  readonly channels: Json;
  readonly operations: Json;
  readonly messages: Json;
}

function createEventParts(
  design: Design,
  { context, sends, receives }: Messaging,
  recorder: OriginRecorder,
): EventParts {
  const broker = brokerOf(design, context);
  const names = messageNames([...sends, ...receives]);
  const channels: Record<string, Json> = {};
  const operations: Record<string, Json> = {};
  const messages: Record<string, Json> = {};

  function channel(address: string, title: string, description: string, events: Events): string {
    const key = address;
    recorder.mark(["channels", key], `system/event/${events[0]?.id ?? ""}`);
    const own = Object.fromEntries(
      events.map(({ id }) => [nameOf(id), { $ref: `#/components/messages/${nameOf(id)}` }]),
    );
    channels[key] = {
      address,
      title: plainText(title),
      description: markdownText(description),
      servers: [{ $ref: `#/servers/${broker.id}` }],
      messages: own,
      ...channelBinding(broker, address, context.id),
    };
    return key;
  }

  function operation(key: string, parts: OperationParts): void {
    recorder.mark(["operations", key], `system/event/${parts.events[0]?.id ?? ""}`);
    const refer = `#/channels/${parts.channel}`;
    operations[key] = {
      action: parts.action,
      channel: { $ref: refer },
      title: plainText(parts.title),
      summary: plainText(parts.summary),
      description: markdownText(parts.description),
      messages: parts.events.map(({ id }) => ({ $ref: `${refer}/messages/${nameOf(id)}` })),
      ...operationBinding(broker, parts.action, context.id),
    };
  }

  function nameOf(id: string): string {
    return names.get(id) ?? id;
  }

  for (const event of new Set([...sends, ...receives].flatMap(({ events }) => events))) {
    messages[nameOf(event.id)] = eventMessage(event, nameOf(event.id), {
      design,
      broker,
      recorder,
    });
  }
  for (const { address, events } of merged(sends, receives)) {
    const about = events.map(({ name }) => name).join(", ");
    const text = `${deliveryText(events)}${retentionText(broker)}${relayText(broker)}`;
    channel(address, `Events: ${about}`.slice(0, 200), text, events);
  }
  for (const { address, events } of sends) {
    for (const event of events) {
      operation(`send${toPascal(nameOf(event.id))}`, {
        action: "send",
        channel: address,
        title: event.name,
        summary: `Tell that: ${event.name}.`,
        description: sendText(event, design),
        events: [event],
      });
    }
  }
  for (const { address, events } of receives) {
    const parked = events.filter(({ delivery }) => delivery !== "at-most-once");
    for (const event of events) {
      operation(`receive${toPascal(nameOf(event.id))}`, {
        action: "receive",
        channel: address,
        title: event.name,
        summary: `Handle: ${event.name}.`,
        description: `${GUARANTEES[event.delivery]} Keeps order by: ${event.orderingKey}. ${deadLetterText(event)}`,
        events: [event],
      });
    }
    if (parked.length === 0) continue;
    const deadLetter = channel(
      deadLetterTopicOf(address, context.id),
      `Parked by ${context.name}`,
      [...new Set(parked.map((event) => event.deadLetter))].join("\n\n"),
      parked,
    );
    operation(`park${toPascal(toCamel(address))}`, {
      action: "send",
      channel: deadLetter,
      title: "Park",
      summary: "Park a message that cannot be handled.",
      description:
        "With the headers and the payload as they came. Who replays one sends it to this context alone.",
      events: parked,
    });
  }
  return { broker, channels, operations, messages };
}

type Events = readonly DomainEvent[];

interface OperationParts {
  readonly action: "send" | "receive";
  readonly channel: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly events: Events;
}

/** A context may receive what it sends itself, through one channel. */
function merged(
  sends: readonly EventChannel[],
  receives: readonly EventChannel[],
): readonly EventChannel[] {
  const channels = new Map<string, Set<DomainEvent>>();
  for (const { address, events } of [...sends, ...receives]) {
    channels.set(address, new Set([...(channels.get(address) ?? []), ...events]));
  }
  return [...channels].map(([address, events]) => ({ address, events: [...events] }));
}

function messageNames(channels: readonly EventChannel[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of channels.flatMap(({ events }) => events)) {
    if (names.has(id)) continue;
    const name = uniqueName(toPascal(id), taken, "");
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

const GUARANTEES: Readonly<Record<DomainEvent["delivery"], string>> = {
  "at-most-once": "Delivered at most once: one that is lost is not sent again.",
  "at-least-once": "Delivered at least once: the same `id` may come again.",
  "effectively-once":
    "Effectively once: it may come again, and a consumer that has handled its `id` changes nothing.",
};

function deliveryText(events: Events): string {
  const guarantees = new Set(events.map(({ delivery }) => GUARANTEES[delivery]));
  const keys = new Set(events.map(({ orderingKey }) => orderingKey));
  return `${[...guarantees].join(" ")} Order is kept for the same ${[...keys].join("; ")}.`;
}

function retentionText({ store }: Broker): string {
  if (store?.kind !== "stream" || store.retentionDays === undefined) return "";
  return ` Kept for ${store.retentionDays} days.`;
}

function relayText({ store, relay, protocol }: Broker): string {
  if (store?.kind === "stream") return "";
  if (protocol === "in-process") return " No broker: the module calls its consumers itself.";
  const who = relay === undefined ? "a relay" : relay.name;
  return ` No broker: ${who} reads the outbox table and hands each message on; the address is the value of its topic column.`;
}

function sendText(event: DomainEvent, { system }: Design): string {
  const subscribers = system.actors.filter(({ id }) => event.subscribers.includes(id));
  const outside =
    subscribers.length === 0
      ? ""
      : ` Also told to ${subscribers.map(({ name }) => name).join(", ")} by a webhook; the OpenAPI document of this context says how.`;
  const inside = event.consumers.length === 0 ? "" : ` Consumers: ${event.consumers.join(", ")}.`;
  return `${GUARANTEES[event.delivery]} Keeps order by: ${event.orderingKey}.${inside}${outside}`;
}

function deadLetterText({ delivery, deadLetter }: DomainEvent): string {
  return delivery === "at-most-once" ? "" : deadLetter;
}
