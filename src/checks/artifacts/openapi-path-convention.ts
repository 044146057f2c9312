import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { listOf } from "./openapi/list-of.ts";
import { pathConvention } from "./openapi/path-convention.ts";
import { recordOf } from "./openapi/record-of.ts";

/** Nouns in kebab case, placeholders, and what is done with one after a colon. */
const SEGMENT = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\{[^{}]+\}|\.well-known)(?::[a-z]+(?:-[a-z]+)*)?$/;
/** The method says it; alone, or after a placeholder, a verb names an action. */
const VERB = /^(?:get|list|create|update|delete|remove|fetch|find|add|set|make|read|save)-/;

/** One way to write paths, so that clients can guess them. */
export const openapiPathConventionCheck: ArtifactCheck = checkDocuments(
  pathConvention,
  ({ root }) => {
    const version = /\/(v[0-9]+)\/?$/.exec(
      String(recordOf(listOf(root["servers"])[0])["url"]),
    )?.[1];
    return Object.keys(recordOf(root["paths"])).flatMap((path) => {
      const problem = problemOf(path, version);
      return problem === undefined
        ? []
        : [{ pointer: toPointer(["paths", path]), problem: `the path ${path} ${problem}` }];
    });
  },
);

function problemOf(path: string, version: string | undefined): string | undefined {
  if (path === "/") return undefined;
  const segments = path.replace(/^\//, "").split("/");
  const isKnown = segments[0] === ".well-known";
  if (segments.includes("")) return "has an empty segment";
  if (!isKnown && segments.some((segment) => /\.[a-z]+$/.test(segment))) {
    return "names a form of the answer, which Accept does";
  }
  if (!isKnown && !segments.every((segment) => SEGMENT.test(segment))) {
    return "is not in kebab case";
  }
  if (segments.some((segment) => VERB.test(segment))) return "holds a verb, which the method is";
  if (segments[0] === version)
    return `repeats the version ${String(version)} of the server's address`;
  return undefined;
}
