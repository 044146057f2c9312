import type { DomainEvent, System } from "../../design/design.ts";
import { sampleValue } from "../../design/sample-value.ts";
import type { ValueDescription } from "../../design/value-description.ts";
import type { Broker } from "./broker-of.ts";
import type { Json } from "./json.ts";

export interface MessageHeaders {
  readonly schema: Json;
  readonly example: Json;
  /** The header that correlates messages. */
  readonly correlation: string;
}

interface HeaderParts {
  readonly broker: Broker;
  readonly system: System;
  readonly keyExample: string;
}

/**
 * The attributes of CloudEvents 1.0 as headers (binary content mode, so that the payload is the data
 * alone), with its extensions for partitioning and distributed tracing. The protocol bindings of
 * CloudEvents say how they are written.
 */
export function cloudEventHeaders(
  event: DomainEvent,
  { broker, system, keyExample }: HeaderParts,
): MessageHeaders {
  const prefix = PREFIXES[broker.protocol] ?? "ce_";
  const text = { type: "string" };
  const uuid = { ...text, format: "uuid" };
  const [id, correlation] = [0, 1].map((ordinal) =>
    sampleValue(UUID, `${event.id} message`, ordinal),
  );
  const type = typeOf(event, system);
  const attributes: readonly (readonly [string, Json, unknown])[] = [
    ["specversion", { ...text, const: "1.0", description: "Version of CloudEvents." }, "1.0"],
    [
      "id",
      { ...uuid, description: "One for each event; a consumer that has seen it does nothing." },
      id,
    ],
    [
      "source",
      { ...text, format: "uri-reference", description: "The context that tells it." },
      `/${event.producer}`,
    ],
    ["type", { ...text, const: type, description: "What happened, with its version." }, type],
    [
      "time",
      { ...text, format: "date-time", description: "When it happened, in UTC." },
      "2026-01-15T09:30:00Z",
    ],
    [
      "partitionkey",
      { ...text, description: "Events with the same value keep their order." },
      keyExample,
    ],
    [
      "correlationid",
      { ...uuid, description: "Set by the first request; handed on unchanged." },
      correlation,
    ],
    [
      "traceparent",
      {
        ...text,
        pattern: "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$",
        description: "Trace Context (W3C), so that a trace goes through the message.",
      },
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    ],
  ];
  const names = attributes.map(([name]) => `${prefix}${name}`);
  return {
    schema: {
      type: "object",
      required: names.filter((name) => name !== `${prefix}traceparent`),
      properties: Object.fromEntries(attributes.map(([, schema], at) => [names[at], schema])),
    },
    example: Object.fromEntries(attributes.map(([, , example], at) => [names[at], example])),
    correlation: `${prefix}correlationid`,
  };
}

const UUID: ValueDescription = {
  type: "uuid",
  format: undefined,
  enumValues: undefined,
  minimum: undefined,
  maximum: undefined,
  minLength: undefined,
  maxLength: undefined,
  precision: undefined,
  scale: undefined,
  samples: [],
};

/** CloudEvents protocol bindings: Kafka §3.2.3, AMQP §3.1.3, NATS §3.2, MQTT §3.1.3. */
const PREFIXES: Readonly<Record<string, string>> = {
  kafka: "ce_",
  amqp: "cloudEvents_",
  nats: "ce-",
  mqtt: "",
};

/** Begins with a reversed domain name (CloudEvents 1.0 §3.1, `type`). */
function typeOf({ producer, id }: DomainEvent, { api }: System): string {
  const host = /^https:\/\/([A-Za-z0-9.-]+)/.exec(api.problemBase)?.[1] ?? "example.com";
  return `${host.toLowerCase().split(".").toReversed().join(".")}.${producer}.${id}.v1`;
}
