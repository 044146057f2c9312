import type { TablesById } from "../ddl.ts";
import { addForeignKey, addKey, createIndex, foreignKeyDefinition } from "../ddl.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { MigrationCheck, MigrationOperation } from "../migration-operation.ts";
import type { MigrationStage } from "../migration-stage.ts";
import type { ForeignKey, Key, Table, TableIndex } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import { dropObject } from "../table-object.ts";

/**
 * A partitioned table takes no index `CONCURRENTLY` and, before PostgreSQL 18, no foreign key `NOT
 * VALID`. What can be done is one partition after the other, and the table itself at the end or the
 * beginning (PostgreSQL manual, 5.12.2.2 "Partition Maintenance").
 */
interface Steps extends Pick<MigrationOperation, "title" | "table" | "subject"> {
  readonly stages: readonly [MigrationStage, MigrationStage];
  readonly refused: readonly MigrationCheck[];
}

const ONE_BY_ONE =
  "writes to a partition wait while its own part of the index is built, those to the others do not";

/** An index of the table that is not valid until every partition has its part of it. */
export function indexOnPartitions(
  dialect: Dialect,
  table: Table,
  index: TableIndex,
  { stages: [first, second], refused, ...base }: Steps,
): readonly MigrationOperation[] {
  const create = onlyOn(createIndex(dialect, table, index));
  const drop = dropObject(dialect, table, { kind: "index", part: index });
  const own = partName(dialect, index.name);
  const name = dialect.literal(dialect.identifier(index.name));
  const columns = /\((.*)$/s.exec(textOf(createIndex(dialect, table, index)))?.[1] ?? "";
  const build = `CREATE ${index.unique ? "UNIQUE " : ""}INDEX %1$I ON %2$s (${columns.replace(/;$/, "")}`;
  return [
    { ...base, stage: first, up: [create], down: drop },
    {
      ...base,
      title: "build index of partitions",
      stage: second,
      up: [
        forEachPartition(dialect, table, index.subject, missingPart(name), [
          execute(dialect, build, own),
          execute(
            dialect,
            `ALTER INDEX ${dialect.identifier(index.name)} ATTACH PARTITION %1$I`,
            own,
          ),
        ]),
      ],
      down: [together(index.subject, [...drop, create])],
      upNote: ONE_BY_ONE,
      before: refused,
    },
  ];
}

export function uniqueKeyOnPartitions(
  dialect: Dialect,
  table: Table,
  key: Key,
  { stages: [first, second], refused, ...base }: Steps,
): readonly MigrationOperation[] {
  const create = onlyOf(addKey(dialect, table, key, "UNIQUE"));
  const drop = dropObject(dialect, table, { kind: "unique-key", part: key });
  const own = partName(dialect, key.name);
  const columns = /\((.*)\);$/s.exec(textOf(addKey(dialect, table, key, "UNIQUE")))?.[1] ?? "";
  const name = dialect.identifier(key.name);
  return [
    { ...base, stage: first, up: [create], down: drop },
    {
      ...base,
      title: "build index of partitions",
      stage: second,
      up: [
        forEachPartition(dialect, table, key.subject, missingPart(dialect.literal(name)), [
          execute(dialect, `CREATE UNIQUE INDEX %1$I ON %2$s (${columns})`, own),
          execute(dialect, "ALTER TABLE %2$s ADD CONSTRAINT %1$I UNIQUE USING INDEX %1$I", own),
          execute(dialect, `ALTER INDEX ${name} ATTACH PARTITION %1$I`, own),
        ]),
      ],
      down: [together(key.subject, [...drop, create])],
      upNote: ONE_BY_ONE,
      before: refused,
    },
  ];
}

/** The engine takes the keys of the partitions for its own and looks at no row again. */
export function foreignKeyOnPartitions(
  dialect: Dialect,
  table: Table,
  key: ForeignKey,
  tables: TablesById,
  { stages: [first, second], refused, ...base }: Steps,
): readonly MigrationOperation[] {
  const definition = foreignKeyDefinition(dialect, table, key, tables);
  const name = dialect.identifier(key.name);
  const constraint = `conrelid = part.oid AND conname = ${dialect.literal(key.name)}`;
  const add = addForeignKey(dialect, table, key, tables);
  const drop = dropObject(dialect, table, { kind: "foreign-key", part: key });
  return [
    {
      ...base,
      title: "add foreign key to partitions",
      stage: first,
      up: [
        forEachPartition(dialect, table, key.subject, "true", [
          `IF NOT EXISTS (SELECT FROM pg_constraint WHERE ${constraint}) THEN`,
          `  ${execute(dialect, `ALTER TABLE %2$s ADD ${definition} NOT VALID`, "''")}`,
          "  COMMIT;",
          "END IF;",
          execute(dialect, `ALTER TABLE %2$s VALIDATE CONSTRAINT ${name}`, "''"),
        ]),
      ],
      down: [
        forEachPartition(dialect, table, key.subject, "true", [
          execute(dialect, `ALTER TABLE %2$s DROP CONSTRAINT IF EXISTS ${name}`, "''"),
        ]),
      ],
      before: refused,
    },
    { ...base, stage: second, up: [add], down: drop },
  ];
}

/** In transactions of their own, so that a lock is on one partition at a time and a stop loses little. */
function forEachPartition(
  { identifier, literal }: Dialect,
  table: Table,
  subject: string,
  condition: string,
  body: readonly string[],
): SqlStatement {
  return statement(
    subject,
    [
      "DO $parts$",
      "DECLARE",
      "  part record;",
      "BEGIN",
      "  PERFORM set_config('lock_timeout', '5s', false);",
      "  FOR part IN",
      "    SELECT p.relid::oid AS oid, p.relid AS name",
      `    FROM pg_partition_tree(${literal(identifier(table.name))}) AS p`,
      `    WHERE p.isleaf AND ${condition}`,
      "  LOOP",
      ...body.map((line) => `    ${line}`),
      "    COMMIT;",
      "  END LOOP;",
      "END",
      "$parts$;",
    ].join("\n"),
  );
}

function missingPart(index: string): string {
  return (
    "NOT EXISTS (\n      SELECT FROM pg_inherits AS i JOIN pg_index AS x ON x.indexrelid = i.inhrelid\n" +
    `      WHERE i.inhparent = ${index}::regclass AND x.indrelid = p.relid\n    )`
  );
}

/** `%1$I` is the name of the part, `%2$s` the partition. */
function execute({ literal }: Dialect, text: string, own: string): string {
  const format = text.replaceAll(/%(?![12]\$[Is])/g, "%%").replaceAll("\n", " ");
  return `EXECUTE format(${literal(format)}, ${own}, part.name);`;
}

/** Room for a number of ten digits: PostgreSQL keeps 63 bytes. */
function partName({ literal }: Dialect, name: string): string {
  return `${literal(`${name.slice(0, 52)}_`)} || part.oid`;
}

function onlyOn(whole: SqlStatement): SqlStatement {
  return whole.map((line) => ({
    ...line,
    text: line.text.replace(/^(CREATE .*?) ON /, "$1 ON ONLY "),
  }));
}

function onlyOf(whole: SqlStatement): SqlStatement {
  return whole.map((line) => ({
    ...line,
    text: line.text.replace(/^ALTER TABLE /, "ALTER TABLE ONLY "),
  }));
}

/** Several statements where a file takes one. */
function together(subject: string, statements: readonly SqlStatement[]): SqlStatement {
  const lines = statements.flat().map(({ text }) => `  ${text}`);
  return statement(subject, ["DO $back$", "BEGIN", ...lines, "END", "$back$;"].join("\n"));
}

function textOf(whole: SqlStatement): string {
  return whole.map(({ text }) => text).join("\n");
}
