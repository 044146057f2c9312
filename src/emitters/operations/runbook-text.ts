import { literalText } from "./literal-text.ts";

/** The steps of a runbook as the text of an annotation. */
export function runbookText(steps: readonly string[]): string {
  return literalText(
    steps.map((step, index) => `${index + 1}. ${step.replace(/\s+/gu, " ")}`).join("\n"),
  );
}
