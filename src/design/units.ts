import type { ContextDesign, Design, System } from "./design.ts";
import type { ElementKind } from "./schema/element-kind.ts";
import { SYSTEM } from "./walk-design.ts";

/** A property of the system document that belongs to one unit. */
export type SystemSection = Exclude<
  keyof System,
  "$schema" | "designVersion" | "assumptions" | "openQuestions"
>;

/** A property of a context's document that belongs to one unit. */
export type ContextSection = Exclude<keyof ContextDesign, "$schema" | "context">;

/** The kinds of piece that a Design is drafted in. */
export type UnitKind =
  | "requirements"
  | "landscape"
  | "access"
  | "data"
  | "api"
  | "behaviour"
  | "platform"
  | "observability"
  | "security"
  | "technology"
  | "delivery"
  | "reviews";

/** What a unit is about and what it owns. */
export interface UnitDeclaration {
  readonly kind: UnitKind;
  readonly title: string;
  readonly scope: "system" | "context";
  readonly systemSections: readonly SystemSection[];
  readonly contextSections: readonly ContextSection[];
  /** Kinds of the elements it owns, besides those nested in its sections' elements. */
  readonly elements: readonly ElementKind[];
}

/** One unit to draft; `context` for the kinds that are drafted once per context. */
export interface Unit {
  readonly kind: UnitKind;
  readonly context?: string;
}

/**
 * The unit graph, in drafting order. References point to the same unit or an earlier one only
 * (a test holds the schemas to it), so every prefix of the order is a Design that can be checked.
 */
export const unitDeclarations: readonly UnitDeclaration[] = [
  system("requirements", "Requirements analysis", {
    title: [],
    summary: [],
    glossary: ["term"],
    requirements: ["requirement"],
    load: [],
    targets: ["target"],
  }),
  system("landscape", "Actors, contexts, deployables and stores", {
    actors: ["actor"],
    contexts: ["context"],
    deployables: ["deployable"],
    stores: ["store"],
  }),
  system("access", "API policy and authentication", {
    api: ["audience", "error", "rate-limit"],
    auth: ["mechanism", "permission", "role"],
  }),
  context("data", "Entities", ["entities"], ["entity"]),
  context("api", "Operations and bodies", ["operations", "schemas"], ["operation", "schema"]),
  system("behaviour", "Events, flows and consistency", {
    events: ["event"],
    flows: ["flow"],
    consistency: ["consistency"],
  }),
  system("platform", "Deployment, scaling and caching", {
    deployment: ["region", "node", "link"],
    scaling: ["scaling"],
    caches: ["cache"],
    bottlenecks: ["bottleneck"],
  }),
  system("observability", "Metrics, objectives and alerts", {
    observability: ["metric", "slo", "alert"],
  }),
  system("security", "Security and data governance", {
    security: ["data-class", "control", "threat", "compliance"],
    governance: ["pipeline", "retention"],
  }),
  system("technology", "Technology and decisions", {
    technology: ["technology"],
    decisions: ["decision"],
  }),
  system("delivery", "Risks and delivery", {
    risks: ["risk"],
    delivery: ["work-package", "success-metric"],
  }),
  system("reviews", "Reviews", { reviews: ["review"] }),
];

/** The units of a Design with these contexts, in drafting order. */
export function unitsOf(contexts: readonly { readonly id: string }[]): readonly Unit[] {
  return unitDeclarations.flatMap((declaration): readonly Unit[] => {
    if (declaration.scope === "system") return [{ kind: declaration.kind }];
    return contexts.map(({ id }) => ({ kind: declaration.kind, context: id }));
  });
}

/** `data:orders`, `landscape`: the name of a unit in logs, recordings and assumptions. */
export function unitName(unit: Unit): string {
  return unit.context === undefined ? unit.kind : `${unit.kind}:${unit.context}`;
}

export function declarationOf(kind: UnitKind): UnitDeclaration {
  const found = unitDeclarations.find((declaration) => declaration.kind === kind);
  if (found === undefined) throw new Error(`no unit ${kind}`);
  return found;
}

/** The unit that owns a subject, or `undefined` for the whole package and what no unit owns. */
export function unitOfSubject(subject: string, design: Design): Unit | undefined {
  const [document, kind] = subject.split("/");
  if (document === undefined || kind === undefined) return undefined;
  if (document === SYSTEM) {
    if (kind === "assumption" || kind === "question") return undefined;
    const owner = unitDeclarations.find(
      ({ scope, elements, systemSections }) =>
        scope === "system" &&
        ((elements as readonly string[]).includes(kind) ||
          (systemSections as readonly string[]).includes(kind)),
    );
    return owner && { kind: owner.kind };
  }
  if (!design.system.contexts.some(({ id }) => id === document)) return undefined;
  const owner = unitDeclarations.find(
    ({ scope, elements }) => scope === "context" && (elements as readonly string[]).includes(kind),
  );
  return owner && { kind: owner.kind, context: document };
}

function system(
  kind: UnitKind,
  title: string,
  sections: { readonly [Section in SystemSection]?: readonly ElementKind[] },
): UnitDeclaration {
  return {
    kind,
    title,
    scope: "system",
    systemSections: Object.keys(sections) as readonly SystemSection[],
    contextSections: [],
    elements: Object.values(sections).flat(),
  };
}

function context(
  kind: UnitKind,
  title: string,
  contextSections: readonly ContextSection[],
  elements: readonly ElementKind[],
): UnitDeclaration {
  return { kind, title, scope: "context", systemSections: [], contextSections, elements };
}
