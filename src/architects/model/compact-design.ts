import type { Design } from "../../design/design.ts";
import { declarationOf, unitDeclarations } from "../../design/units.ts";
import type { Unit } from "../../design/units.ts";
import { asData } from "./as-data.ts";

/** How much is told of each element: whole, with short prose, or its name only. */
interface Detail {
  /** Longest text, in characters. */
  readonly prose: number;
  /** Most items of a list of elements. */
  readonly items: number;
  readonly outline: boolean;
}

const DETAILS: readonly Detail[] = [
  { prose: 400, items: 2000, outline: false },
  { prose: 120, items: 2000, outline: false },
  { prose: 48, items: 500, outline: false },
  { prose: 48, items: 500, outline: true },
  { prose: 32, items: 60, outline: true },
];

/**
 * What is settled before a unit, as JSON of at most `limit` characters: the sections of every
 * earlier unit, with as much detail as fits. A context's unit sees its own context whole and of
 * the others what they own.
 */
export function compactDesign(design: Design, unit: Unit, limit: number): string {
  for (const detail of DETAILS) {
    const text = asData(view(design, unit, detail));
    if (text.length <= limit) return text;
  }
  const names = design.system.contexts.slice(0, 200).map(({ id }) => id);
  return asData({ contexts: names, note: "too large to be shown" }).slice(0, limit);
}

function view(design: Design, unit: Unit, detail: Detail): unknown {
  const own = unitDeclarations.findIndex(({ kind }) => kind === unit.kind);
  const earlier = unitDeclarations.slice(0, own);
  const system = earlier.flatMap(({ systemSections }) =>
    systemSections.map((name) => [name, shrink(withoutTexts(name, design), detail)] as const),
  );
  const sections = earlier.flatMap(({ contextSections }) => contextSections);
  const isLocal = declarationOf(unit.kind).scope === "context";
  const contexts = design.contexts.map((context) => {
    const isOther = isLocal && context.context !== unit.context;
    const parts = sections.map((name) => {
      const shown = isOther ? { ...detail, outline: true } : detail;
      return [name, shrink(context[name], shown)] as const;
    });
    return [context.context, Object.fromEntries(parts.filter(isShown))] as const;
  });
  const shownContexts = contexts.filter(isShown);
  return {
    system: Object.fromEntries(system.filter(isShown)),
    ...(shownContexts.length === 0 ? {} : { contexts: Object.fromEntries(shownContexts) }),
  };
}

/** The statements themselves are told elsewhere in the prompt. */
function withoutTexts(name: keyof Design["system"], { system }: Design): unknown {
  if (name !== "requirements") return system[name];
  return system.requirements.map(({ id, kind, priority, scope }) => ({
    id,
    kind,
    priority,
    scope,
  }));
}

function shrink(value: unknown, detail: Detail): unknown {
  if (typeof value === "string") {
    return value.length <= detail.prose ? value : `${value.slice(0, detail.prose - 1)}…`;
  }
  if (Array.isArray(value)) return shrinkList(value, detail);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !detail.outline || isNaming(key, value))
    .map(([key, item]) => [key, shrink(item, detail)] as const);
  return Object.fromEntries(entries.filter(isShown));
}

function shrinkList(list: readonly unknown[], detail: Detail): unknown {
  const shown = list.slice(0, detail.items).map((item) => shrink(item, detail));
  const left = list.length - shown.length;
  return left === 0 ? shown : [...shown, `and ${left} more`];
}

const NAMING = new Set(["id", "name", "kind", "type", "measure", "entity", "from", "to", "fields"]);

/** In an outline an element is told by its names; what groups elements is kept. */
function isNaming(key: string, holder: object): boolean {
  return NAMING.has(key) || !("id" in holder);
}

function isShown([, value]: readonly [string, unknown]): boolean {
  if (value === undefined || value === "") return false;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}
