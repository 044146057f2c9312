import type { Design } from "../../design/design.ts";
import { listed } from "./listed.ts";
import { LEVELS, rankedRisks } from "./ranked-risks.ts";
import { requirementNames } from "./requirement-names.ts";

/** What the template of risks needs; nothing where none is recorded. */
export function risksView({ system }: Design): object | undefined {
  const { risks, title } = system;
  if (risks.length === 0) return undefined;
  const ranked = rankedRisks(system).map((risk) => ({
    ...risk,
    requirements: requirementNames(risk.requirements, system),
  }));
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
