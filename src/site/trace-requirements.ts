import { indexDesign } from "../design/design-index.ts";
import type { Design } from "../design/design.ts";
import type { ElementVisit } from "../design/walk-design.ts";
import { operationPlace, tablePage } from "./page-paths.ts";

/** Something that a requirement led to, and the place of the site that shows it. */
export interface Trace {
  readonly subject: string;
  readonly kind: string;
  readonly name: string;
  /** Left out where no page is about it. */
  readonly place?: string;
}

/** What each requirement led to, in document order. */
export function traceRequirements(design: Design): ReadonlyMap<string, readonly Trace[]> {
  const index = indexDesign(design);
  const found = new Map<string, Trace[]>();
  for (const { subject, text, kinds } of index.references) {
    if (!kinds.includes("requirement")) continue;
    const element = index.elements.get(subject);
    if (element === undefined) continue;
    const known = found.get(text) ?? [];
    if (known.some((trace) => trace.subject === subject)) continue;
    found.set(text, [...known, traceOf(element, design)]);
  }
  return found;
}

function traceOf(element: ElementVisit, design: Design): Trace {
  const { subject, kind, id, value } = element;
  const words = value["name"] ?? value["text"];
  const name = typeof words === "string" ? words : id;
  const place = placeOf(element, design);
  return { subject, kind, name, ...(place === undefined ? {} : { place }) };
}

function placeOf({ kind, id, document }: ElementVisit, { system }: Design): string | undefined {
  switch (kind) {
    case "entity":
      return tablePage(document, id);
    case "operation":
      return operationPlace(document, id);
    case "flow":
      return `diagrams/flow-${id}.html`;
    case "decision": {
      const number = system.decisions.findIndex((decision) => decision.id === id) + 1;
      return `docs/decisions/${String(number).padStart(4, "0")}-${id}.html`;
    }
    case "actor":
    case "context":
    case "deployable":
    case "event":
      return "docs/boundaries.html";
    case "assumption":
    case "question":
      return "docs/assumptions.html";
    case "target":
      return "docs/capacity.html";
    case "risk":
      return "docs/risks.html";
    case "control":
      return "docs/security.html";
    case "technology":
      return "docs/technology.html";
    case "work-package":
      return "docs/delivery.html";
    default:
      return undefined;
  }
}
