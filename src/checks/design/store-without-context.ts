import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const storeWithoutContext = declareDiagnostic<{
  readonly store: string;
  readonly contexts: string;
}>({
  code: "design/store-without-context",
  severity: "error",
  message: ({ store }) => `the store ${store} serves no context`,
  fix: ({ contexts }) => `name the contexts whose data it keeps (${contexts}), or remove the store`,
});

/** Every store serves somebody. */
export const storeWithoutContextCheck: DesignCheck = {
  after: ["landscape"],
  check({ system }) {
    const contexts = system.contexts.map(({ id }) => id).join(", ");
    return system.stores
      .filter((store) => store.contexts.length === 0)
      .map((store) =>
        storeWithoutContext(`system/store/${store.id}`, { store: label(store), contexts }),
      );
  },
};
