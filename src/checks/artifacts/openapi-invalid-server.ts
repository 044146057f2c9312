import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments, type DocumentProblem } from "./openapi/check-documents.ts";
import { invalidServer } from "./openapi/invalid-server.ts";
import { listOf } from "./openapi/list-of.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** Addresses that a client in another place can call, encrypted. */
export const openapiInvalidServerCheck: ArtifactCheck = checkDocuments(
  invalidServer,
  ({ root }) => [
    ...problemsOf(root, ""),
    ...Object.entries(recordOf(root["paths"])).flatMap(([path, item]) =>
      problemsOf(item, toPointer(["paths", path])),
    ),
    ...walkOperations(root).flatMap(({ operation, pointer }) => problemsOf(operation, pointer)),
  ],
);

function problemsOf(holder: unknown, pointer: string): readonly DocumentProblem[] {
  return listOf(recordOf(holder)["servers"]).flatMap((server, index) => {
    const { url, variables } = recordOf(server);
    if (typeof url !== "string") return [];
    const filled = url.replace(/\{([^}]*)\}/g, (_, name: string) => {
      const filling = recordOf(recordOf(variables)[name])["default"];
      return typeof filling === "string" ? filling : "";
    });
    const problem = problemOf(url, filled);
    return problem === undefined
      ? []
      : [{ pointer: `${pointer}/servers/${index}`, problem: `the server "${url}" ${problem}` }];
  });
}

function problemOf(url: string, filled: string): string | undefined {
  if (url.trim() === "") return "has no address";
  if (!/^[a-z][a-z0-9+.-]*:/i.test(filled)) {
    return "is relative, so it depends on where somebody opens the document";
  }
  if (!URL.canParse(filled)) return "is no URL";
  if (/^(?:http|ws):/i.test(filled)) return "is not encrypted";
  if (/[?#]/.test(filled)) return "has a query or a fragment, to which no path can be added";
  return /[^/]\/$/.test(url) ? "ends with a slash, which every path begins with" : undefined;
}
