import { graphHeader } from "./diagram-header.ts";
import { createDiagramWriter } from "./diagram-writer.ts";
import type { Diagram } from "./diagram.ts";
import { safeId } from "./safe-id.ts";
import { safeLabel } from "./safe-label.ts";
import { wrapLabel } from "./wrap-label.ts";
import type { ContextDesign, Entity } from "../../design/design.ts";

/** Beyond this a state diagram is a carpet; the transitions stand in the documents. */
const MOST_STATES = 30;
/** Fewer states than this read better from left to right. */
const WIDE_FROM = 6;
const TRIGGER_WIDTH = 22;

/** One state diagram per entity that has a lifecycle. */
export function lifecycleDiagrams(context: ContextDesign): readonly Diagram[] {
  return context.entities.flatMap((entity) => lifecycleDiagram(context.context, entity));
}

function lifecycleDiagram(context: string, entity: Entity): readonly Diagram[] {
  const { lifecycle } = entity;
  if (lifecycle === undefined || lifecycle.transitions.length === 0) return [];
  const { initial, transitions } = lifecycle;
  const states = [...new Set([initial, ...transitions.flatMap(({ from, to }) => [from, to])])];
  if (states.length > MOST_STATES) return [];
  const subject = `${context}/entity/${entity.id}`;
  const title = `${entity.name} - lifecycle`;
  const writer = createDiagramWriter(
    { name: `lifecycle-${context}-${entity.id}`, title, subject },
    graphHeader(title, "blue"),
  );
  writer.line("stateDiagram-v2");
  writer.line(`  direction ${states.length < WIDE_FROM ? "LR" : "TB"}`);
  for (const state of states) {
    writer.line(`  state "${safeLabel(state, "bare")}" as ${safeId("s", state)}`);
  }
  writer.line(`  [*] --> ${safeId("s", initial)}`);
  const seen = new Set<string>();
  for (const { id, from, to, trigger } of transitions) {
    const text = `  ${safeId("s", from)} --> ${safeId("s", to)}: ${wrapLabel(trigger, "bare", TRIGGER_WIDTH)}`;
    if (!seen.has(text)) writer.line(text, `${subject}/transition/${id}`);
    seen.add(text);
  }
  const left = new Set(transitions.filter(({ from, to }) => from !== to).map(({ from }) => from));
  for (const state of states.filter((candidate) => !left.has(candidate))) {
    writer.line(`  ${safeId("s", state)} --> [*]`);
  }
  return [writer.diagram()];
}
