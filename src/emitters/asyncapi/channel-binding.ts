import type { Broker } from "./broker-of.ts";
import type { Json } from "./json.ts";

const DAY_MS = 86_400_000;

/** What the protocol has to know of a channel; nothing where AsyncAPI has no binding for it. */
export function channelBinding(
  { protocol, store }: Broker,
  address: string,
  context: string,
): Json {
  if (protocol === "kafka") {
    const days = store?.retentionDays;
    const retention = days === undefined ? {} : { "retention.ms": days * DAY_MS };
    const topicConfiguration = { "cleanup.policy": ["delete"], ...retention };
    return { bindings: { kafka: { topic: address, topicConfiguration, bindingVersion: "0.5.0" } } };
  }
  if (protocol === "amqp") {
    const exchange = { name: context, type: "topic", durable: true, autoDelete: false, vhost: "/" };
    return { bindings: { amqp: { is: "routingKey", exchange, bindingVersion: "0.3.0" } } };
  }
  return {};
}

/** Instances of one context share the work: each message goes to one of them. */
export function operationBinding(
  { protocol }: Broker,
  action: "send" | "receive",
  context: string,
): Json {
  if (protocol === "kafka" && action === "receive") {
    const groupId = { type: "string", enum: [context] };
    return { bindings: { kafka: { groupId, bindingVersion: "0.5.0" } } };
  }
  if (protocol === "amqp") {
    const binding = action === "send" ? { deliveryMode: 2, mandatory: true } : { ack: true };
    return { bindings: { amqp: { ...binding, bindingVersion: "0.3.0" } } };
  }
  if (protocol === "nats" && action === "receive") {
    return { bindings: { nats: { queue: context, bindingVersion: "0.1.0" } } };
  }
  return {};
}
