import type { ContextDesign, Design } from "../../design/design.ts";
import type { ApiSurface, SurfaceOperation } from "./api-surface.ts";

/** One surface per context that is reached over HTTP, and the gateway's with all that is public. */
export function apiSurfaces(design: Design): readonly ApiSurface[] {
  const surfaces = design.contexts.flatMap((context): readonly ApiSurface[] => {
    const operations = httpOperations(context);
    const landscape = design.system.contexts.find(({ id }) => id === context.context);
    if (operations.length === 0 || landscape === undefined) return [];
    return [{ path: `openapi/${context.context}.yaml`, context: landscape, operations }];
  });
  const operations = surfaces.flatMap((surface) =>
    surface.operations.filter(({ operation }) => operation.exposure === "public"),
  );
  if (operations.length === 0) return surfaces;
  return [...surfaces, { path: gatewayPath(surfaces), operations }];
}

/** A context may be called gateway itself. */
function gatewayPath(surfaces: readonly ApiSurface[]): string {
  const path = "openapi/gateway.yaml";
  return surfaces.some((surface) => surface.path === path) ? "openapi/gateway.public.yaml" : path;
}

function httpOperations(context: ContextDesign): readonly SurfaceOperation[] {
  return context.operations.flatMap((operation): readonly SurfaceOperation[] => {
    const { http, id } = operation;
    if (http === undefined) return [];
    return [{ context, operation, http, subject: `${context.context}/operation/${id}` }];
  });
}
