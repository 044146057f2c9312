import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab } from "../../util/naming.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { addUnique } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import { inScope } from "./demand-text.ts";
import type { KnownEntity, KnownReference } from "./pattern.ts";

/** Adds what an entity of this kind has anyway, or has because a statement about it says so. */
export function fillKnownEntity(
  draft: EntityDraft,
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): void {
  const entity = draft.known?.entity;
  if (entity === undefined) return;
  const text = inScope(reading)
    .filter(({ id }) => draft.requirements.has(id))
    .map(({ text: words }) => words)
    .join("\n");
  addFields(draft, entity, text);
  for (const reference of entity.references ?? []) addReference(draft, drafts, reference, text);
  for (const fields of entity.uniqueKeys ?? []) {
    const present = fields.map((field) => renamed(field, drafts));
    if (present.every((field) => draft.fields.has(field) || draft.references.has(field)))
      addUnique(draft, present);
  }
  for (const rule of entity.rules ?? []) {
    if (draft.fields.has(rule.field)) draft.rules.push({ ...rule });
  }
  const { lifecycle } = entity;
  if (lifecycle !== undefined && !draft.fields.has(lifecycle.field) && lifecycle.when.test(text)) {
    const stated = { enumValues: lifecycle.states, basis: "assumed" } as const;
    draft.fields.set(lifecycle.field, fieldNamed(lifecycle.field, stated, { readOnly: true }));
    draft.lifecycle = {
      field: lifecycle.field,
      initial: lifecycle.initial,
      transitions: lifecycle.transitions,
    };
  }
}

function addFields(draft: EntityDraft, entity: KnownEntity, text: string): void {
  for (const known of entity.fields) {
    const id = toKebab(known.name, 60);
    const isSaid = known.when?.test(text) === true;
    if (isToldOtherwise(known.name, draft)) continue;
    if (!draft.fields.has(id) && (known.essential === true || isSaid)) {
      const named = [known.name, ...(known.synonyms ?? [])].some((name) =>
        text.toLowerCase().includes(name),
      );
      draft.fields.set(
        id,
        fieldNamed(known.name, { basis: named || isSaid ? "stated" : "assumed" }, known.overrides),
      );
    }
    if (draft.fields.has(id) && known.unique === true) addUnique(draft, [id]);
  }
}

/** "A start time and a duration": when it begins and ends is said in other words. */
function isToldOtherwise(name: string, { fields }: EntityDraft): boolean {
  const same = TIMES.find(([own]) => own === name)?.[1];
  if (same === undefined) return false;
  return [...fields.values()].some(({ id, basis }) => basis === "stated" && same.test(id));
}

const TIMES: readonly (readonly [string, RegExp])[] = [
  [
    "starts at",
    /^(?:start|begin|beginning|from|arrival|check-in|pick-?up)(?:-(?:time|date|day|date-and-time|at))?$/,
  ],
  [
    "ends at",
    /^(?:(?:end|finish|until|to|departure|check-out|return|drop-?off)(?:-(?:time|date|day|date-and-time|at))?|(?:duration|length)(?:-in-[a-z]+)?)$/,
  ],
];

function addReference(
  draft: EntityDraft,
  drafts: readonly EntityDraft[],
  known: KnownReference,
  text: string,
): void {
  const target = drafts.find((other) => other.known?.entity.id === known.to);
  if (target === undefined || known.when?.test(text) === false) return;
  const role = known.role === undefined ? target.name : renamed(known.role, drafts);
  const field = toKebab(`${role} id`, 60);
  const before = [...draft.references.values()].find(
    ({ to, field: own }) => to === target.id && (own === field || known.role !== "parent"),
  );
  if (before !== undefined && before.field !== field && known.role !== undefined) return;
  draft.references.set(before?.field ?? field, {
    field: before?.field ?? field,
    to: target.id,
    required: known.required,
    one: known.one ?? false,
    owned: known.owned ?? false,
    basis: before === undefined ? "assumed" : before.basis,
  });
}

/** "author account": with the word that this text uses for an account. */
function renamed(words: string, drafts: readonly EntityDraft[]): string {
  let text = words;
  for (const { known, id } of drafts) {
    if (known === undefined || known.entity.id === id) continue;
    text = text.replace(new RegExp(`\\b${known.entity.id}\\b`), id);
  }
  return text;
}
