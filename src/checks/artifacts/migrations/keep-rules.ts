import type { CheckRule, Column, Table } from "../../../sql/relational-model.ts";
import type { SeedRow, SeedValue } from "./seed-row.ts";

type Compare = Extract<CheckRule, { kind: "compare" }>;

/** How many values of a column are tried. */
const CANDIDATES = 24;
const ROUNDS = 8;

interface Source {
  valueOf(column: Column, ordinal: number): SeedValue;
}

/**
 * The row with values changed until its comparisons hold; columns in `fixed` keep theirs. What
 * cannot be repaired stays as it is: the engine will say so.
 */
export function keepRules(
  table: Table,
  row: SeedRow,
  fixed: ReadonlySet<string>,
  source: Source,
): SeedRow {
  const rules = table.checks.flatMap(({ rule }) => (rule.kind === "compare" ? [rule] : []));
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  let current = row;
  for (let round = 0; round < ROUNDS; round++) {
    const broken = rules.filter((rule) => !holds(rule, current));
    if (broken.length === 0) return current;
    for (const rule of broken) current = repair(rule, current, { columns, fixed, source });
  }
  return current;
}

interface Repair {
  readonly columns: ReadonlyMap<string, Column>;
  readonly fixed: ReadonlySet<string>;
  readonly source: Source;
}

function repair(rule: Compare, row: SeedRow, { columns, fixed, source }: Repair): SeedRow {
  const candidates = (id: string): readonly SeedValue[] => {
    const column = columns.get(id);
    const present = row[id];
    const kept = present === undefined ? [] : [present];
    if (column === undefined || fixed.has(id)) return kept;
    const samples = Array.from({ length: CANDIDATES }, (_, n) => source.valueOf(column, n));
    const limit = typeof rule.to === "number" ? [rule.to, rule.to + 1, rule.to - 1] : [];
    return [...kept, ...limit.filter((value) => fits(column, value)), ...samples];
  };
  const other = typeof rule.to === "object" ? rule.to.column : undefined;
  for (const own of candidates(rule.column)) {
    const changed = { ...row, [rule.column]: own };
    if (holds(rule, changed)) return changed;
    if (other === undefined) continue;
    for (const value of candidates(other)) {
      const both = { ...changed, [other]: value };
      if (holds(rule, both)) return both;
    }
  }
  return row;
}

function holds({ column, operator, to }: Compare, row: SeedRow): boolean {
  const left = row[column];
  const right = typeof to === "number" ? to : row[to.column];
  if (left === undefined || right === undefined) return true;
  const order = compare(left, right);
  switch (operator) {
    case "lt":
      return order < 0;
    case "lte":
      return order <= 0;
    case "gt":
      return order > 0;
    case "gte":
      return order >= 0;
    case "ne":
      return order !== 0;
    default:
      return false;
  }
}

/** Decimals are texts of digits; dates and times are ISO texts, which sort as they are. */
function compare(a: SeedValue, b: SeedValue): number {
  const [left, right] = [Number(a), Number(b)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function fits({ type }: Column, value: number): boolean {
  return type.kind === "decimal" || Number.isInteger(value);
}
