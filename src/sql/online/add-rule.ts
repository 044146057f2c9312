import { addCheck, addForeignKey, createIndex } from "../ddl.ts";
import type { TablesById } from "../ddl.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ForeignKey, Key, Table, TableCheck, TableIndex } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";

/** A rule for new rows: what is there already is looked at later, under a lock that blocks nobody. */
export function addRule(
  dialect: Dialect,
  table: Table,
  rule:
    | { readonly kind: "check"; readonly part: TableCheck }
    | { readonly kind: "foreign-key"; readonly part: ForeignKey },
  tables: TablesById,
): SqlStatement {
  const whole =
    rule.kind === "check"
      ? addCheck(dialect, table, rule.part)
      : addForeignKey(dialect, table, rule.part, tables);
  return replaceEnd(whole, " NOT VALID;");
}

export function validateRule(
  dialect: Dialect,
  table: Table,
  { name, subject }: { readonly name: string; readonly subject: string },
): SqlStatement {
  return alter(dialect, table, subject, `VALIDATE CONSTRAINT ${dialect.identifier(name)}`);
}

export function buildIndex(dialect: Dialect, table: Table, index: TableIndex): SqlStatement {
  return createIndex(dialect, table, index).map((line) => ({
    ...line,
    text: line.text.replace(/^CREATE (UNIQUE )?INDEX /, "CREATE $1INDEX CONCURRENTLY "),
  }));
}

export function dropIndex(dialect: Dialect, { name, subject }: TableIndex): SqlStatement {
  return statement(subject, `DROP INDEX CONCURRENTLY ${dialect.identifier(name)};`);
}

/** The index that a key is made from; it takes the key's name then. */
export function indexOfKey(key: Key): TableIndex {
  return { ...key, unique: true };
}

export function addKeyFromIndex(
  dialect: Dialect,
  table: Table,
  key: Key,
  kind: "PRIMARY KEY" | "UNIQUE",
): SqlStatement {
  const name = dialect.identifier(key.name);
  return alter(dialect, table, key.subject, `ADD CONSTRAINT ${name} ${kind} USING INDEX ${name}`);
}

export function alter(
  dialect: Dialect,
  table: Table,
  subject: string,
  change: string,
): SqlStatement {
  return statement(subject, `ALTER TABLE ${dialect.identifier(table.name)}\n  ${change};`);
}

function replaceEnd(whole: SqlStatement, end: string): SqlStatement {
  return whole.map((line, index) =>
    index === whole.length - 1 ? { ...line, text: line.text.replace(/;$/, end) } : line,
  );
}
