import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import type { ContextPlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { pluralize } from "./plural.ts";

/** Below this many entities one context is simpler than any boundary. */
const SMALL = 8;
/** Concurrent users above which parts of a small system are scaled apart all the same. */
const HEAVY = 100_000;
const LARGEST = 12;
/** Up to this many entities are no context of their own where others take them in. */
const THIN = 2;

export interface ContextChoice {
  readonly contexts: readonly ContextPlan[];
  /** Id of an entity → id of its context. */
  readonly home: ReadonlyMap<string, string>;
}

/** Boundaries by cohesion: what is spoken of together, and refers to each other, stays together. */
export function composeContexts(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): ContextChoice {
  const users = reading.quantities.filter(
    ({ metric, thirdParty }) => metric === "concurrent-users" && !thirdParty,
  );
  const isHeavy = users.some(({ value }) => value >= HEAVY);
  const order = new Map(reading.requirements.map(({ id }, i) => [id, i]));
  const firstOf = (group: readonly EntityDraft[]): number =>
    Math.min(
      ...group.flatMap(({ requirements }) =>
        [...requirements].map((id) => order.get(id) ?? Infinity),
      ),
    );
  const unordered =
    drafts.length === 0
      ? [[]]
      : drafts.length <= SMALL && !isHeavy
        ? [[...drafts]]
        : grouped(drafts, reading);
  const groups = unordered.toSorted((a, b) => firstOf(a) - firstOf(b) || 0);
  const contexts: ContextPlan[] = [];
  const home = new Map<string, string>();
  const taken = new Set(["system"]);
  for (const group of groups) {
    const context = contextOf(group, groups.length === 1, reading, taken);
    taken.add(context.id);
    contexts.push(context);
    for (const { id } of group) home.set(id, context.id);
  }
  return { contexts, home };
}

function grouped(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): readonly EntityDraft[][] {
  const groups: EntityDraft[][] = [];
  const byPattern = new Map<string, EntityDraft[]>();
  for (const draft of drafts) {
    const key = draft.known?.pattern.context.id;
    if (key === undefined) groups.push([draft]);
    else byPattern.set(key, [...(byPattern.get(key) ?? []), draft]);
  }
  groups.unshift(...byPattern.values());
  const headings = new Map(
    reading.requirements.map(({ id, headings: above }) => [id, above.at(-1) ?? ""]),
  );
  const wanted = Math.max(2, Math.ceil(drafts.length / 6));
  for (;;) {
    const pair = closest(groups, headings, groups.length > wanted);
    if (pair === undefined) break;
    const [into, from] = pair;
    groups[into] = [...(groups[into] ?? []), ...(groups[from] ?? [])];
    groups.splice(from, 1);
  }
  return mergeThin(groups, headings);
}

/** The two groups that belong together most; groups of two patterns are never put together. */
function closest(
  groups: readonly EntityDraft[][],
  headings: ReadonlyMap<string, string>,
  isMany: boolean,
): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let bestScore = isMany ? 0 : 0.6;
  for (const [i, a] of groups.entries()) {
    for (const [j, b] of groups.entries()) {
      if (j <= i || a.length + b.length > LARGEST || (hasPattern(a) && hasPattern(b))) continue;
      if (isIdentity(a) || isIdentity(b)) continue;
      const score = affinity(a, b, headings);
      if (score > bestScore) {
        best = [i, j];
        bestScore = score;
      }
    }
  }
  return best;
}

function affinity(
  a: readonly EntityDraft[],
  b: readonly EntityDraft[],
  headings: ReadonlyMap<string, string>,
): number {
  let score = 0;
  for (const x of a) {
    for (const y of b) {
      const shared = [...x.requirements].filter((id) => y.requirements.has(id)).length;
      score += shared / Math.max(1, Math.min(x.requirements.size, y.requirements.size));
      if (refersTo(x, y) || refersTo(y, x)) score += 2;
      const sections = new Set([...x.requirements].map((id) => headings.get(id)));
      if (
        [...y.requirements].some(
          (id) => (headings.get(id) ?? "") !== "" && sections.has(headings.get(id)),
        )
      )
        score += 0.3;
    }
  }
  return score / (a.length * b.length) ** 0.5;
}

function refersTo(from: EntityDraft, to: EntityDraft): boolean {
  return [...from.references.values()].some((reference) => reference.to === to.id);
}

/** Everything has an author; that ties nothing to how people sign in. */
function isIdentity(group: readonly EntityDraft[]): boolean {
  return group.some(({ known }) => known?.pattern.context.id === "identity");
}

function hasPattern(group: readonly EntityDraft[]): boolean {
  return group.some(({ known }) => known !== undefined);
}

/** A context of one or two entities that nothing asks to be apart joins those it has most to do with. */
function mergeThin(
  groups: readonly EntityDraft[][],
  headings: ReadonlyMap<string, string>,
): readonly EntityDraft[][] {
  const thin = groups.filter((group) => group.length <= THIN && !hasPattern(group));
  const others = groups.filter((group) => !thin.includes(group)).map((group) => [...group]);
  const left: EntityDraft[] = [];
  for (const small of thin) {
    const open = others.filter(
      (group) =>
        !isIdentity(group) &&
        (hasPattern(group) ? group.length < LARGEST : group.length < LARGEST * 2),
    );
    const [best] = open
      .map((group) => ({ group, score: affinity(small, group, headings) }))
      .toSorted((a, b) => b.score - a.score || b.group.length - a.group.length);
    const largest = open
      .filter((group) => !hasPattern(group))
      .toSorted((a, b) => b.length - a.length)[0];
    const home = best !== undefined && best.score > 0 ? best.group : largest;
    if (home === undefined) left.push(...small);
    else home.push(...small);
  }
  if (left.length === 0) return others;
  const [first] = others.toSorted((a, b) => b.length - a.length);
  if (left.length > 1 || first === undefined) return [...others, left];
  first.push(...left);
  return others;
}

function contextOf(
  group: readonly EntityDraft[],
  isOnly: boolean,
  reading: RequirementsReading,
  taken: ReadonlySet<string>,
): ContextPlan {
  const central = group.toSorted((a, b) => b.centrality - a.centrality);
  const own = central.filter(({ known }) => known?.entity.id !== "account");
  const counts = new Map<string, EntityDraft[]>();
  for (const draft of group) {
    const key = draft.known?.pattern.context.id;
    if (key !== undefined) counts.set(key, [...(counts.get(key) ?? []), draft]);
  }
  const [pattern] = [...counts.values()].toSorted((a, b) => b.length - a.length);
  const known = pattern?.[0]?.known?.pattern.context;
  const requirements = [...new Set(central.flatMap(({ requirements: all }) => [...all]))].slice(
    0,
    6,
  );
  if (
    known !== undefined &&
    !taken.has(known.id) &&
    (pattern?.length ?? 0) * 2 > group.length &&
    (!isOnly || own.length === 0 || known.id !== "identity")
  ) {
    return { ...known, requirements };
  }
  // A context has the name of what stands by itself, not of a part: invoices, not invoice lines.
  const head = own.find((draft) => !isPart(draft)) ?? own[0] ?? central[0];
  const name =
    head === undefined ? subjectOf(reading.title) : toTitle(pluralize(head.name.toLowerCase()));
  const id = freeId(toKebab(name, 40), taken);
  const held = central.slice(0, 5).map((draft) => pluralize(draft.name.toLowerCase()));
  const purpose =
    held.length === 0
      ? `Owns what ${reading.title.slice(0, 80)} does; the requirements name nothing that is kept.`
      : `Owns ${listed(held)}${group.length > 5 ? " and what belongs to them" : ""}.`;
  return { id, name, purpose, classification: "core", requirements };
}

function isPart({ references }: EntityDraft): boolean {
  return [...references.values()].some(({ owned }) => owned);
}

function subjectOf(title: string): string {
  const words = title
    .replace(/\b(?:requirements?|specification|prd|user stories|introduction|the)\b/gi, " ")
    .trim();
  return toTitle(toKebab(words, 40) === "x" ? "core" : toKebab(words, 40));
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let suffix = 2; taken.has(free); suffix++) free = `${id}-${suffix}`;
  return free;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
