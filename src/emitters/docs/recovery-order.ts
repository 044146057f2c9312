import type { Design } from "../../design/design.ts";
import { layered } from "../../util/layered.ts";

/** What is brought up side by side, in order: stores, then what waits for nothing else, and so on. */
export function recoveryOrder({ system }: Design): readonly (readonly string[])[] {
  const { deployables, stores } = system;
  const layers = layered(
    deployables.map(({ id }) => id),
    (id) =>
      (deployables.find((deployable) => deployable.id === id)?.dependencies ?? [])
        .filter(({ mode }) => mode === "sync")
        .map(({ on }) => on),
  );
  return [
    stores.map(({ name }) => name),
    ...layers.map((ids) =>
      deployables.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    ),
  ].filter((names) => names.length > 0);
}
