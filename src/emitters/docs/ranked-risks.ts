import type { System } from "../../design/design.ts";

export const LEVELS = ["low", "medium", "high"] as const;

type Risk = System["risks"][number];

/** The risks with likelihood times impact, the worst first. */
export function rankedRisks({
  risks,
}: Pick<System, "risks">): readonly (Risk & { readonly score: number })[] {
  return risks
    .map((risk) => ({
      ...risk,
      score: (LEVELS.indexOf(risk.likelihood) + 1) * (LEVELS.indexOf(risk.impact) + 1),
    }))
    .sort((a, b) => b.score - a.score);
}
