import { columnName } from "../check-expression.ts";
import { CHECK_LIMIT, selectRows } from "../consistency-checks.ts";
import type { MigrationCheck } from "../migration-operation.ts";
import type { Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import { forEachBatch } from "./in-batches.ts";
import type { OnlineDialect } from "./online-dialect.ts";

/** One table and another that gets its rows; both have the same columns under the same names. */
export interface Carriage {
  readonly from: Table;
  readonly to: Table;
  /** Name of the triggers and their function. */
  readonly name: string;
}

/** Triggers that do to the other table what is done to this one. */
export function createCarriage(
  dialect: OnlineDialect,
  { from, to, name }: Carriage,
): readonly SqlStatement[] {
  const own = dialect.identifier(name);
  const target = dialect.identifier(to.name);
  const columns = storedColumns(dialect, from);
  const values = columns.map((column) => `NEW.${column}`).join(", ");
  const same = keyOf(dialect, from).map((column) => `${column} = OLD.${column}`);
  const body = [
    "BEGIN",
    "  IF TG_OP = 'TRUNCATE' THEN",
    `    TRUNCATE ${target};`,
    "    RETURN NULL;",
    "  ELSIF TG_OP = 'DELETE' THEN",
    `    DELETE FROM ${target} WHERE ${same.join(" AND ")};`,
    "    RETURN NULL;",
    "  ELSIF TG_OP = 'UPDATE' THEN",
    `    UPDATE ${target} SET (${columns.join(", ")}) = ROW(${values})`,
    `    WHERE ${same.join(" AND ")};`,
    "    IF FOUND THEN",
    "      RETURN NULL;",
    "    END IF;",
    "  END IF;",
    `  INSERT INTO ${target} (${columns.join(", ")}) VALUES (${values});`,
    "  RETURN NULL;",
    "END",
  ];
  const table = dialect.identifier(from.name);
  return [
    `CREATE FUNCTION ${own}() RETURNS trigger LANGUAGE plpgsql AS $sync$\n${body.join("\n")}\n$sync$;`,
    `CREATE TRIGGER ${own} AFTER INSERT OR UPDATE OR DELETE ON ${table}\n  FOR EACH ROW EXECUTE FUNCTION ${own}();`,
    `CREATE TRIGGER ${dialect.identifier(`${name}_all`)} AFTER TRUNCATE ON ${table}\n  FOR EACH STATEMENT EXECUTE FUNCTION ${own}();`,
  ].map((text) => statement(from.subject, text));
}

export function dropCarriage(
  dialect: OnlineDialect,
  { from, name }: Carriage,
): readonly SqlStatement[] {
  const own = dialect.identifier(name);
  const table = dialect.identifier(from.name);
  return [
    `DROP TRIGGER ${dialect.identifier(`${name}_all`)} ON ${table};`,
    `DROP TRIGGER ${own} ON ${table};`,
    `DROP FUNCTION ${own}();`,
  ].map((text) => statement(from.subject, text));
}

/**
 * Rows that nobody has written since the triggers are there. Each is locked against changes until it
 * is carried over, so that an older version never comes after a newer one.
 */
export function carryInBatches(dialect: OnlineDialect, { from, to }: Carriage): SqlStatement {
  const columns = storedColumns(dialect, from).join(", ");
  const key = keyOf(dialect, to).join(", ");
  return forEachBatch(dialect, from, from.subject, (rows) => [
    `INSERT INTO ${dialect.identifier(to.name)} (${columns})`,
    `SELECT ${columns} FROM ${dialect.identifier(from.name)}`,
    `WHERE ${rows}`,
    `FOR SHARE ON CONFLICT (${key}) DO NOTHING;`,
  ]);
}

/** All at once, for a way back. */
export function carryAll(dialect: OnlineDialect, { from, to }: Carriage): SqlStatement {
  const columns = storedColumns(dialect, from).join(", ");
  return statement(
    from.subject,
    `INSERT INTO ${dialect.identifier(to.name)} (${columns})\nSELECT ${columns} FROM ${dialect.identifier(from.name)};`,
  );
}

/** Rows that the other table has not. */
export function findNotCarried(dialect: OnlineDialect, { from, to }: Carriage): MigrationCheck {
  const id = `${from.name}.not_carried`;
  const head = selectRows(
    dialect,
    from,
    id,
    from.primaryKey?.columns ?? [],
    dialect.asText("NULL"),
  );
  const same = keyOf(dialect, from).map((column) => `o.${column} = t.${column}`);
  return {
    id,
    title: `rows of ${from.name} that are not in ${to.name}`,
    subject: from.subject,
    sql:
      `${head}\nWHERE NOT EXISTS (SELECT 1 FROM ${dialect.identifier(to.name)} AS o ` +
      `WHERE ${same.join(" AND ")}) LIMIT ${CHECK_LIMIT}`,
  };
}

/** What the engine computes it computes in each table. */
function storedColumns(dialect: OnlineDialect, { columns }: Table): readonly string[] {
  return columns
    .filter(({ generated }) => generated === undefined)
    .map(({ name }) => dialect.identifier(name));
}

function keyOf(dialect: OnlineDialect, table: Table): readonly string[] {
  const ids = table.primaryKey?.columns ?? [];
  return ids.map((id) => dialect.identifier(columnName(table, id)));
}
