import { indexDesign } from "../../design/design-index.ts";
import type { Design } from "../../design/design.ts";
import type { ElementVisit } from "../../design/walk-design.ts";
import type { PackageLinks } from "./package-links.ts";
import { packageLinks } from "./package-links.ts";

/** Elements shown per requirement; the Design holds the rest. */
const SHOWN = 8;

/** What the template of the traceability matrix needs. */
export function traceabilityView(design: Design): object {
  const { system } = design;
  const links = packageLinks(design);
  const satisfying = elementsByRequirement(design);
  return {
    title: system.title,
    requirements: system.requirements
      .filter(({ scope }) => scope === "in")
      .map(({ id, name, priority, kind }) => {
        const elements = satisfying.get(id) ?? [];
        const artifacts = [...new Set(elements.map((element) => artifactOf(element, links)))];
        return {
          id,
          name,
          priority,
          kind,
          elements: namesOf(elements),
          artifacts: artifacts.sort().map((path) => ({ path, link: linkTo(path) })),
        };
      }),
    others: system.requirements
      .filter(({ scope }) => scope !== "in")
      .map(({ id, name, scope, reason }) => ({
        id,
        name,
        scope: scope === "out" ? "out of scope" : "open",
        reason: reason ?? "no reason given",
      })),
  };
}

function elementsByRequirement(design: Design): ReadonlyMap<string, readonly ElementVisit[]> {
  const index = indexDesign(design);
  const found = new Map<string, ElementVisit[]>();
  for (const { subject, text, kinds } of index.references) {
    const element = index.elements.get(subject);
    if (!kinds.includes("requirement") || element === undefined) continue;
    if (element.kind === "assumption" || element.kind === "question") continue;
    const known = found.get(text) ?? [];
    if (!known.includes(element)) found.set(text, [...known, element]);
  }
  return found;
}

function namesOf(elements: readonly ElementVisit[]): string {
  if (elements.length === 0) return "nothing yet";
  const names = elements.map(
    ({ kind, id, value }) => `${kind} ${typeof value["name"] === "string" ? value["name"] : id}`,
  );
  const rest = names.length - SHOWN;
  return rest > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${rest} more` : names.join(", ");
}

/** The file of the package in which an element is seen best. */
function artifactOf({ kind, id, document }: ElementVisit, links: PackageLinks): string {
  const own = links.contexts.get(document);
  const source = document === "system" ? "design/system.json" : `design/contexts/${document}.json`;
  switch (kind) {
    case "operation":
      return own?.openapi || source;
    case "entity":
      return own?.schema || own?.erd || source;
    case "flow":
      return `diagrams/flow-${id}.mmd`;
    case "actor":
    case "context":
    case "deployable":
    case "store":
    case "event":
      return "docs/boundaries.md";
    case "mechanism":
      return "docs/api-guide.md";
    default:
      return source;
  }
}

/** From `docs/`. */
function linkTo(path: string): string {
  return path.startsWith("docs/") ? path.slice("docs/".length) : `../${path}`;
}
