import type { Design } from "../../design/design.ts";
import type { ElementKind } from "../../design/schema/element-kind.ts";
import type { ElementVisit } from "../../design/walk-design.ts";
import { decisionRecords } from "./decisions-view.ts";
import { packageLinks } from "./package-links.ts";

/** The document that speaks of every element of a kind. */
const DOCUMENTS: Readonly<Partial<Record<ElementKind, string>>> = {
  term: "docs/boundaries.md",
  actor: "docs/boundaries.md",
  context: "docs/boundaries.md",
  deployable: "docs/boundaries.md",
  store: "docs/boundaries.md",
  mechanism: "docs/api-guide.md",
  consistency: "docs/data.md",
  retention: "docs/data.md",
  pipeline: "docs/data.md",
  cache: "docs/caching.md",
  control: "docs/security.md",
  compliance: "docs/security.md",
  technology: "docs/technology.md",
  risk: "docs/risks.md",
  "work-package": "docs/delivery.md",
};

/** Finds the file of the package in which an element is seen best; its source where none is. */
export function createPlaceFinder(design: Design): (element: ElementVisit) => string {
  const links = packageLinks(design);
  const records = decisionRecords(design).map(({ file }) => file);
  return function placeOf({ kind, id, document }) {
    const own = links.contexts.get(document);
    const source =
      document === "system" ? "design/system.json" : `design/contexts/${document}.json`;
    switch (kind) {
      case "operation":
        return own?.openapi || source;
      case "event": {
        const { producer = "" } = design.system.events.find((event) => event.id === id) ?? {};
        return links.contexts.get(producer)?.asyncapi || source;
      }
      case "entity":
        return own?.schema || own?.erd || source;
      case "flow":
        return `diagrams/flow-${id}.mmd`;
      case "decision": {
        const place = design.system.decisions.findIndex((decision) => decision.id === id);
        return `docs/decisions/${records[place] ?? "README.md"}`;
      }
      default:
        return DOCUMENTS[kind] ?? source;
    }
  };
}
