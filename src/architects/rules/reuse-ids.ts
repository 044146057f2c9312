import type { DesignIndex } from "../../design/design-index.ts";
import { indexDesign, resolveReference } from "../../design/design-index.ts";
import type { Design } from "../../design/design.ts";
import type { UnitPart } from "../../design/unit-part.ts";
import { mergePart } from "../../design/unit-part.ts";
import type { Unit } from "../../design/units.ts";
import type { ElementVisit } from "../../design/walk-design.ts";
import { SYSTEM } from "../../design/walk-design.ts";
import { toKebab } from "../../util/naming.ts";
import { editableCopy, isOwn, partOfEdited } from "./edit-part.ts";

/**
 * The part with the ids that the previous design gave to what means the same: the same name in the
 * same place, or alone in citing the same requirements.
 */
export function reuseIds(unit: Unit, part: UnitPart, accepted: Design, base: Design): UnitPart {
  const merged = mergePart(accepted, unit, part);
  const index = indexDesign(merged);
  const renamed = matchIds(unit, merged, index, indexDesign(base));
  if (renamed.size === 0) return part;
  const edit = editableCopy(merged);
  for (const [subject, id] of renamed) {
    const visit = index.elements.get(subject);
    if (visit !== undefined) edit.set(visit.document, [...visit.tokens, "id"], id);
  }
  for (const visit of index.references) {
    if (!isOwn(unit, visit, merged)) continue;
    const id = renamed.get(resolveReference(index, visit) ?? "");
    if (id === undefined) continue;
    const [context] = visit.text.split("/");
    edit.set(
      visit.document,
      visit.tokens,
      visit.form === "qualified" ? `${context ?? ""}/${id}` : id,
    );
  }
  const { assumptions, openQuestions } = part;
  return { ...partOfEdited(edit.design, unit), assumptions, openQuestions };
}

function matchIds(
  unit: Unit,
  merged: Design,
  index: DesignIndex,
  base: DesignIndex,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const here = new Set(index.elements.keys());
  const own = [...index.elements.values()].filter(
    (visit) =>
      isOwn(unit, visit, merged) &&
      !(
        visit.document === SYSTEM &&
        (visit.tokens[0] === "assumptions" || visit.tokens[0] === "openQuestions")
      ),
  );
  const byName = groupBy(base.elements.values(), nameKey);
  const byCites = groupBy(base.elements.values(), citesKey);
  const ownCites = groupBy(own, citesKey);
  for (const visit of own) {
    // The documents of contexts are called by their ids; a drafted one keeps its name.
    if (
      visit.kind === "context" &&
      merged.contexts.some(({ context, entities }) => context === visit.id && entities.length > 0)
    )
      continue;
    if (base.elements.has(visit.subject)) continue;
    const cites = citesKey(visit);
    const twin =
      only(byName.get(nameKey(visit) ?? "")) ??
      (only(ownCites.get(cites ?? "")) === undefined ? undefined : only(byCites.get(cites ?? "")));
    if (twin === undefined || twin.id === visit.id) continue;
    const wanted = `${visit.subject.slice(0, visit.subject.lastIndexOf("/"))}/${twin.id}`;
    if (here.has(wanted)) continue;
    here.add(wanted);
    renamed.set(visit.subject, twin.id);
  }
  return renamed;
}

/** Where it stands without its own id, and how it is called. */
function nameKey({ kind, subject, value }: ElementVisit): string | undefined {
  const { name } = value;
  return typeof name === "string" ? `${placeOf(subject)} ${kind} ${toKebab(name)}` : undefined;
}

function citesKey({ kind, subject, value }: ElementVisit): string | undefined {
  const { requirements } = value;
  if (!Array.isArray(requirements) || requirements.length === 0) return undefined;
  return `${placeOf(subject)} ${kind} ${[...new Set(requirements as string[])].sort().join(" ")}`;
}

function placeOf(subject: string): string {
  return subject.split("/").slice(0, -1).join("/");
}

function groupBy(
  visits: Iterable<ElementVisit>,
  key: (visit: ElementVisit) => string | undefined,
): ReadonlyMap<string, readonly ElementVisit[]> {
  const groups = new Map<string, ElementVisit[]>();
  for (const visit of visits) {
    const name = key(visit);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), visit]);
  }
  return groups;
}

function only(visits: readonly ElementVisit[] | undefined): ElementVisit | undefined {
  return visits?.length === 1 ? visits[0] : undefined;
}
