import { indexDesign } from "../../design/design-index.ts";
import type { Design } from "../../design/design.ts";
import type { ElementVisit } from "../../design/walk-design.ts";
import { createPlaceFinder } from "./create-place-finder.ts";

/** Elements shown per requirement; the Design holds the rest. */
const SHOWN = 8;

/** What the template of the traceability matrix needs. */
export function traceabilityView(design: Design): object {
  const { system } = design;
  const satisfying = tracesByRequirement(design);
  return {
    title: system.title,
    requirements: system.requirements
      .filter(({ scope }) => scope === "in")
      .map(({ id, name, priority, kind }) => {
        const traces = satisfying.get(id) ?? [];
        const artifacts = [...new Set(traces.map(({ artifact }) => artifact))];
        return {
          id,
          name,
          priority,
          kind,
          elements: labelsOf(traces),
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

/** What a requirement led to, and where that is seen. */
interface Trace {
  readonly label: string;
  readonly artifact: string;
}

function tracesByRequirement(design: Design): ReadonlyMap<string, readonly Trace[]> {
  const index = indexDesign(design);
  const placeOf = createPlaceFinder(design);
  const found = new Map<string, Trace[]>();
  for (const { subject, text, kinds, tokens } of index.references) {
    if (!kinds.includes("requirement")) continue;
    const element = index.elements.get(subject);
    const trace =
      element === undefined ? loadTrace(tokens) : elementTrace(element, placeOf(element));
    const known = found.get(text) ?? [];
    if (trace === undefined || known.some(({ label }) => label === trace.label)) continue;
    found.set(text, [...known, trace]);
  }
  return found;
}

/** The load model has no elements; its quantities name the requirement that states them. */
function loadTrace(tokens: readonly (string | number)[]): Trace | undefined {
  if (tokens[0] !== "load") return undefined;
  return { label: "load model", artifact: "docs/capacity.md" };
}

function elementTrace({ kind, id, value }: ElementVisit, artifact: string): Trace | undefined {
  if (kind === "assumption" || kind === "question") return undefined;
  const name = typeof value["name"] === "string" ? value["name"] : id;
  return { label: `${kind} ${name}`, artifact };
}

function labelsOf(traces: readonly Trace[]): string {
  if (traces.length === 0) return "nothing yet";
  const labels = traces.map(({ label }) => label);
  const rest = labels.length - SHOWN;
  return rest > 0 ? `${labels.slice(0, SHOWN).join(", ")} and ${rest} more` : labels.join(", ");
}

/** From `docs/`. */
function linkTo(path: string): string {
  return path.startsWith("docs/") ? path.slice("docs/".length) : `../${path}`;
}
