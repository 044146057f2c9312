import { API_HOST } from "../../artifacts/contract/api-host.ts";
import type { OpenAPIV3 } from "openapi-types";
import type { Origin } from "../../artifacts/artifact.ts";
import type { Design } from "../../design/design.ts";
import type { ApiSurface } from "./api-surface.ts";
import { createBodyNames } from "./body-names.ts";
import { createBodySchemas } from "./body-schemas.ts";
import { createComponentRegistry } from "./component-registry.ts";
import { documentInfo } from "./document-info.ts";
import { operationNames } from "./operation-names.ts";
import { createOperationLinks } from "./operation-links.ts";
import { operationObject } from "./operation-object.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import { createOriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { createSecuritySchemes } from "./security-schemes.ts";
import { documentServers } from "./servers.ts";
import { tagsOf } from "./tags.ts";
import { problemType } from "./problem-type.ts";
import { toldBy } from "./told-by.ts";
import { webhookItems } from "./webhook-items.ts";

export interface DocumentEmission {
  readonly document: OpenAPIV3.Document;
  readonly origins: readonly Origin[];
}

/** The OpenAPI document of a surface, in the words of 3.0 but for webhooks, which only 3.1 has. */
export function openapiDocument(
  design: Design,
  surface: ApiSurface,
  version: "3.0" | "3.1",
): DocumentEmission {
  const { system } = design;
  const audience = surface.audience?.id;
  const recorder = createOriginRecorder();
  const components = createComponentRegistry();
  const bodyNames = createBodyNames(surface);
  const bodies = createBodySchemas(bodyNames, components, recorder, system.api);
  const security = createSecuritySchemes(system.auth, API_HOST, components, recorder, audience);
  const names = operationNames(surface);
  const links = createOperationLinks(
    surface.operations,
    names,
    system.api.pagination.style === "cursor",
  );
  const tags = tagsOf(surface, system);
  const parts = { design, bodies, components, recorder, security, links, audience };

  recorder.mark([], surface.context ? `system/context/${surface.context.id}` : "system/api");
  recorder.mark(["servers"], "system/api");
  const used = surface.operations.flatMap(({ subject }) => tags.get(subject) ?? []);
  const distinctTags = [...new Set(used)];
  for (const [index, tag] of distinctTags.entries()) recorder.mark(["tags", index], tag.subject);

  const told = toldBy(design, surface);
  const webhooks = webhookItems(told.events, {
    design,
    components,
    recorder,
    security,
    names: bodyNames,
    operationIds: new Set(names.values()),
  });
  const paths: Record<string, OpenAPIV3.PathItemObject> = {};
  for (const entry of surface.operations) {
    const operationId = names.get(entry.subject) ?? entry.operation.id;
    const tag = tags.get(entry.subject)?.object.name ?? entry.context.context;
    const { path, method } = entry.http;
    const whole = operationObject(entry, { operationId, tag }, parts);
    const url = told.urls.get(entry.subject);
    const callbacks =
      version === "3.1" || url === undefined ? {} : { callbacks: callbacksTo(url, webhooks) };
    paths[path] = { ...paths[path], [method]: { ...whole, ...callbacks } };
  }
  const hasCallbacks = version === "3.0" && told.urls.size > 0;
  const document: OpenAPIV3.Document<DocumentExtensions> = {
    openapi: "3.0.3",
    info: documentInfo(design, surface),
    servers: [...documentServers(system.api)],
    tags: distinctTags.map(({ object }) => object),
    paths,
    ...(told.events.length === 0 || hasCallbacks
      ? {}
      : { [version === "3.1" ? "webhooks" : "x-webhooks"]: webhooks }),
    components: components.build(),
    ...extensions(design, surface),
  };
  return { document, origins: recorder.origins() };
}

/** What OpenAPI has no word for. */
interface DocumentExtensions {
  readonly "x-problem-types"?: readonly Readonly<Record<string, unknown>>[];
  readonly "x-rate-limits"?: readonly Readonly<Record<string, unknown>>[];
}

/** The problem types that operations here can answer with, and how often who may call. */
function extensions({ system: { api } }: Design, surface: ApiSurface): DocumentExtensions {
  const used = new Set(surface.operations.flatMap(({ operation }) => operation.errors));
  const limits = api.rateLimits.filter(
    ({ audience }) => surface.audience === undefined || audience === surface.audience.id,
  );
  const problems = api.errors
    .filter(({ id }) => used.has(id))
    .map(({ id, status, name, retryable, clientAction }) => ({
      type: problemType(api.problemBase, id),
      status,
      title: plainText(name),
      retryable,
      clientAction: markdownText(clientAction),
    }));
  return {
    ...(problems.length === 0 ? {} : { "x-problem-types": problems }),
    ...(limits.length === 0
      ? {}
      : {
          "x-rate-limits": limits.map(({ audience, requestsPerMinute, burst }) => ({
            audience,
            requestsPerMinute,
            burst,
          })),
        }),
  };
}

function callbacksTo(
  url: string,
  webhooks: Readonly<Record<string, OpenAPIV3.PathItemObject>>,
): Readonly<Record<string, OpenAPIV3.CallbackObject>> {
  return Object.fromEntries(
    Object.entries(webhooks).map(([name, item]) => [name, { [`{$request.body#/${url}}`]: item }]),
  );
}
