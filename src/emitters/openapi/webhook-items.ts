import type { OpenAPIV3 } from "openapi-types";
import { exampleValue } from "../../artifacts/contract/example-value.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import { valueSchema } from "../../artifacts/contract/value-schema.ts";
import type { ContextDesign, Design, DomainEvent } from "../../design/design.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { isDeepEqual } from "../../util/is-deep-equal.ts";
import { toCamel, toPascal, uniqueName } from "../../util/naming.ts";
import type { BodyNames } from "./body-names.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import type { SecuritySchemes } from "./security-schemes.ts";

export interface WebhookScene {
  readonly design: Design;
  readonly components: ComponentRegistry;
  readonly recorder: OriginRecorder;
  readonly security: SecuritySchemes;
  readonly names: BodyNames;
  /** Names of the operations, with which these must not collide. */
  readonly operationIds: ReadonlySet<string>;
}

/** What is sent to those who asked for it, by name; each is a request that the receiver answers. */
export function webhookItems(
  events: readonly DomainEvent[],
  scene: WebhookScene,
): Readonly<Record<string, OpenAPIV3.PathItemObject>> {
  const taken = new Set(scene.operationIds);
  return Object.fromEntries(
    events.map((event) => {
      const operationId = uniqueName(toCamel(`on ${event.id}`), taken, "");
      taken.add(operationId);
      return [event.id, { post: webhook(event, operationId, scene) }];
    }),
  );
}

function webhook(
  event: DomainEvent,
  operationId: string,
  scene: WebhookScene,
): OpenAPIV3.OperationObject {
  const signatures = scene.security.signatures();
  const context = scene.design.contexts.find((one) => one.context === event.entity?.split("/")[0]);
  const examples = payloadExamples(event, context);
  return {
    summary: plainText(event.name),
    description: markdownText(
      `${event.description}\n\nSent to the URL that was registered. Delivery is ${event.delivery}: compare the id of what was received before. An answer other than 2xx is repeated with growing pauses.`,
    ),
    operationId,
    requestBody: {
      description: markdownText(event.description),
      required: true,
      content: { "application/json": { schema: payloadRef(event, context, scene), examples } },
    },
    responses: {
      "204": { description: "Received." },
      "4XX": { description: "Refused; it is not sent again after 410 (gone)." },
    },
    security: [...signatures],
  };
}

function payloadRef(
  event: DomainEvent,
  context: ContextDesign | undefined,
  { components, recorder, names }: WebhookScene,
): OpenAPIV3.ReferenceObject {
  const name = names.reserve(`${toPascal(event.id)}Event`);
  return components.refer("schemas", name, () => {
    const tokens = ["components", "schemas", name];
    recorder.mark(tokens, `system/event/${event.id}`);
    const parts = partsOf(event, context);
    for (const part of parts) recorder.mark([...tokens, "properties", part.wireName], part.subject);
    const required = parts.filter((part) => part.required).map(({ wireName }) => wireName);
    const properties = parts.map(({ wireName, value, description, nullable }) => [
      wireName,
      valueSchema(value, { description, nullable }),
    ]);
    return {
      type: "object",
      description: markdownText(event.description),
      ...(required.length === 0 ? {} : { required }),
      ...(parts.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    };
  });
}

function payloadExamples(event: DomainEvent, context: ContextDesign | undefined) {
  const parts = partsOf(event, context);
  const value = (shown: typeof parts) =>
    Object.fromEntries(
      shown.map((part) => [part.wireName, exampleValue(part.context, part, 0)] as const),
    );
  const typical = value(parts);
  const least = value(parts.filter(({ required }) => required));
  return {
    typical: { summary: "Typical", value: typical },
    ...(isDeepEqual(least, typical)
      ? {}
      : { "required-only": { summary: "Only what is always there", value: least } }),
  };
}

function partsOf(event: DomainEvent, context: ContextDesign | undefined) {
  const home = context ?? { context: event.producer, entities: [], operations: [], schemas: [] };
  const scope = {
    context,
    entity: event.entity?.split("/")[1],
    owner: `system/event/${event.id}`,
  };
  const taken = new Set<string>();
  return event.payload
    .map((part) => ({ ...resolveProperty(part, scope), context: home }))
    .filter(({ field }) => field?.classification !== "secret")
    .map((part) => {
      const wireName = uniqueName(part.wireName, taken, "");
      taken.add(wireName);
      return { ...part, wireName };
    });
}
