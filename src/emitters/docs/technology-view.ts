import type { Design } from "../../design/design.ts";
import { requirementNames } from "./requirement-names.ts";

/** What the template of technology choices needs; nothing where none is recorded. */
export function technologyView({ system }: Design): object | undefined {
  if (system.technology.length === 0) return undefined;
  return {
    title: system.title,
    choices: system.technology.map((choice) => ({
      name: choice.name,
      choice: choice.choice,
      reason: choice.reason,
      alternatives:
        choice.alternatives.map(({ name, reason }) => `${name}: ${reason}`).join(" ") || "–",
      tradeOffs: choice.tradeOffs,
      requirements: requirementNames(choice.requirements, system),
    })),
  };
}
