import type { OpenAPIV3 } from "openapi-types";
import type { Origin } from "../../artifacts/artifact.ts";
import type { Design } from "../../design/design.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ApiSurface, SurfaceOperation } from "./api-surface.ts";
import { createBodyNames } from "./body-names.ts";
import { createBodySchemas } from "./body-schemas.ts";
import { createComponentRegistry } from "./component-registry.ts";
import { documentInfo } from "./document-info.ts";
import { duplicateRoute } from "./duplicate-route.ts";
import { operationNames } from "./operation-names.ts";
import { operationObject } from "./operation-object.ts";
import { createOriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { createSecuritySchemes } from "./security-schemes.ts";
import { DEFAULT_HOST, documentServers } from "./servers.ts";
import { tagsOf } from "./tags.ts";

export interface DocumentEmission {
  readonly document: OpenAPIV3.Document;
  readonly origins: readonly Origin[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The OpenAPI 3.0 document of a surface. */
export function openapiDocument(design: Design, whole: ApiSurface): DocumentEmission {
  const { system } = design;
  const { surface, diagnostics } = withoutDuplicates(whole);
  const recorder = createOriginRecorder();
  const components = createComponentRegistry();
  const bodies = createBodySchemas(createBodyNames(surface), components, recorder, system.api);
  const security = createSecuritySchemes(system.auth, DEFAULT_HOST, components, recorder);
  const names = operationNames(surface);
  const tags = tagsOf(surface, system);
  const parts = { system, bodies, components, recorder, security };

  recorder.mark([], surface.context ? `system/context/${surface.context.id}` : "system/api");
  recorder.mark(["servers"], "system/api");
  const distinctTags = [...new Set(tags.values())];
  for (const [index, tag] of distinctTags.entries()) recorder.mark(["tags", index], tag.subject);

  const paths: Record<string, OpenAPIV3.PathItemObject> = {};
  for (const entry of surface.operations) {
    const operationId = names.get(entry.subject) ?? entry.operation.id;
    const tag = tags.get(entry.subject)?.object.name ?? entry.context.context;
    const { path, method } = entry.http;
    paths[path] = { ...paths[path], [method]: operationObject(entry, { operationId, tag }, parts) };
  }
  const document: OpenAPIV3.Document = {
    openapi: "3.0.3",
    info: documentInfo(design, surface),
    servers: [...documentServers(system.api)],
    tags: distinctTags.map(({ object }) => object),
    paths,
    components: components.build(),
  };
  return { document, origins: recorder.origins(), diagnostics };
}

function withoutDuplicates(surface: ApiSurface): {
  readonly surface: ApiSurface;
  readonly diagnostics: readonly Diagnostic[];
} {
  const first = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const operations = surface.operations.filter(({ http, subject }: SurfaceOperation) => {
    const route = `${http.method.toUpperCase()} ${http.path}`;
    const other = first.get(route);
    if (other === undefined) {
      first.set(route, subject);
      return true;
    }
    const { path } = surface;
    diagnostics.push(
      duplicateRoute(
        subject,
        { route, path, first: other },
        { artifact: { path }, related: [other] },
      ),
    );
    return false;
  });
  return { surface: { ...surface, operations }, diagnostics };
}
