import type { Artifact } from "../../artifacts/artifact.ts";
import type { AccessPlans } from "../../sql/access-plans.ts";
import { writeAccessPlans } from "../../sql/access-plans.ts";

/** What the planner said, beside the schema that it was asked about. */
export function emitAccessPlans(plans: AccessPlans): Artifact {
  return {
    path: `database/${plans.context}/access-plans.json`,
    kind: "access-plans",
    context: plans.context,
    text: writeAccessPlans(plans),
    origins: plans.plans.map(({ subject }, index) => ({
      locator: { pointer: `/plans/${index}` },
      subject,
    })),
  };
}
