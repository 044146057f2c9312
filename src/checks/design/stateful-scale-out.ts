import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { label } from "./support/label.ts";

export const statefulScaleOut = declareDiagnostic<{
  readonly deployable: string;
  readonly instances: number;
}>({
  code: "design/stateful-scale-out",
  severity: "error",
  message: ({ deployable, instances }) =>
    `${deployable} grows to ${instances} instances, but keeps state between two requests`,
  fix: ({ deployable }) =>
    `set maximumInstances to 1, or have the state of ${deployable} moved to a store and mark it stateless`,
});

/** Deployables that scale out are stateless. */
export const statefulScaleOutCheck: DesignCheck = {
  after: ["landscape", "platform"],
  check({ system }) {
    const deployables = byId(system.deployables);
    return system.scaling.flatMap((scaling) => {
      const deployable = deployables.get(scaling.deployable);
      if (deployable === undefined || deployable.stateless || scaling.maximumInstances < 2)
        return [];
      const words = { deployable: label(deployable), instances: scaling.maximumInstances };
      const related = [`system/deployable/${deployable.id}`];
      return [statefulScaleOut(`system/scaling/${scaling.id}`, words, { related })];
    });
  },
};
