import type { System } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { Requirement } from "../../../requirements/requirement.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { toKebab, uniqueName } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import { composeDomain } from "../compose-domain.ts";
import { requirementOwner } from "../requirement-owner.ts";
import { statedLoad } from "../stated-load.ts";
import { statedTargets } from "../stated-targets.ts";

/** What a person sees on a screen or types into a terminal. */
const OF_CLIENT =
  /\b(?:user[- ]interface|user-friendly|font|contrast|layout|screens?|responsive (?:design|web)|look and feel|intuitive|terminal|dark mode|(?:native|app\S*|application\S*) language|zoom|exits? the program|(?:outputs?|output is|is output)\b.*["“'‘]|feedback to users)/i;
/** How the source is laid out. */
const OF_SOURCE =
  /\b(?:folders?|makefile|source (?:code )?files|header files|\.h files|\.c(?:pp)? files|(?:file|directory) structure)\b/i;
const GOAL =
  /^(?:to|the goals?)\s+(?:\w+ly\s+)?(?:be|become|provide|enhance|streamline|ensure|guarantee|maintain|improve|enable|offer|increase|reduce|deliver|make)\b/i;
/** A sentence that only introduces what follows it. */
const LEAD_IN = /:$/;

/** What was read, put in order: statements with their scope, numbers as load and targets. */
export function draftRequirementsUnit({ reading, repair }: DraftRequest): Outcome<UnitPart> {
  const owners = new Map(
    reading.requirements.map((requirement) => [
      requirement.id,
      requirementOwner(requirement, reading),
    ]),
  );
  const here = new Set(
    [...owners].filter(([, owner]) => owner === "requirements").map(([id]) => id),
  );
  const load = statedLoad(reading);
  const targets = statedTargets(reading, here);
  const answered = new Set([
    ...targets.flatMap(({ requirements }) => requirements),
    ...Object.values(load).flatMap(({ requirement }) => requirement ?? []),
  ]);
  // What the rest of the design turned out not to answer is asked, not claimed.
  const unanswered = new Set(
    (repair?.findings ?? [])
      .filter(({ code }) => code === "design/unsatisfied-requirement")
      .flatMap(({ requirement }) => requirement ?? []),
  );
  const requirements = reading.requirements.map((requirement) =>
    designRequirement(
      requirement,
      !unanswered.has(requirement.id) &&
        owners.get(requirement.id) !== undefined &&
        (!here.has(requirement.id) || answered.has(requirement.id)),
    ),
  );
  const open = requirements.filter(({ scope }) => scope === "open");
  return {
    value: {
      system: {
        title: clip(reading.title, 120),
        summary: summaryOf(reading),
        glossary: glossaryOf(reading),
        requirements,
        load,
        targets,
      },
      assumptions: assumptionsOf(load, targets),
      openQuestions: open.map(({ id, text }) => ({
        id: toKebab(`what-of-${id}`, 64),
        text: `What should the backend do for this statement: “${clip(text, 400)}”?`,
        meanwhile: "Nothing in the design answers it.",
        requirement: id,
      })),
    },
    diagnostics: [],
  };
}

function designRequirement(
  { id, kind, name, text, priority, outOfScope, headings }: Requirement,
  isAnswered: boolean,
): System["requirements"][number] {
  const base = { id, kind, name: clip(name, 120) || id, text: clip(text, 4000), priority };
  if (outOfScope)
    return {
      ...base,
      scope: "out",
      reason: "The requirements themselves name it as not to be built.",
    };
  if (isAnswered) return { ...base, scope: "in" };
  const why = notOfBackend(text, headings);
  if (why !== undefined) return { ...base, scope: "out", reason: why };
  return {
    ...base,
    scope: "open",
    reason: "It names nothing that a backend keeps, does or can be measured by.",
  };
}

/** Why a statement asks nothing of a backend; `undefined` where it may. */
function notOfBackend(text: string, headings: readonly string[]): string | undefined {
  if (OF_SOURCE.test(text)) return "It says how the source is laid out, not what the backend does.";
  if (OF_CLIENT.test(text))
    return "It is about what a client shows or reads; the API only carries the data.";
  if (
    GOAL.test(text) &&
    headings.some((heading) => /\b(?:goals?|objectives?|purpose|vision)\b/i.test(heading))
  )
    return "It states a goal; the statements that serve it are designed.";
  if (LEAD_IN.test(text)) return "It only introduces the statements behind it.";
  return undefined;
}

function summaryOf(reading: RequirementsReading): string {
  if (reading.summary.trim() !== "") return clip(reading.summary, 1500);
  const { entities, actors } = composeDomain(reading);
  const people = actors
    .filter(({ kind }) => kind === "person")
    .map(({ name }) => name.toLowerCase());
  const things = entities
    .toSorted((a, b) => b.centrality - a.centrality)
    .slice(0, 5)
    .map(({ name }) => name.toLowerCase());
  const about = things.length === 0 ? "" : ` about ${listed(things)}`;
  return clip(
    `${reading.title}: ${reading.requirements.length} statements${about}${people.length === 0 ? "" : `, for ${listed(people)}`}.`,
    1500,
  );
}

function glossaryOf(reading: RequirementsReading): System["glossary"] {
  const taken = new Set<string>();
  const terms = reading.glossary.map(({ term, definition }) => ({
    name: term,
    definition,
    requirements: [] as readonly string[],
  }));
  const actors = composeDomain(reading).actors.filter(
    ({ definition, kind }) => kind === "person" && definition !== undefined,
  );
  const defined = actors
    .filter(({ description }) => !description.startsWith("Somebody in the role"))
    .map(({ name, description, requirements }) => ({
      name,
      definition: description,
      requirements,
    }));
  return [...terms, ...defined].flatMap(({ name, definition, requirements }) => {
    if (taken.has(toKebab(name)) || definition.trim() === "") return [];
    const id = uniqueName(toKebab(name), taken);
    taken.add(id);
    return [{ id, name: clip(name, 120), definition: clip(definition, 2000), requirements }];
  });
}

function assumptionsOf(load: System["load"], targets: System["targets"]): UnitPart["assumptions"] {
  const guessed = Object.entries(load).filter(([, { basis }]) => basis === "assumed");
  const loads = guessed.map(([name, { value, reason }]) => ({
    id: toKebab(`load-${name}`),
    text: `${words(name)}: ${value}.`,
    reason: reason ?? "The requirements state no number.",
  }));
  const standard = targets.filter(({ basis }) => basis === "assumed").length;
  if (standard === 0) return loads;
  return [
    ...loads,
    {
      id: "default-targets",
      text: `${standard} targets are the defaults that every design is held to.`,
      reason: "The requirements state no number for them.",
    },
  ];
}

function words(name: string): string {
  const text = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function clip(text: string, length: number): string {
  const clean = text.replace(/[^\P{Cc}\n\t]/gu, " ").trim();
  const line = length <= 120 ? clean.replace(/\s+/g, " ") : clean;
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}

function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
