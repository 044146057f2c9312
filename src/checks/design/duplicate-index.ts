import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";
import { pathsOf } from "./support/paths-of.ts";

export const duplicateIndex = declareDiagnostic<{
  readonly index: string;
  readonly entity: string;
  readonly other: string;
}>({
  code: "design/duplicate-index",
  severity: "warning",
  message: ({ index, entity, other }) =>
    `the index ${index} of ${entity} is over the same fields as ${other}`,
  fix: ({ index, other }) => `remove the index ${index}: ${other} serves the same reads`,
});

/** Two indexes over the same cost two writes and serve one read. */
export const duplicateIndexCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const paths = pathsOf(entity);
      return paths.flatMap((path, position) => {
        if (!path.isIndex) return [];
        const other = paths.slice(0, position).find(({ fields, rows, unique }) => {
          const serves = unique || !path.unique;
          return serves && rows === path.rows && fields.join() === path.fields.join();
        });
        if (other === undefined) return [];
        const args = { index: path.id, entity: label(entity), other: other.name };
        return [duplicateIndex(`${subject}/index/${path.id}`, args)];
      });
    });
  },
};
