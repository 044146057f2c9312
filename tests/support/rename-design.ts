import type { Design } from "../../src/design/design.ts";
import { indexDesign, resolveReference } from "../../src/design/design-index.ts";
import type { ElementVisit } from "../../src/design/walk-design.ts";
import { SYSTEM } from "../../src/design/walk-design.ts";
import { toCamel, toSnake, toTitle } from "../../src/util/naming.ts";

type Tree = Record<string | number, unknown>;

/**
 * The same Design with another id and another name for every element; references follow, also
 * path parameters, metric names in expressions, and the subjects of a review.
 * `newId` must give different ids to different subjects.
 */
export function renameDesign(design: Design, newId: (subject: string) => string): Design {
  const index = indexDesign(design);
  const ids = new Map([...index.elements.keys()].map((subject) => [subject, newId(subject)]));
  const copy = structuredClone(design) as unknown as { system: Tree; contexts: Tree[] };
  const documents = new Map<string, Tree>([
    [SYSTEM, copy.system],
    ...design.contexts.map(({ context }, position): [string, Tree] => [
      context,
      treeOf(copy.contexts, position),
    ]),
  ]);
  function treeAt(document: string, tokens: readonly (string | number)[]): Tree {
    return tokens.reduce(treeOf, documents.get(document) ?? {});
  }
  const metrics = new Map<string, string>();
  for (const visit of index.elements.values()) {
    const id = ids.get(visit.subject) ?? visit.id;
    const tree = treeAt(visit.document, visit.tokens);
    tree["id"] = id;
    if (typeof visit.value["name"] !== "string") continue;
    const name = nameOf(visit, id);
    tree["name"] = name;
    if (visit.kind === "metric") metrics.set(visit.value["name"], name);
    if (visit.kind === "parameter" && visit.value["in"] === "path") {
      const operation = treeAt(visit.document, visit.tokens.slice(0, -2));
      const http = operation["http"] as Tree | undefined;
      if (http === undefined) continue;
      http["path"] = String(http["path"]).replace(`{${visit.value["name"]}}`, `{${name}}`);
    }
  }
  for (const visit of index.references) {
    const subject = resolveReference(index, visit);
    if (subject === undefined) continue;
    const id = ids.get(subject) ?? "";
    const context = ids.get(`${SYSTEM}/context/${subject.split("/")[0]}`);
    const last = visit.tokens.at(-1) ?? "";
    const text = visit.form === "qualified" ? `${context}/${id}` : id;
    treeAt(visit.document, visit.tokens.slice(0, -1))[last] = text;
  }
  renameExpressions(copy.system, metrics);
  renameReviews(copy.system, ids);
  return copy as unknown as Design;
}

function nameOf({ kind, value }: ElementVisit, id: string): string {
  switch (kind) {
    case "permission":
      return `${id}:use`;
    case "metric":
      return `${toSnake(id)}_renamed`;
    case "parameter":
      return value["in"] === "header" ? String(value["name"]) : toCamel(id).slice(0, 60);
    case "property":
    case "payload":
      return toCamel(id).slice(0, 60);
    default:
      return toTitle(id);
  }
}

function renameExpressions(system: Tree, metrics: ReadonlyMap<string, string>): void {
  const { alerts } = system["observability"] as { alerts: Tree[] };
  for (const alert of alerts) {
    alert["expression"] = String(alert["expression"]).replaceAll(
      /[a-z_][a-z0-9_]*?(?=(?:_bucket|_sum|_count)?(?![a-z0-9_]))/g,
      (word) => metrics.get(word) ?? word,
    );
  }
}

function renameReviews(system: Tree, ids: ReadonlyMap<string, string>): void {
  for (const review of system["reviews"] as { findings: { subject: string }[] }[]) {
    for (const finding of review.findings) finding.subject = renamed(finding.subject, ids);
  }
}

/** A subject with the new id of each element on the way. */
function renamed(subject: string, ids: ReadonlyMap<string, string>): string {
  const parts = subject.split("/");
  const document = parts[0] ?? "";
  const context = ids.get(`${SYSTEM}/context/${document}`) ?? document;
  const rest = parts.slice(1).map((part, index) => {
    const isId = index % 2 === 1;
    return isId ? (ids.get(parts.slice(0, index + 2).join("/")) ?? part) : part;
  });
  return [context, ...rest].join("/");
}

function treeOf(tree: Tree | Tree[], token: string | number): Tree {
  return (tree as Tree)[token] as Tree;
}
