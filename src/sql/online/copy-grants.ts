import { columnName } from "../check-expression.ts";
import type { Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import type { OnlineDialect } from "./online-dialect.ts";

/** Partitions that are made for rows of the past, at most: older rows stay in the default one. */
const PAST = 400;

/** Whoever may use the first table may use the second. */
export function copyGrants(dialect: OnlineDialect, from: Table, to: Table): SqlStatement {
  const [source, target] = [from, to].map(({ name }) => dialect.identifier(name));
  return statement(
    to.subject,
    [
      "DO $grants$",
      "DECLARE",
      "  given record;",
      "BEGIN",
      "  FOR given IN",
      "    SELECT g.privilege_type AS what,",
      "      CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END AS whom,",
      "      CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS how",
      "    FROM pg_class AS c, aclexplode(c.relacl) AS g",
      `    WHERE c.oid = ${dialect.literal(source ?? "")}::regclass`,
      "  LOOP",
      `    EXECUTE format(${dialect.literal(`GRANT %s ON ${(target ?? "").replaceAll("%", "%%")} TO %s%s`)}, given.what, given.whom, given.how);`,
      "  END LOOP;",
      "END",
      "$grants$;",
    ].join("\n"),
  );
}

/** Partitions of a range for the rows that there are already. */
export function makePastPartitions(
  dialect: OnlineDialect,
  from: Table,
  to: Table,
  prefix: string,
): readonly SqlStatement[] {
  const { partition } = to;
  if (partition?.method !== "range") return [];
  const { interval = "month", column: id } = partition;
  const type = to.columns.find((column) => column.id === id)?.type;
  const own = dialect.identifier(columnName(from, id));
  const first =
    type?.kind === "date" ? `CAST(min(${own}) AS timestamp)` : `min(${own}) AT TIME ZONE 'UTC'`;
  return [
    statement(
      to.subject,
      [
        "DO $past$",
        "DECLARE",
        `  present constant timestamp := date_trunc('${interval}', now() AT TIME ZONE 'UTC');`,
        "  bound timestamp;",
        "BEGIN",
        `  SELECT greatest(date_trunc('${interval}', ${first}), present - ${PAST} * interval '1 ${interval}')`,
        `  INTO bound FROM ${dialect.identifier(from.name)} HAVING min(${own}) IS NOT NULL;`,
        "  WHILE bound < present LOOP",
        "    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',",
        `      ${dialect.literal(prefix)} || to_char(bound, '"p"YYYYMMDD'), ${dialect.literal(to.name)},`,
        `      bound || '+00', (bound + interval '1 ${interval}') || '+00');`,
        `    bound := bound + interval '1 ${interval}';`,
        "  END LOOP;",
        "END",
        "$past$;",
      ].join("\n"),
    ),
  ];
}

/** Other beginnings for the names of all partitions of a table. */
export function renamePartitions(
  dialect: OnlineDialect,
  table: Table,
  from: string,
  to: string,
): readonly SqlStatement[] {
  if (table.partition === undefined) return [];
  return [
    statement(
      table.subject,
      [
        "DO $names$",
        "DECLARE",
        "  part record;",
        "BEGIN",
        "  FOR part IN",
        "    SELECT c.relname AS name FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid",
        `    WHERE i.inhparent = ${dialect.literal(dialect.identifier(table.name))}::regclass`,
        `      AND starts_with(c.relname, ${dialect.literal(from)})`,
        "  LOOP",
        "    EXECUTE format('ALTER TABLE %I RENAME TO %I', part.name,",
        `      ${dialect.literal(to)} || substr(part.name, ${from.length + 1}));`,
        "  END LOOP;",
        "END",
        "$names$;",
      ].join("\n"),
    ),
  ];
}
