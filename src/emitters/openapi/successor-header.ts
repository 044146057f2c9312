import { apiBasePath } from "../../design/api-base-path.ts";
import type { OpenAPIV3 } from "openapi-types";
import type { System } from "../../design/design.ts";
import type { SurfaceOperation } from "./api-surface.ts";

/** Where a client of a deprecated operation goes: `successor-version` (RFC 5829) as RFC 9745 §3 has it. */
export function successorHeader(
  { operation, context }: SurfaceOperation,
  { api }: System,
): Readonly<Record<string, OpenAPIV3.HeaderObject>> {
  const { deprecated, replacedBy } = operation;
  if (deprecated === undefined || replacedBy === undefined) return {};
  const [home, id] = replacedBy.split("/");
  const next =
    home === context.context
      ? context.operations.find((other) => other.id === id)?.http
      : undefined;
  if (next === undefined) return {};
  return {
    Link: {
      description: "The operation that replaces it (RFC 8288, RFC 5829); a URI template.",
      schema: { type: "string", maxLength: 2000 },
      example: `<${apiBasePath(api)}${next.path}>; rel="successor-version"`,
    },
  };
}
