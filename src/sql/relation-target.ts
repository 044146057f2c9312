import type { Entity } from "../design/design.ts";
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
type Pair = { readonly column: string; readonly targetColumn: string };

/** What a relation's foreign key compares; nothing in another store or context. */
export interface RelationTarget {
  readonly pairs: readonly Pair[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Between rows of tenants the tenant is compared too: the engine checks a foreign key without
 * row-level security, so an id alone could name the row of another tenant.
 */
export function relationTarget(
  entity: Entity,
  relation: Relation,
  entities: readonly Entity[],
  subject: string,
): RelationTarget {
  const target = entities.find(({ id }) => id === relation.to);
  if (target === undefined || target.store !== entity.store) return { pairs: [], diagnostics: [] };
  const own = [...new Set([relation.field, ...(relation.moreFields ?? [])])];
  const key = [...new Set(target.primaryKey)];
  const pairs =
    tenantPairs(entity, target, own, key) ??
    (own.length === key.length ? zip(own, key) : undefined);
  if (pairs === undefined) {
    const args = { target: target.name, fields: key.length, own: own.length };
    return { pairs: [], diagnostics: [noForeignKey(subject, args)] };
  }
  const isWhole = pairs.every(
    ({ column, targetColumn }) => has(entity, column) && has(target, targetColumn),
  );
  return { pairs: isWhole ? pairs : [], diagnostics: [] };
}

/** The part of a foreign key that says where it points. */
export function keyParts(
  pairs: readonly Pair[],
): Pick<ForeignKey, "column" | "targetColumn" | "more"> | undefined {
  const [first, ...more] = pairs;
  if (first === undefined) return undefined;
  return more.length === 0 ? first : { ...first, more };
}

function tenantPairs(
  { tenantKey: ownTenant }: Entity,
  { tenantKey: targetTenant }: Entity,
  own: readonly string[],
  key: readonly string[],
): readonly Pair[] | undefined {
  if (ownTenant === undefined || targetTenant === undefined) return undefined;
  const ownRest = own.filter((id) => id !== ownTenant);
  const keyRest = key.filter((id) => id !== targetTenant);
  if (ownRest.length === 0 || ownRest.length !== keyRest.length) return undefined;
  return [{ column: ownTenant, targetColumn: targetTenant }, ...zip(ownRest, keyRest)];
}

function zip(own: readonly string[], key: readonly string[]): readonly Pair[] {
  return own.map((column, index) => ({ column, targetColumn: key[index] ?? column }));
}

function has({ fields }: Entity, id: string): boolean {
  return fields.some((field) => field.id === id);
}
