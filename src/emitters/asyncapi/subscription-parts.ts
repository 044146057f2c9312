import { bodyView } from "../../artifacts/contract/body-view.ts";
import { bodyExample } from "../../artifacts/contract/body-example.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import type { BodySchema, ContextDesign, Design, Operation } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { toCamel, toPascal } from "../../util/naming.ts";
import type { Json } from "./json.ts";
import type { Messaging } from "./messaging-of.ts";
import { propertySchema } from "./property-schema.ts";
import { CLIENT_SERVER } from "./event-server.ts";

export interface SubscriptionParts {
  readonly channels: Json;
  readonly operations: Json;
  readonly messages: Json;
  readonly schemas: Json;
}

/** What clients listen to, as server-sent events: one channel for each subscription. */
export function subscriptionParts(
  { system }: Design,
  { document, subscriptions }: Messaging,
  recorder: OriginRecorder,
): SubscriptionParts {
  const parts = {
    channels: {} as Record<string, Json>,
    operations: {} as Record<string, Json>,
    messages: {} as Record<string, Json>,
    schemas: {} as Record<string, Json>,
  };
  if (document === undefined) return parts;
  for (const operation of subscriptions) {
    const subject = `${document.context}/operation/${operation.id}`;
    const channel = `client.${operation.id}`;
    // The prefix keeps it apart from the names of events.
    const message = `Stream-${operation.id}`;
    recorder.mark(["channels", channel], subject);
    recorder.mark(["operations", channel], subject);
    recorder.mark(["components", "messages", message], subject);
    const schema = document.schemas.find(({ id }) => id === operation.response?.schema);
    parts.channels[channel] = {
      address: addressOf(operation),
      title: plainText(operation.name),
      description: markdownText(operation.description),
      servers: [{ $ref: `#/servers/${CLIENT_SERVER}` }],
      messages: { [message]: { $ref: `#/components/messages/${message}` } },
      ...parametersOf(operation),
    };
    parts.operations[channel] = {
      action: "send",
      channel: { $ref: `#/channels/${channel}` },
      title: plainText(operation.name),
      summary: plainText(operation.name),
      description: markdownText(
        `${operation.description}\n\nA client that was cut off sends \`Last-Event-ID\` and gets what it missed.`,
      ),
      messages: [{ $ref: `#/channels/${channel}/messages/${message}` }],
      bindings: { http: { method: "GET", bindingVersion: "0.3.0" } },
      ...tagsOf(operation, system.api.audiences),
    };
    parts.messages[message] = {
      name: toPascal(operation.id),
      title: plainText(operation.name),
      summary: plainText(operation.name),
      contentType: "application/json",
      payload:
        schema === undefined
          ? { type: "object" }
          : refer(document, schema, parts.schemas, recorder),
      ...(schema === undefined
        ? {}
        : { examples: [{ name: "typical", payload: bodyExample(document, schema, "response") }] }),
    };
  }
  return parts;
}

function addressOf({ id, http }: Operation): string {
  return http?.path ?? `/subscriptions/${id}`;
}

function parametersOf(operation: Operation): Json {
  const names = [...addressOf(operation).matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");
  if (names.length === 0) return {};
  const described = names.map((name) => {
    const parameter = operation.parameters.find((candidate) => candidate.name === name);
    return [name, { description: markdownText(parameter?.description ?? `Which ${name}.`) }];
  });
  return { parameters: Object.fromEntries(described) };
}

function tagsOf(
  { audiences }: Operation,
  known: readonly { readonly id: string; readonly name: string }[],
): Json {
  const tags = known.filter(({ id }) => audiences.includes(id));
  return tags.length === 0 ? {} : { tags: tags.map(({ name }) => ({ name: plainText(name) })) };
}

/** The body as the client sees it: no secrets. */
function refer(
  context: ContextDesign,
  schema: BodySchema,
  schemas: Record<string, Json>,
  recorder: OriginRecorder,
): Json {
  const key = schema.id;
  const reference = { $ref: `#/components/schemas/${key}` };
  if (schemas[key] !== undefined) return reference;
  // Taken before it is made: a body may hold itself.
  schemas[key] = {};
  recorder.mark(["components", "schemas", key], `${context.context}/schema/${schema.id}`);
  const properties = bodyView(context, schema, "response");
  const required = properties.filter((property) => property.required);
  schemas[key] = {
    type: "object",
    title: toCamel(schema.name),
    description: markdownText(schema.description),
    ...(required.length === 0 ? {} : { required: required.map(({ wireName }) => wireName) }),
    properties: Object.fromEntries(
      properties.map((property) => [
        property.wireName,
        nested(context, property, schemas, recorder),
      ]),
    ),
  };
  return reference;
}

function nested(
  context: ContextDesign,
  property: ResolvedProperty,
  schemas: Record<string, Json>,
  recorder: OriginRecorder,
): Json {
  const { nestedSchema, many, nullable } = property;
  if (nestedSchema === undefined) return propertySchema(property);
  const item = refer(context, nestedSchema, schemas, recorder);
  if (many) return { type: nullable ? ["array", "null"] : "array", items: item };
  return nullable ? { oneOf: [item, { type: "null" }] } : item;
}
