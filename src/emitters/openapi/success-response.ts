import type { OpenAPIV3 } from "openapi-types";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { BodySchema, System } from "../../design/design.ts";
import type { SurfaceOperation } from "./api-surface.ts";
import { bodyExample } from "../../artifacts/contract/body-example.ts";
import { bodyExamples } from "./body-examples.ts";
import type { BodySchemas } from "./body-schemas.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { jsonMediaType } from "../../artifacts/contract/media-types.ts";
import type { OperationLinks } from "./operation-links.ts";
import { pageExamples } from "./page-example.ts";
import {
  etagHeader,
  locationHeader,
  rateLimitHeaders,
  retirementHeaders,
  retryAfterHeader,
} from "./shared-headers.ts";
import { successorHeader } from "./successor-header.ts";

export interface ResponseScene {
  readonly system: System;
  readonly bodies: BodySchemas;
  readonly components: ComponentRegistry;
  readonly links: OperationLinks;
  readonly audience: string | undefined;
}

/** The response of a call that went well. */
export function successResponse(
  entry: SurfaceOperation,
  scene: ResponseScene,
): OpenAPIV3.ResponseObject {
  const { context, operation, http } = entry;
  const headers = successHeaders(entry, scene);
  const links = scene.links.of(entry);
  const about = {
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(Object.keys(links).length === 0 ? {} : { links }),
  };
  const schema = context.schemas.find(({ id }) => id === operation.response?.schema);
  if (schema === undefined || http.status === 204) {
    return { description: http.status === 202 ? "Accepted; it is done later." : "Done.", ...about };
  }
  const isPage = operation.response?.collection === true;
  const { head, content } = contentOf(entry, schema, scene, isPage);
  return { description: head, ...about, content };
}

function contentOf(
  { context, operation }: SurfaceOperation,
  schema: BodySchema,
  { system, bodies }: ResponseScene,
  isPage: boolean,
): { readonly head: string; readonly content: OpenAPIV3.ResponseObject["content"] & object } {
  const first = bodyExample(context, schema, "response");
  if (operation.kind === "subscription") {
    const value = `data: ${JSON.stringify(first)}\n\n`;
    return {
      head: markdownText(`A stream of events; the data of each is one: ${schema.description}`),
      content: {
        "text/event-stream": {
          schema: { type: "string" },
          examples: { typical: { summary: "One event", value } },
        },
      },
    };
  }
  const isPartial = operation.response?.selectable === true;
  const one = isPartial
    ? bodies.referPartial(context, schema)
    : bodies.refer(context, schema, "response");
  const media = isPage
    ? {
        schema: bodies.referPage(context, schema, isPartial),
        examples: pageExamples(
          [first, bodyExample(context, schema, "response", { ordinal: 1 })],
          system.api.pagination,
        ),
      }
    : { schema: one, examples: bodyExamples(context, schema, "response") };
  return {
    head: isPage ? "A page of the list." : markdownText(schema.description),
    content: { [jsonMediaType(system)]: media },
  };
}

function successHeaders(
  entry: SurfaceOperation,
  { system, components, audience }: ResponseScene,
): NonNullable<OpenAPIV3.ResponseObject["headers"]> {
  const { operation, http, context } = entry;
  const isLater = operation.progress !== undefined;
  const entity = context.entities.find(({ id }) => id === operation.entity);
  const schema = context.schemas.find(({ id }) => id === operation.response?.schema);
  const isVersioned =
    entity?.versionField !== undefined &&
    schema?.entity === entity.id &&
    operation.response?.collection !== true &&
    http.status !== 204;
  return {
    ...(http.status === 201 || isLater ? { Location: locationHeader(components) } : {}),
    ...(isLater ? { "Retry-After": retryAfterHeader(components) } : {}),
    ...(isVersioned ? { ETag: etagHeader(components) } : {}),
    ...retirementHeaders(operation, components),
    ...successorHeader(entry, system),
    ...(operation.exposure === "public" ? rateLimitHeaders(system.api, components, audience) : {}),
  };
}
