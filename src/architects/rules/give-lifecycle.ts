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

/** States in the order they are listed; each is reached from the one before. */
function listedStates(draft: EntityDraft): StatedLifecycle | undefined {
  const status = draft.fields.get(STATUS);
  const mentioned = draft.mentions.flatMap(({ states }) => states ?? []);
  const states = [...new Set((status?.enumValues ?? mentioned).map(stateName))].filter(
    (state) => state !== "",
  );
  if (states.length < 2 || draft.lifecycle !== undefined) return undefined;
  const transitions = states.slice(1).map((to, i) => ({ from: states[i] ?? "", to }));
  return { states, transitions };
}

function triggerOf(state: string, draft: EntityDraft): string {
  return `${draft.name} becomes ${state.replaceAll("_", " ")}`;
}
