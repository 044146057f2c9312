import type { Entity } from "./design.ts";

type Relation = Entity["relations"][number];

/** Ids of a field of the entity and of the field of the target that it is compared with. */
export interface RelationPair {
  readonly column: string;
  readonly targetColumn: string;
}

/**
 * The fields that a relation compares with the primary key of its target, in the key's order;
 * nothing where there are more of one than of the other. Between rows of tenants the tenant is
 * compared too, whether the relation names it or not: an engine checks a foreign key without
 * row-level security, so an id alone could name the row of another tenant.
 */
export function relationPairs(
  entity: Entity,
  relation: Relation,
  target: Entity,
): readonly RelationPair[] | undefined {
  const own = [...new Set([relation.field, ...(relation.moreFields ?? [])])];
  const key = [...new Set(target.primaryKey)];
  return (
    tenantPairs(entity, target, own, key) ?? (own.length === key.length ? zip(own, key) : undefined)
  );
}

function tenantPairs(
  { tenantKey: ownTenant }: Entity,
  { tenantKey: targetTenant }: Entity,
  own: readonly string[],
  key: readonly string[],
): readonly RelationPair[] | undefined {
  if (ownTenant === undefined || targetTenant === undefined) return undefined;
  const ownRest = own.filter((id) => id !== ownTenant);
  const keyRest = key.filter((id) => id !== targetTenant);
  if (ownRest.length === 0 || ownRest.length !== keyRest.length) return undefined;
  return [{ column: ownTenant, targetColumn: targetTenant }, ...zip(ownRest, keyRest)];
}

function zip(own: readonly string[], key: readonly string[]): readonly RelationPair[] {
  return own.map((column, index) => ({ column, targetColumn: key[index] ?? column }));
}
