import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import type { Followed } from "./openapi/follow.ts";
import { recordOf } from "./openapi/record-of.ts";
import { unpagedList } from "./openapi/unpaged-list.ts";
import { type OperationVisit, walkOperations } from "./openapi/walk-operations.ts";

const ENTRIES = ["items", "data", "results", "entries", "values"];
const NEXT = /^(?:next|cursor|links?|total|page|meta|hasmore|paging|pagination)/i;
const LIMIT = /^(?:limit|(?:max_?)?(?:page_?)?size|per_?page|first|count)$/i;
const POSITION =
  /^(?:(?:page_?)?(?:cursor|token)|offset|page|after|before|starting_?after|start)$/i;

/** Lists that grow until nobody can read them: every one comes in pages of a known size. */
export const openapiUnpagedListCheck: ArtifactCheck = checkDocuments(unpagedList, ({ root }) =>
  walkOperations(root).flatMap((visit) => {
    if (visit.method !== "get" || visit.isOutgoing) return [];
    return problemsOf(root, visit).map((problem) => ({
      pointer: visit.pointer,
      problem: `GET ${visit.path} ${problem}`,
    }));
  }),
);

function problemsOf(root: unknown, visit: OperationVisit): readonly string[] {
  const success = visit.responses.find(({ status }) => status === "200")?.value;
  const media = Object.entries(recordOf(success?.["content"])).find(([name]) => /json/.test(name));
  const { value: schema } = follow(root, recordOf(media?.[1])["schema"], "");
  if (schema["type"] === "array") {
    // A short list of values that are no resources, such as countries, says how long it can be.
    return schema["maxItems"] === undefined
      ? ["answers with a bare list, to which no cursor can be added"]
      : [];
  }
  const entries = entriesOf(root, schema, visit);
  if (entries === undefined) return [];
  const limit = parameterOf(visit, LIMIT);
  const bound = follow(root, limit?.value["schema"], "").value["maximum"];
  const names = Object.keys(recordOf(schema["properties"]));
  const checks: readonly (readonly [applies: boolean, problem: string])[] = [
    [parameterOf(visit, POSITION) === undefined, "is a list, but takes no cursor or offset"],
    [limit === undefined, "is a list, but takes no limit"],
    [limit !== undefined && bound === undefined, "has a limit without a maximum"],
    [entries["maxItems"] === undefined, "answers with a page of any size (maxItems)"],
    [!names.some((name) => NEXT.test(name)), "answers with a page that does not say how to go on"],
  ];
  return checks.filter(([applies]) => applies).map(([, problem]) => problem);
}

/** The entries of a page: an object around one list, at a path that does not end with an id. */
function entriesOf(
  root: unknown,
  schema: Readonly<Record<string, unknown>>,
  visit: OperationVisit,
): Readonly<Record<string, unknown>> | undefined {
  const properties = recordOf(schema["properties"]);
  const name = ENTRIES.find((each) => Object.hasOwn(properties, each));
  if (name === undefined) return undefined;
  const entries = follow(root, properties[name], "").value;
  const hasCursor =
    parameterOf(visit, POSITION) !== undefined || parameterOf(visit, LIMIT) !== undefined;
  // An order may hold `items` too: it is a page where there is nothing of its own beside them.
  const own = Object.keys(properties).filter((each) => each !== name && !NEXT.test(each));
  return entries["type"] === "array" && (own.length === 0 || hasCursor) ? entries : undefined;
}

function parameterOf(visit: OperationVisit, names: RegExp): Followed | undefined {
  return visit.parameters.find(
    ({ value }) => value["in"] === "query" && names.test(String(value["name"])),
  );
}
