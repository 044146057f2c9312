import type { Entity } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import { giveAudit } from "./give-audit.ts";
import { giveComputed } from "./give-computed.ts";
import { giveOrder } from "./give-order.ts";
import { givePartitions } from "./give-partitions.ts";
import { giveSoftDelete } from "./give-soft-delete.ts";
import { giveTenancy } from "./give-tenancy.ts";
import type { PhysicalScene } from "./physical-scene.ts";

/** What a step makes of the entities, and what it had to guess. */
export interface Shaped {
  readonly entities: readonly Entity[];
  readonly assumptions: UnitPart["assumptions"];
}

/**
 * Gives entities what only some requirements call for: tenants, soft delete, who changed what,
 * history, computed fields and partitions. Each step leaves what nothing asks for as it is.
 */
export function shapeEntities(entities: readonly Entity[], scene: PhysicalScene): Shaped {
  const steps = [giveComputed, giveAudit, giveSoftDelete, giveTenancy, giveOrder, givePartitions];
  return steps.reduce<Shaped>(
    (shaped, step) => {
      const next = step(shaped.entities, scene);
      return { ...next, assumptions: [...shaped.assumptions, ...next.assumptions] };
    },
    { entities, assumptions: [] },
  );
}
