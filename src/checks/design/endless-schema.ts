import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { findCycles } from "./support/find-cycles.ts";
import { label } from "./support/label.ts";

export const endlessSchema = declareDiagnostic<{ readonly cycle: string }>({
  code: "design/endless-schema",
  severity: "error",
  message: ({ cycle }) => `bodies must hold each other without an end: ${cycle}`,
  fix: "make one of the properties on the way optional, nullable or a list, or replace it by an id",
});

/** Every body has a finite value. */
export const endlessSchemaCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return design.contexts.flatMap(({ context, schemas }) => {
      const known = byId(schemas);
      const edges = new Map(
        schemas.map(({ id, properties }) => [
          id,
          properties.flatMap(({ schema, required, many, nullable }) =>
            schema !== undefined && required && !many && nullable !== true ? [schema] : [],
          ),
        ]),
      );
      return findCycles(edges).map((cycle) => {
        const names = cycle.map((id) => label(known.get(id) ?? { id }));
        const related = cycle.map((id) => `${context}/schema/${id}`);
        const words = { cycle: [...names, names[0]].join(" → ") };
        return endlessSchema(related[0] ?? context, words, { related });
      });
    });
  },
};
