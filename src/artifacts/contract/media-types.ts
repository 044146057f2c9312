import type { BodySchema, System } from "../../design/design.ts";
import { toKebab } from "../../util/naming.ts";

/** RFC 9457. */
export const PROBLEM_JSON = "application/problem+json";

/** The media type of bodies; it carries the version where the API policy says so (RFC 6838 §3.2). */
export function jsonMediaType({ title, api }: System): string {
  if (api.versioning.scheme !== "media-type") return "application/json";
  return `application/vnd.${toKebab(title)}.${api.versioning.current}+json`;
}

/** A partial change is a merge patch (RFC 7396): what is absent stays, null removes. */
export function requestMediaType(system: System, method: string, schema: BodySchema): string {
  const isPatch = method === "patch" && schema.purpose === "update";
  return isPatch ? "application/merge-patch+json" : jsonMediaType(system);
}
