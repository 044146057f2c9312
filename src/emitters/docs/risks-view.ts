import type { Design } from "../../design/design.ts";
import { listed } from "./listed.ts";
import { requirementNames } from "./requirement-names.ts";

const LEVELS = ["low", "medium", "high"] as const;

/** What the template of risks needs; nothing where none is recorded. */
export function risksView({ system }: Design): object | undefined {
  const { risks, title } = system;
  if (risks.length === 0) return undefined;
  const ranked = risks
    .map((risk) => ({
      ...risk,
      score: (LEVELS.indexOf(risk.likelihood) + 1) * (LEVELS.indexOf(risk.impact) + 1),
      requirements: requirementNames(risk.requirements, system),
    }))
    .sort((a, b) => b.score - a.score);
  return {
    title,
    risks: ranked,
    matrix: [...LEVELS].reverse().map((likelihood) => ({
      likelihood,
      cells: LEVELS.map((impact) =>
        listed(
          risks
            .filter((risk) => risk.likelihood === likelihood && risk.impact === impact)
            .map(({ name }) => name),
        ),
      ),
    })),
  };
}
