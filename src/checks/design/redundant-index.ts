import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";
import { pathsOf } from "./support/paths-of.ts";

export const redundantIndex = declareDiagnostic<{
  readonly index: string;
  readonly entity: string;
  readonly other: string;
}>({
  code: "design/redundant-index",
  severity: "warning",
  message: ({ index, entity, other }) =>
    `the index ${index} of ${entity} is the beginning of ${other}`,
  fix: ({ index, other }) => `remove the index ${index}: ${other} finds the same rows`,
});

/** A B-tree is searched by any leading part of its columns (PostgreSQL 15, §11.3). */
export const redundantIndexCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const paths = pathsOf(entity);
      return paths.flatMap((path) => {
        if (!path.isIndex || path.unique) return [];
        const other = paths.find(
          ({ fields, rows }) =>
            fields.length > path.fields.length &&
            (rows === path.rows || rows === "") &&
            path.fields.every((field, index) => field === fields[index]),
        );
        if (other === undefined) return [];
        const args = { index: path.id, entity: label(entity), other: other.name };
        return [redundantIndex(`${subject}/index/${path.id}`, args)];
      });
    });
  },
};
