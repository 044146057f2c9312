import { readEndpoint } from "./read-endpoint.ts";
import type { Statement } from "./statement.ts";

const VERBS: Readonly<Record<string, string>> = {
  GET: "get",
  POST: "create",
  PUT: "update",
  PATCH: "update",
  DELETE: "delete",
};

/** The words of a statement that tell who does what: without commands, paths and column titles. */
export function storyText(statement: Statement): string {
  const endpoint = readEndpoint(statement.text);
  if (endpoint !== undefined) {
    const heading = statement.headings.at(-1);
    if (heading !== undefined) return heading.replace(/\(.*?\)/g, "");
    const segment = endpoint.path.split("/").findLast((part) => /^[a-z][a-z-]+$/i.test(part)) ?? "";
    return `${VERBS[endpoint.method] ?? "get"} ${segment.replaceAll("-", " ")}`;
  }
  if (statement.form === "story") return statement.text.replace(/\s+Acceptance: .*$/s, "");
  if (statement.form === "row") {
    if (
      statement.cells.some((cell) =>
        /^(?:(?:data ?)?type|field|attribute|column|fields|attributes)$/i.test(cell.column),
      )
    )
      return "";
    const cells = statement.cells.filter(
      (cell) =>
        /\s/.test(cell.text) || !/^(?:id|#|type|priority|format|status)$/i.test(cell.column),
    );
    return cells.map((cell) => cell.text).join(". ");
  }
  const { lead, text } = statement;
  const command = lead !== undefined && (statement.codes.includes(lead) || /^["“']/.test(lead));
  return command
    ? text.slice(lead.length).replace(/^[\s:–—"”-]+/, "")
    : text.replace(/["“][^"”\s]*["”]\s*:?/g, " ");
}
