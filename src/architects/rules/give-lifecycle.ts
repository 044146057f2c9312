import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import type { LifecyclePlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { StatedLifecycle } from "./stated-lifecycle.ts";
import { stateName, statedLifecycle } from "./stated-lifecycle.ts";

/** Words that name a first state whatever order the text lists the states in. */
const STATUS = "status";

/** Turns stated states into an enum and the ways between them. */
export function giveLifecycle(draft: EntityDraft, reading: RequirementsReading): void {
  const stated = lifecycleInText(draft, reading) ?? listedStates(draft);
  if (stated === undefined) return;
  const [initial] = stated.states;
  if (initial === undefined) return;
  const before = draft.fields.get(STATUS);
  const field = fieldNamed(
    STATUS,
    { enumValues: stated.states, basis: "stated" },
    { readOnly: before?.readOnly ?? true },
  );
  draft.fields.set(STATUS, field);
  const transitions = stated.transitions.map(({ from, to }) => ({
    from,
    to,
    trigger: triggerOf(to, draft),
  }));
  const lifecycle: LifecyclePlan = { field: STATUS, initial, transitions };
  draft.lifecycle = lifecycle;
}

function lifecycleInText(
  draft: EntityDraft,
  reading: RequirementsReading,
): StatedLifecycle | undefined {
  for (const { id, text } of inScope(reading)) {
    const stated = statedLifecycle(text);
    if (stated === undefined) continue;
    const subject = text.split(/→|->|=>|⇒/)[0] ?? "";
    if ([...draft.words].some((word) => speaksOf(subject, word))) {
      draft.requirements.add(id);
      return stated;
    }
  }
  return undefined;
}

/** Ends that may come at any time before the good one. */
const ABANDONED =
  /^(?:cancel|reject|declin|refus|fail|expir|miss|abandon|withdr|no_show|abort|lost|void)/;
/** Ends that come after everything else. */
const LAID_ASIDE = /^(?:archiv|retir|clos|delet|remov|discontinu|decommission|sold)/;
/** First states to which a thing comes back: a vehicle is available, in use, available. */
const AT_REST = /^(?:available|active|online|open|idle|free|enabled|on|in_service|operational)$/;

/** The ways that the names of listed states let expect. */
function waysBetween(states: readonly string[]): StatedLifecycle["transitions"] {
  const [initial = "", ...others] = states;
  const bad = others.filter((state) => ABANDONED.test(state));
  const last = others.filter((state) => LAID_ASIDE.test(state));
  const good = others.filter((state) => !bad.includes(state) && !last.includes(state));
  if (AT_REST.test(initial))
    return [
      ...[...good, ...bad].flatMap((state) => [
        { from: initial, to: state },
        { from: state, to: initial },
      ]),
      ...[initial, ...good].flatMap((from) => last.slice(0, 1).map((to) => ({ from, to }))),
      ...last.slice(1).map((to, i) => ({ from: last[i] ?? initial, to })),
    ];
  const line = [initial, ...good];
  const unfinished = line.length > 1 ? line.slice(0, -1) : line;
  const end = line.at(-1) ?? initial;
  return [
    ...good.map((to, i) => ({ from: line[i] ?? initial, to })),
    ...bad.flatMap((to) => unfinished.map((from) => ({ from, to }))),
    ...last.map((to, i) => ({ from: i === 0 ? end : (last[i - 1] ?? end), to })),
  ];
}

/** States that the text lists without the ways between them. */
function listedStates(draft: EntityDraft): StatedLifecycle | undefined {
  const status = draft.fields.get(STATUS);
  const mentioned = draft.mentions.flatMap(({ states }) => states ?? []);
  // What the text says wins over what a thing of this kind usually goes through.
  const isSaid = mentioned.length > 1 && draft.lifecycle !== undefined;
  const said = isSaid ? mentioned : (status?.enumValues ?? mentioned);
  const states = [...new Set(said.map(stateName))].filter((state) => state !== "");
  if (states.length < 2 || (draft.lifecycle !== undefined && !isSaid)) return undefined;
  return { states, transitions: waysBetween(states) };
}

function triggerOf(state: string, draft: EntityDraft): string {
  return `${draft.name} becomes ${state.replaceAll("_", " ")}`;
}
