import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { unfitSunset } from "./openapi/unfit-sunset.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** What stops to answer is deprecated before, and stops on a day (RFC 8594, RFC 9745 §4). */
export const openapiUnfitSunsetCheck: ArtifactCheck = checkDocuments(unfitSunset, ({ root }) =>
  walkOperations(root).flatMap(({ operation, pointer, method, path }) => {
    const sunset = operation["x-sunset"];
    if (sunset === undefined) return [];
    const route = `${method.toUpperCase()} ${path}`;
    const isDay =
      typeof sunset === "string" &&
      /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T|$)/.test(sunset);
    return [
      ...(operation["deprecated"] === true ? [] : [`${route} has a sunset, but is not deprecated`]),
      ...(isDay ? [] : [`the sunset of ${route} is no date`]),
    ].map((problem) => ({ pointer, problem }));
  }),
);
