import { sequenceHeader } from "./diagram-header.ts";
import type { DiagramWriter } from "./diagram-writer.ts";
import { createDiagramWriter } from "./diagram-writer.ts";
import type { Diagram } from "./diagram.ts";
import { safeId } from "./safe-id.ts";
import { sequenceParticipant } from "./sequence-participant.ts";
import { wrapLabel } from "./wrap-label.ts";
import { allocateFlow } from "../../design/capacity/allocate-flow.ts";
import { parallelGroups } from "../../design/capacity/parallel-groups.ts";
import type { Design, Flow, FlowStep } from "../../design/design.ts";
import { flowParts } from "./flow-parts.ts";

const MESSAGE_WIDTH = 32;
const NOTE_WIDTH = 60;

/** A flow as sequence diagrams: one, or several parts where one would be too long or too wide. */
export function flowDiagrams(flow: Flow, design: Design): readonly Diagram[] {
  const parts = flowParts(parallelGroups(flow.steps));
  return parts.map((groups, index) => {
    const isSplit = parts.length > 1;
    const writer = createDiagramWriter(
      {
        name: isSplit && index > 0 ? `flow-${flow.id}-part-${index + 1}` : `flow-${flow.id}`,
        title: isSplit ? `${flow.name} (part ${index + 1} of ${parts.length})` : flow.name,
        subject: `system/flow/${flow.id}`,
      },
      sequenceHeader(isSplit ? `${flow.name} (part ${index + 1} of ${parts.length})` : flow.name),
    );
    writeSequence(writer, groups, flow, design);
    if (index === parts.length - 1) writeNote(writer, participantsOf(groups.flat()), flow, design);
    return writer.diagram();
  });
}

function writeSequence(
  writer: DiagramWriter,
  groups: readonly (readonly FlowStep[])[],
  flow: Flow,
  design: Design,
): void {
  writer.line("sequenceDiagram");
  for (const id of participantsOf(groups.flat())) {
    const { text, subject } = sequenceParticipant(id, design);
    writer.line(`  ${text}`, subject);
  }
  for (const group of groups) {
    if (group.length === 1) writeSteps(writer, group, flow, "  ");
    else writeParallel(writer, group, flow);
  }
}

function writeParallel(writer: DiagramWriter, group: readonly FlowStep[], flow: Flow): void {
  for (const [index, step] of group.entries()) {
    writer.line(index === 0 ? "  par at the same time" : "  and");
    writeSteps(writer, [step], flow, "    ");
  }
  writer.line("  end");
}

function writeSteps(
  writer: DiagramWriter,
  steps: readonly FlowStep[],
  flow: Flow,
  indent: string,
): void {
  for (const { id, name, from, to, mode, budgetMs } of steps) {
    const arrow = mode === "sync" ? "->>" : "-)";
    const text = wrapLabel(name, "bare", MESSAGE_WIDTH);
    const budget = budgetMs === undefined ? "" : `<br/>budget ${budgetMs} ms`;
    writer.line(
      `${indent}${safeId("p", from)}${arrow}${safeId("p", to)}: ${text}${budget}`,
      `system/flow/${flow.id}/step/${id}`,
    );
  }
}

function participantsOf(steps: readonly FlowStep[]): readonly string[] {
  return [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
}

/** What the steps are allotted of the flow's target. Not a prediction: percentiles do not add. */
function writeNote(
  writer: DiagramWriter,
  participants: readonly string[],
  flow: Flow,
  design: Design,
): void {
  const { allocatedMs, targetMs, target } = allocateFlow(flow, design);
  const [first] = participants;
  const last = participants.at(-1);
  if (allocatedMs === 0 || first === undefined || last === undefined) return;
  const share =
    targetMs === undefined || target === undefined
      ? `Allocated along the synchronous path ${allocatedMs} ms`
      : `Allocated along the synchronous path ${allocatedMs} ms of ${targetMs} ms, target ${target.name}`;
  const over = first === last ? safeId("p", first) : `${safeId("p", first)},${safeId("p", last)}`;
  writer.line(`  Note over ${over}: ${wrapLabel(share, "bare", NOTE_WIDTH)}`);
}
