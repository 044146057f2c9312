import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { missingHeader } from "./openapi/missing-header.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** Statuses that say only half without their header. */
const HEADERS: Readonly<Record<string, readonly [header: string, why: string]>> = {
  "201": ["Location", "where what was made is (RFC 9110 §15.3.2)"],
  "429": ["Retry-After", "when to come back (RFC 6585 §4)"],
};

/** Answers whose header a client needs. */
export const openapiMissingHeaderCheck: ArtifactCheck = checkDocuments(missingHeader, ({ root }) =>
  walkOperations(root).flatMap(({ responses, isOutgoing }) =>
    responses.flatMap(({ status, value, pointer }) => {
      const [header, why] = HEADERS[status] ?? [];
      if (header === undefined || isOutgoing) return [];
      const names = Object.keys(recordOf(value["headers"])).map((name) => name.toLowerCase());
      if (names.includes(header.toLowerCase())) return [];
      return [
        { pointer, problem: `the answer ${status} has no ${header}, which says ${String(why)}` },
      ];
    }),
  ),
);
