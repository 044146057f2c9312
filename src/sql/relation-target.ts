import type { Entity } from "../design/design.ts";
import type { RelationPair } from "../design/relation-pairs.ts";
import { relationPairs } from "../design/relation-pairs.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ForeignKey } from "./relational-model.ts";

export const noForeignKey = declareDiagnostic<{
  readonly target: string;
  readonly fields: number;
  readonly own: number;
}>({
  code: "sql/no-foreign-key",
  severity: "warning",
  message: ({ target, fields, own }) =>
    `no foreign key can be made: the primary key of ${target} has ${fields} fields and the relation has ${own}`,
  fix: ({ target }) =>
    `give the relation a field for each field of the primary key of ${target} (moreFields, in its order)`,
});

type Relation = Entity["relations"][number];

/** What a relation's foreign key compares; nothing in another store or context. */
export interface RelationTarget {
  readonly pairs: readonly RelationPair[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The foreign key of a relation, as far as there can be one. */
export function relationTarget(
  entity: Entity,
  relation: Relation,
  entities: readonly Entity[],
  subject: string,
): RelationTarget {
  const target = entities.find(({ id }) => id === relation.to);
  if (target === undefined || target.store !== entity.store) return { pairs: [], diagnostics: [] };
  const pairs = relationPairs(entity, relation, target);
  if (pairs === undefined) {
    const args = {
      target: target.name,
      fields: target.primaryKey.length,
      own: 1 + (relation.moreFields ?? []).length,
    };
    return { pairs: [], diagnostics: [noForeignKey(subject, args)] };
  }
  const isWhole = pairs.every(
    ({ column, targetColumn }) => has(entity, column) && has(target, targetColumn),
  );
  return { pairs: isWhole ? pairs : [], diagnostics: [] };
}

/** The part of a foreign key that says where it points. */
export function keyParts(
  pairs: readonly RelationPair[],
): Pick<ForeignKey, "column" | "targetColumn" | "more"> | undefined {
  const [first, ...more] = pairs;
  if (first === undefined) return undefined;
  return more.length === 0 ? first : { ...first, more };
}

function has({ fields }: Entity, id: string): boolean {
  return fields.some((field) => field.id === id);
}
