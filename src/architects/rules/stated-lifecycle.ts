import type { LifecyclePlan } from "./domain-model.ts";

const CHAIN = /[a-z][a-z ]*[a-z]\s*(?:(?:→|->|=>|⇒)\s*[a-z][a-z ]*[a-z]\s*)+/gi;
const BECOME =
  /\b(?:an?|the|every|each)\s+([a-z]+(?:(?:,\s*|\s+or\s+|\s+and\s+)[a-z]+)*)\s+[a-z]+(?:\s+[a-z]+)?\s+(?:can|may)\s+(?:become|be(?: set to| changed to)?)\s+([a-z]+)/gi;

export interface StatedLifecycle {
  readonly states: readonly string[];
  readonly transitions: readonly Pick<LifecyclePlan["transitions"][number], "from" | "to">[];
}

/** Reads "pending → paid → shipped; a pending or paid order can become cancelled". */
export function statedLifecycle(text: string): StatedLifecycle | undefined {
  if (!/→|->|=>|⇒/.test(text)) return undefined;
  const transitions = new Map<string, { readonly from: string; readonly to: string }>();
  const states = new Set<string>();
  for (const [chain] of text.slice(0, 4000).matchAll(CHAIN)) {
    const names = chain.split(/→|->|=>|⇒/).map(stateName);
    for (const [i, to] of names.entries()) {
      states.add(to);
      const from = names[i - 1];
      if (from !== undefined && from !== to) transitions.set(`${from} ${to}`, { from, to });
    }
  }
  if (states.size < 2) return undefined;
  for (const match of text.slice(0, 4000).matchAll(BECOME)) {
    const to = stateName(match[2] ?? "");
    for (const from of (match[1] ?? "").split(/,\s*|\s+or\s+|\s+and\s+/).map(stateName)) {
      if (from === to || !states.has(from)) continue;
      states.add(to);
      transitions.set(`${from} ${to}`, { from, to });
    }
  }
  return { states: [...states], transitions: [...transitions.values()] };
}

export function stateName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}
