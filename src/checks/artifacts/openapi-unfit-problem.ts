import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments, type DocumentProblem } from "./openapi/check-documents.ts";
import { recordOf } from "./openapi/record-of.ts";
import { unfitProblem } from "./openapi/unfit-problem.ts";
import { type ResponseVisit, walkOperations } from "./openapi/walk-operations.ts";

const PROBLEM = "application/problem+json";

/** Errors are problem documents that say the status they come with (RFC 9457 §3.1.2). */
export const openapiUnfitProblemCheck: ArtifactCheck = checkDocuments(unfitProblem, ({ root }) =>
  walkOperations(root).flatMap(({ responses, isOutgoing }) =>
    isOutgoing ? [] : responses.flatMap(problemsOf),
  ),
);

function problemsOf({ status, value, pointer }: ResponseVisit): readonly DocumentProblem[] {
  if (!/^(?:[45]..|default)$/.test(status)) return [];
  const content = recordOf(value["content"]);
  const media = content[PROBLEM];
  if (media === undefined) {
    // An answer of a cache or of HEAD may have no content at all.
    if (Object.keys(content).length === 0) return [];
    return [{ pointer, problem: `the answer ${status} is no problem document (${PROBLEM})` }];
  }
  if (!/^[0-9]+$/.test(status)) return [];
  return Object.entries(recordOf(recordOf(media)["examples"])).flatMap(([name, example]) => {
    const own = recordOf(recordOf(example)["value"])["status"];
    if (own === undefined || JSON.stringify(own) === status) return [];
    const place = toPointer(["content", PROBLEM, "examples", name]);
    const problem = `an example of the answer ${status} says that it is ${JSON.stringify(own)}`;
    return [{ pointer: `${pointer}${place}`, problem }];
  });
}
