import { planMigration } from "../../src/sql/plan-migration.ts";
import { postgresql } from "../../src/sql/dialects/postgresql.ts";
import type { RelationalModel, Table } from "../../src/sql/relational-model.ts";
import { MODEL_VERSION } from "../../src/sql/relational-model.ts";
import { renderMigration } from "../../src/sql/render-migration.ts";

/** How long a change of every table took to plan and to write. */
export interface PlanGrowth {
  readonly tables: number;
  readonly files: number;
  readonly seconds: number;
  /** Time per table, divided by that of the fewest tables: 1 where growth is linear. */
  readonly ratio: number;
}

/** Plans and renders a new type, a new name, a new field and an index for every table. */
export function measurePlans(sizes: readonly number[]): readonly PlanGrowth[] {
  plan(sizes[0] ?? 1);
  const measured: PlanGrowth[] = [];
  for (const tables of sizes) {
    const { files, seconds } = plan(tables);
    const [first] = measured;
    const least = first === undefined ? seconds / tables : first.seconds / first.tables;
    measured.push({ tables, files, seconds, ratio: seconds / tables / least });
  }
  return measured;
}

function plan(tables: number): { readonly files: number; readonly seconds: number } {
  const [before, after] = [modelOf(tables, false), modelOf(tables, true)];
  const started = performance.now();
  const files = planMigration(postgresql, before, after);
  for (const file of files) {
    renderMigration(postgresql, file, "up", [], "bench");
    renderMigration(postgresql, file, "down", [], "bench");
  }
  return { files: files.length, seconds: (performance.now() - started) / 1000 };
}

function modelOf(count: number, isChanged: boolean): RelationalModel {
  const tables = Array.from({ length: count }, (_, index) => tableOf(index, isChanged));
  return { modelVersion: MODEL_VERSION, context: "bench", title: "Bench", tables };
}

function tableOf(index: number, isChanged: boolean): Table {
  const id = `table-${index}`;
  const name = `table_${index}s`;
  const subject = `bench/entity/${id}`;
  const part = (own: string, title = own.replaceAll("-", "_")) => ({
    id: own,
    subject: `${subject}/field/${own}`,
    name: title,
  });
  const uuid = { kind: "uuid" } as const;
  return {
    id,
    subject,
    name,
    columns: [
      { ...part("id"), type: uuid, nullable: false },
      { ...part("parent-id"), type: uuid, nullable: true },
      { ...part("total"), type: { kind: isChanged ? "bigint" : "integer" }, nullable: false },
      { ...part("note", isChanged ? "remark" : "note"), type: { kind: "text" }, nullable: true },
      ...(isChanged ? [{ ...part("added"), type: uuid, nullable: true }] : []),
    ],
    primaryKey: { id: "primary-key", subject, name: `${name}_pkey`, columns: ["id"] },
    uniqueKeys: [],
    foreignKeys: [
      {
        ...part("parent", `${name}_parent_id_fkey`),
        column: "parent-id",
        table: `table-${Math.max(0, index - 1)}`,
        targetColumn: "id",
        onDelete: "restrict",
      },
    ],
    indexes: isChanged
      ? [{ ...part("by-parent", `${name}_parent_id_idx`), columns: ["parent-id"], unique: false }]
      : [],
    checks: [
      {
        ...part("range-total", `${name}_total_check`),
        rule: { kind: "range", column: "total", minimum: 0 },
      },
    ],
  };
}
