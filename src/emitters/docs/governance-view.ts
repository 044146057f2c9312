import type { Design } from "../../design/design.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { requirementNames } from "./requirement-names.ts";

/** When data goes away. */
export function governanceView(design: Design): {
  readonly retention: readonly object[];
} {
  const { system } = design;
  const entities = entitiesOf(design);
  return {
    retention: system.governance.retention.map((rule) => ({
      name: rule.name,
      entities: listed([
        ...rule.entities.map((id) => entities.find(({ key }) => key === id)?.entity.name ?? id),
        ...(rule.store === undefined ? [] : [named([rule.store], system.stores)]),
      ]),
      days: rule.days,
      action: rule.action,
      reason: rule.reason,
      requirements: requirementNames(rule.requirements, system),
    })),
  };
}
