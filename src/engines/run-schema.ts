import type { Database } from "./database.ts";
import type { ParsedStatement, SqlPlace } from "./parse-sql.ts";
import { parseSql } from "./parse-sql.ts";

/** What a dump of a schema did: the text that ran, or the first statement that did not. */
export type SchemaRun = { readonly text: string } | ({ readonly problem: string } & SqlPlace);

/** Ownership and rights need roles that are not here, and no lock depends on them. */
const WITHOUT_MATTER = new Set([
  "GrantStmt",
  "GrantRoleStmt",
  "AlterOwnerStmt",
  "AlterDefaultPrivilegesStmt",
  "CommentStmt",
  "CreateRoleStmt",
]);

/** Runs a schema, as `pg_dump --schema-only` writes it, on an empty database. */
export async function runSchema(database: Database, dump: string): Promise<SchemaRun> {
  // What psql alone understands: pg_dump writes \restrict and \connect.
  const text = dump.replace(/^\\[^\n]*$/gm, "");
  const parsed = await parseSql(text);
  if ("error" in parsed) {
    const { error, line, column } = parsed;
    return { problem: error, line, column };
  }
  for (const statement of parsed.statements) {
    if (WITHOUT_MATTER.has(statement.kind) || isOfOwner(statement)) continue;
    const result = await database.run(statement.text);
    if (!("failure" in result)) continue;
    const { line, column } = statement;
    return { problem: result.failure.message, line, column };
  }
  // pg_dump empties the search path of its session.
  await database.run("RESET ALL");
  return { text };
}

function isOfOwner({ node }: ParsedStatement): boolean {
  if ("CreateExtensionStmt" in node) return node.CreateExtensionStmt.extname === "plpgsql";
  if ("CreateSchemaStmt" in node) return node.CreateSchemaStmt.schemaname === "public";
  if (!("AlterTableStmt" in node)) return false;
  return (node.AlterTableStmt.cmds ?? []).every(
    (command) => "AlterTableCmd" in command && command.AlterTableCmd.subtype === "AT_ChangeOwner",
  );
}
