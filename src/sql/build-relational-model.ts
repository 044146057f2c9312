import type { ContextDesign, Design } from "../design/design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortedBy } from "../util/order.ts";
import { uniqueById } from "../util/unique-by-id.ts";
import { buildTable } from "./build-table.ts";
import { consistencyTables } from "./consistency-tables.ts";
import { historyTable } from "./history-table.ts";
import { createObjectNames } from "./object-names.ts";
import type { RelationalModel, Table } from "./relational-model.ts";
import { MODEL_VERSION } from "./relational-model.ts";
import { relationTarget } from "./relation-target.ts";

/** The model, and what of the Design could not be said in it. */
export interface BuiltModel {
  readonly model: RelationalModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tables of a context: its entities that live in a relational store, in document order, then
 * the tables that consistency decisions call for, then the histories. Nothing is added that the
 * Design does not say, besides the uniqueness that a one-to-one relation and a foreign key between
 * rows of tenants need. Duplicate names are numbered in the order of ids, so that moving an element
 * renames nothing.
 */
export function buildRelationalModel(design: Design, context: ContextDesign): BuiltModel {
  const relational = new Set(
    design.system.stores.filter(({ kind }) => kind === "relational").map(({ id }) => id),
  );
  const entities = uniqueById(context.entities.filter(({ store }) => relational.has(store)));
  const names = createObjectNames();
  const byId = sortedBy(entities, ({ id }) => id);
  const tableNames = new Map(byId.map(({ id, name }) => [id, names.table(name)]));
  const targets = byId.flatMap((entity) =>
    entity.relations.map((relation) => ({
      to: relation.to,
      columns: relationTarget(entity, relation, entities, "").pairs.map(
        (pair) => pair.targetColumn,
      ),
    })),
  );
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<string, Table>();
  for (const entity of byId) {
    const built = buildTable({
      context: context.context,
      entity,
      name: tableNames.get(entity.id) ?? "",
      names,
      entities,
      pointedAt: targets.filter(({ to }) => to === entity.id).map(({ columns }) => columns),
    });
    tables.set(entity.id, built.table);
    diagnostics.push(...built.diagnostics);
  }
  const histories = new Map<string, Table>();
  for (const { id, fields } of byId.filter(({ keepsHistory }) => keepsHistory === true)) {
    const source = tables.get(id);
    if (source === undefined) continue;
    const secrets = fields.filter(({ classification }) => classification === "secret");
    const made = historyTable(source, new Set(secrets.map((field) => field.id)), names);
    tables.set(id, made.source);
    histories.set(id, made.history);
  }
  const model = {
    modelVersion: MODEL_VERSION,
    context: context.context,
    title: design.system.contexts.find(({ id }) => id === context.context)?.name ?? context.context,
    tables: [
      ...entities.flatMap(({ id }) => tables.get(id) ?? []),
      ...consistencyTables(design, context, entities.length > 0 ? names : undefined),
      ...entities.flatMap(({ id }) => histories.get(id) ?? []),
    ],
  } as const;
  return { model, diagnostics };
}
