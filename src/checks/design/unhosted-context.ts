import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const unhostedContext = declareDiagnostic<{
  readonly context: string;
  readonly id: string;
  readonly deployables: string;
}>({
  code: "design/unhosted-context",
  severity: "error",
  message: ({ context }) => `no deployable hosts the context ${context}, so it runs nowhere`,
  fix: ({ id, deployables }) =>
    `add ${id} to the contexts of a deployable${deployables === "" ? "" : ` (${deployables})`}, or remove the context`,
});

/** Every context runs somewhere. */
export const unhostedContextCheck: DesignCheck = {
  after: ["landscape"],
  check({ system }) {
    const hosted = new Set(system.deployables.flatMap(({ contexts }) => contexts));
    const deployables = system.deployables.map(({ id }) => id).join(", ");
    return system.contexts
      .filter(({ id }) => !hosted.has(id))
      .map((context) =>
        unhostedContext(`system/context/${context.id}`, {
          context: label(context),
          id: context.id,
          deployables,
        }),
      );
  },
};
