import type { System } from "../../design/design.ts";
import { literalText } from "./literal-text.ts";

type Alert = System["observability"]["alerts"][number];

/** Where the runbook of an alert stands; its steps themselves where no document holds them. */
export function runbookAnnotation(
  { id, runbook }: Alert,
  hasRunbooks: boolean,
): Readonly<Record<string, string>> {
  // The heading holds the alert's id: names may be alike, or hold what no anchor has.
  if (hasRunbooks) return { runbook_url: `../../docs/observability.md#runbook-${id}` };
  const steps = runbook.map((step, index) => `${index + 1}. ${step.replace(/\s+/gu, " ")}`);
  return { runbook: literalText(steps.join("\n")) };
}
