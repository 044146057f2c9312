import { exampleValue } from "../../artifacts/contract/example-value.ts";
import { isSecret } from "../../artifacts/contract/body-view.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import type { ContextDesign, Design, DomainEvent } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { toTitle, uniqueName, wordsOf } from "../../util/naming.ts";
import type { Broker } from "./broker-of.ts";
import { cloudEventHeaders } from "./cloud-event-headers.ts";
import type { Json } from "./json.ts";
import { propertySchema } from "./property-schema.ts";

/** The message of an event: its payload, its CloudEvents headers, an example of both. */
export function eventMessage(
  event: DomainEvent,
  name: string,
  { design, broker, recorder }: MessageParts,
): Json {
  const owner = owningContext(event, design);
  const properties = payloadOf(event, owner);
  const tokens = ["components", "messages", name];
  const subject = `system/event/${event.id}`;
  recorder.mark(tokens, subject);
  for (const { wireName, subject: own } of properties) {
    recorder.mark([...tokens, "payload", "properties", wireName], own);
  }
  const values = properties.map((property) => [property.wireName, exampleOf(property, owner)]);
  const key = keyOf(event, properties);
  const keyExample = String(key === undefined ? event.id : exampleOf(key, owner));
  const headers = cloudEventHeaders(event, { broker, system: design.system, keyExample });
  const required = properties.filter((property) => property.required);
  return {
    name,
    title: plainText(event.name),
    summary: plainText(`${toTitle(event.producer)} tells: ${event.name}.`),
    description: markdownText(event.description),
    contentType: "application/json",
    correlationId: {
      description: "The same for everything that one request or one earlier event set off.",
      location: `$message.header#/${headers.correlation}`,
    },
    headers: headers.schema,
    payload: {
      type: "object",
      description: "Consumers ignore properties that they do not know: the payload may grow.",
      ...(required.length === 0 ? {} : { required: required.map(({ wireName }) => wireName) }),
      ...(properties.length === 0
        ? {}
        : {
            properties: Object.fromEntries(
              properties.map((property) => [property.wireName, propertySchema(property)]),
            ),
          }),
    },
    examples: [
      {
        name: "typical",
        summary: plainText(event.name),
        headers: headers.example,
        payload: Object.fromEntries(values),
      },
    ],
    ...messageBinding(event, broker, key),
    "x-delivery": event.delivery,
    "x-ordering-key": event.orderingKey,
  };
}

export interface MessageParts {
  readonly design: Design;
  readonly broker: Broker;
  readonly recorder: OriginRecorder;
}

/** A secret is in no event: whoever may read the topic would know it. */
function payloadOf(
  event: DomainEvent,
  context: ContextDesign | undefined,
): readonly ResolvedProperty[] {
  const entity = event.entity?.split("/")[1];
  const scope = { context, entity, owner: `system/event/${event.id}` };
  const taken = new Set<string>();
  return event.payload.flatMap((part): readonly ResolvedProperty[] => {
    const resolved = resolveProperty(part, scope);
    const wireName = uniqueName(resolved.wireName, taken, "");
    taken.add(wireName);
    return isSecret(resolved) ? [] : [{ ...resolved, wireName }];
  });
}

function owningContext(event: DomainEvent, design: Design): ContextDesign | undefined {
  const id = event.entity?.split("/")[0] ?? event.producer;
  return design.contexts.find(({ context }) => context === id);
}

function exampleOf(property: ResolvedProperty, context: ContextDesign | undefined): unknown {
  const nowhere = { context: "", entities: [], operations: [], schemas: [] };
  return exampleValue(context ?? nowhere, property, 0);
}

/** The property that the words of the ordering key begin with: `id of the order`. */
function keyOf(
  { orderingKey }: DomainEvent,
  properties: readonly ResolvedProperty[],
): ResolvedProperty | undefined {
  const words = wordsOf(orderingKey).join(" ");
  const found = properties.filter(({ wireName }) => {
    const own = wordsOf(wireName).join(" ");
    return words === own || words.startsWith(`${own} `);
  });
  return found.toSorted((a, b) => b.wireName.length - a.wireName.length)[0];
}

function messageBinding(
  { id, orderingKey }: DomainEvent,
  { protocol }: Broker,
  key: ResolvedProperty | undefined,
): Json {
  if (protocol === "kafka") {
    const schema = key === undefined ? { type: "string" } : propertySchema(key);
    const described = { ...schema, description: markdownText(orderingKey) };
    return { bindings: { kafka: { key: described, bindingVersion: "0.5.0" } } };
  }
  if (protocol === "amqp") {
    return { bindings: { amqp: { messageType: id, bindingVersion: "0.3.0" } } };
  }
  return {};
}
