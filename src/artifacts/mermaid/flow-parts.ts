import type { FlowStep } from "../../design/design.ts";

const MOST_PARTICIPANTS = 8;
const MOST_MESSAGES = 25;

/** Cuts a flow where a sequence diagram would become too wide or too long; never inside a group. */
export function flowParts(
  groups: readonly (readonly FlowStep[])[],
): readonly (readonly (readonly FlowStep[])[])[] {
  const parts: (readonly FlowStep[])[][] = [];
  let part: (readonly FlowStep[])[] = [];
  for (const group of groups) {
    if (part.length > 0 && !fits([...part, group].flat())) {
      parts.push(part);
      part = [];
    }
    part.push(group);
  }
  return part.length === 0 ? parts : [...parts, part];
}

function fits(steps: readonly FlowStep[]): boolean {
  const participants = new Set(steps.flatMap(({ from, to }) => [from, to]));
  return participants.size <= MOST_PARTICIPANTS && steps.length <= MOST_MESSAGES;
}
