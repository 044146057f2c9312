import pluralize from "pluralize";
import { unsatisfiedRequirement } from "../checks/design/unsatisfied-requirement.ts";
import type { Design, DesignRequirement } from "../design/design.ts";
import type { Unit } from "../design/units.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { assertNever } from "../util/assert-never.ts";
import { wordsOf } from "../util/naming.ts";

/**
 * The unit that could mend a finding better than the owner of its subject: the requirements unit
 * can only put a requirement out of scope, others can satisfy it. Nothing for any other finding.
 */
export function unitThatCould(
  { code, requirement: id }: Diagnostic,
  design: Design,
): Unit | undefined {
  if (code !== unsatisfiedRequirement.code) return undefined;
  const requirement = design.system.requirements.find((candidate) => candidate.id === id);
  if (requirement === undefined) return undefined;
  switch (requirement.kind) {
    case "quality":
      return { kind: "platform" };
    case "constraint":
      return { kind: "technology" };
    case "functional": {
      const context = contextNamedIn(requirement, design);
      return context === undefined ? { kind: "behaviour" } : { kind: "api", context };
    }
    default:
      return assertNever(requirement.kind);
  }
}

/** The context of which the statement names the most entities; the first of several. */
function contextNamedIn(
  { name, text }: DesignRequirement,
  { contexts }: Design,
): string | undefined {
  const said = ` ${stemsOf(`${name} ${text}`)} `;
  const named = contexts
    .map(({ context, entities }) => ({
      context,
      count: entities.filter((entity) => said.includes(` ${stemsOf(entity.name)} `)).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  return named[0]?.context;
}

function stemsOf(text: string): string {
  return wordsOf(text)
    .map((word) => pluralize.singular(word))
    .join(" ");
}
