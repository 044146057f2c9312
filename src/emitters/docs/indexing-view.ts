import type { ContextDesign, Design } from "../../design/design.ts";
import type { AccessPlan, AccessPlans } from "../../sql/access-plans.ts";
import { isServed } from "../../sql/access-plans.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import type { Table } from "../../sql/relational-model.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

/** What the template of the indexing strategy needs; nothing where there are no tables. */
export function indexingView(
  design: Design,
  accessPlans: ReadonlyMap<string, AccessPlans>,
): object | undefined {
  const contexts = design.contexts.flatMap((context) => contextRows(design, context));
  if (contexts.length === 0) return undefined;
  const plans = [...accessPlans.values()].flatMap((measured) => measured.plans);
  return {
    title: design.system.title,
    engine: [...accessPlans.values()][0]?.engine ?? "",
    patterns: plans.length,
    served: plans.filter(isServed).length,
    contexts: contexts.map(({ id, name, tables }) => ({
      name,
      unasked: unaskedEngine(design, id),
      indexes: tables.flatMap(indexRows),
      plans: (accessPlans.get(id)?.plans ?? []).map((plan) => planRow(plan, tables)),
    })),
  };
}

/** The engine whose planner nobody asks about the declared reads, because it is not PostgreSQL's. */
function unaskedEngine(design: Design, id: string): string {
  const context = design.contexts.find((own) => own.context === id);
  const reads = context?.operations.some(({ accessPatterns }) => accessPatterns.length > 0);
  const engine = context === undefined ? undefined : engineOfContext(design, context).value;
  return reads === true && engine !== undefined && engine !== "postgresql" ? engine : "";
}

interface ContextTables {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly Table[];
}

function contextRows(design: Design, context: ContextDesign): readonly ContextTables[] {
  const { tables } = buildRelationalModel(design, context).model;
  if (tables.length === 0) return [];
  const id = context.context;
  return [{ id, name: named([id], design.system.contexts), tables }];
}

function indexRows(table: Table): readonly object[] {
  const columns = (ids: readonly string[]): string => listed(ids.map((id) => nameOf(table, id)));
  const keys = [
    ...(table.primaryKey === undefined ? [] : [{ key: table.primaryKey, kind: "primary key" }]),
    ...table.uniqueKeys.map((key) => ({ key, kind: "unique key" })),
  ];
  return [
    ...keys.map(({ key, kind }) => ({
      table: table.name,
      name: key.name,
      columns: columns(key.columns),
      kind,
      serves: "–",
    })),
    ...table.indexes.map((index) => ({
      table: table.name,
      name: index.name,
      columns: columns(index.columns),
      kind: index.unique ? "unique index" : "index",
      serves: index.comment ?? "–",
    })),
  ];
}

function planRow(plan: AccessPlan, tables: readonly Table[]): object {
  const table = tables.find(({ id }) => id === plan.entity);
  const columns = (ids: readonly string[]): string =>
    listed(ids.map((id) => (table === undefined ? id : nameOf(table, id))));
  const { costWithout } = plan;
  return {
    operation: plan.operation,
    table: table?.name ?? plan.entity,
    filter: columns(plan.filter) || "–",
    sort: columns(plan.sort) || "–",
    rows: formatNumber(plan.rows),
    by: plan.index ?? "the whole table",
    cost: formatNumber(plan.cost),
    without: costWithout === undefined ? "–" : formatNumber(costWithout),
    factor:
      costWithout === undefined || plan.cost === 0
        ? "–"
        : `${formatNumber(costWithout / plan.cost)} ×`,
  };
}

function nameOf(table: Table, columnId: string): string {
  return table.columns.find(({ id }) => id === columnId)?.name ?? columnId;
}
