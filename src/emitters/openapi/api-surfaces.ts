import type { ContextDesign, Design } from "../../design/design.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ApiSurface, SurfaceOperation } from "./api-surface.ts";
import { duplicateRoute } from "./duplicate-route.ts";

/**
 * One surface per context that is reached over HTTP, the gateway's with all that is public, and one
 * of that for each kind of client from outside, where there are several. No two operations of a
 * surface have one route.
 */
export function apiSurfaces(design: Design): {
  readonly surfaces: readonly ApiSurface[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  function distinct(path: string, operations: readonly SurfaceOperation[]) {
    const kept = withoutDuplicates(path, operations);
    diagnostics.push(...kept.diagnostics);
    return { path, operations: kept.operations, named: kept.operations };
  }
  const all = design.contexts.map(httpOperations);
  const owned = all.flatMap((operations): readonly ApiSurface[] => {
    const id = operations[0]?.context.context;
    const context = design.system.contexts.find((candidate) => candidate.id === id);
    if (context === undefined) return [];
    return [{ ...distinct(`openapi/${context.id}.yaml`, operations), context }];
  });
  const known = new Set(owned.flatMap(({ context }) => context?.id ?? []));
  const open = all
    .flat()
    .filter(
      ({ operation, context }) => operation.exposure === "public" && known.has(context.context),
    );
  if (open.length === 0) return { surfaces: owned, diagnostics };
  const gateway: ApiSurface = distinct(gatewayPath(owned), open);
  return { surfaces: [...owned, gateway, ...ofAudiences(design, gateway)], diagnostics };
}

/** Whose operations are none of a document's readers outside. */
const INSIDE: ReadonlySet<string> = new Set(["first-party", "internal", "anonymous"]);

function ofAudiences({ system }: Design, gateway: ApiSurface): readonly ApiSurface[] {
  const outside = system.api.audiences.filter(
    ({ kind }) => kind !== undefined && !INSIDE.has(kind),
  );
  if (outside.length < 2) return [];
  return outside.flatMap((audience): readonly ApiSurface[] => {
    const operations = gateway.operations.filter(
      ({ operation: { audiences } }) => audiences.length === 0 || audiences.includes(audience.id),
    );
    if (operations.length === 0) return [];
    const path = `openapi/audiences/${audience.id}.yaml`;
    return [{ path, audience, operations, named: gateway.operations }];
  });
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

function withoutDuplicates(
  path: string,
  all: readonly SurfaceOperation[],
): {
  readonly operations: readonly SurfaceOperation[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const first = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const operations = all.filter(({ http, subject }) => {
    const route = `${http.method.toUpperCase()} ${http.path}`;
    const other = first.get(route);
    if (other === undefined) {
      first.set(route, subject);
      return true;
    }
    const about = { artifact: { path }, related: [other] };
    diagnostics.push(duplicateRoute(subject, { route, path, first: other }, about));
    return false;
  });
  return { operations, diagnostics };
}
