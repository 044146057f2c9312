import type { System } from "../../design/design.ts";
import { layered } from "../../util/layered.ts";

type WorkPackage = System["delivery"]["workPackages"][number];

/** Work packages side by side, each wave after those that it waits for. */
export function deliveryWaves({
  delivery,
}: Pick<System, "delivery">): readonly (readonly WorkPackage[])[] {
  const packages = new Map(delivery.workPackages.map((one) => [one.id, one]));
  const waves = layered([...packages.keys()], (id) => packages.get(id)?.dependsOn ?? []);
  return waves.map((ids) => ids.flatMap((id) => packages.get(id) ?? []));
}
