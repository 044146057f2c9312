import type { Design } from "../design/design.ts";
import type { SummaryLine } from "./run-report.ts";
import type { WritePlan } from "./write-package.ts";

interface SummaryInput {
  readonly root: string;
  readonly plan: WritePlan;
  readonly written: boolean;
  readonly architect: string;
  readonly fallbacks: readonly string[];
}

/** What was made and where to look first, for a person. */
export function summarise(
  { system, contexts }: Design,
  { root, plan, written, architect, fallbacks }: SummaryInput,
): readonly SummaryLine[] {
  const scopes = { in: 0, out: 0, open: 0 };
  for (const { scope } of system.requirements) scopes[scope] += 1;
  const entities = contexts.reduce((sum, context) => sum + context.entities.length, 0);
  const operations = contexts.reduce((sum, context) => sum + context.operations.length, 0);
  const { created, changed, removed } = plan;
  const by = fallbacks.length === 0 ? "" : `; by the rules: ${fallbacks.join(", ")}`;
  return [
    { label: "package", text: written ? root : `${root} (nothing written)` },
    { label: "architect", text: `${architect}${by}` },
    {
      label: "files",
      text: `${created.length} new, ${changed.length} changed, ${removed.length} removed`,
    },
    {
      label: "design",
      text: [
        count(system.contexts.length, "context"),
        count(entities, "entity", "entities"),
        count(operations, "operation"),
        count(system.flows.length, "flow"),
      ].join(", "),
    },
    {
      label: "requirements",
      text: `${scopes.in} covered, ${scopes.open} open, ${scopes.out} out of scope`,
    },
    { label: "assumptions", text: `${system.assumptions.length} (docs/assumptions.md)` },
    { label: "open questions", text: String(system.openQuestions.length) },
    { label: "look first at", text: `${root}/README.md` },
  ];
}

function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
