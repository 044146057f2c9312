import { z } from "zod";
import type { DatabaseEngine } from "../../../design/database-engine.ts";

/** What node-sql-parser reads out of a statement that makes something. */
export interface SecondReading {
  readonly kind: "table" | "index";
  readonly table: string;
  readonly columns: readonly string[];
}

const name = z.union([
  z.string(),
  z.object({ expr: z.object({ value: z.string() }) }).transform(({ expr }) => expr.value),
]);

const columnReference = z.object({ column: name });

const definition = z.object({
  resource: z.string(),
  column: columnReference.optional().catch(undefined),
});

const created = z.discriminatedUnion("keyword", [
  z.object({
    type: z.literal("create"),
    keyword: z.literal("table"),
    table: z.array(z.object({ table: z.string() })),
    create_definitions: z.array(definition),
  }),
  z.object({
    type: z.literal("create"),
    keyword: z.literal("index"),
    table: z.object({ table: z.string() }),
    index_columns: z.array(columnReference),
  }),
]);

/** Reads one `CREATE TABLE` or `CREATE INDEX`, or says in one line why not. */
export async function readWithSecondParser(
  statement: string,
  engine: DatabaseEngine = "postgresql",
): Promise<{ readonly reading: SecondReading } | { readonly reason: string }> {
  const result = await parseWithSecondParser(statement, engine);
  if ("reason" in result) return result;
  const { tree } = result;
  const parsed = created.safeParse(Array.isArray(tree) ? tree[0] : tree);
  if (!parsed.success) return { reason: "it reads as something else" };
  const { data } = parsed;
  if (data.keyword === "index") {
    const columns = data.index_columns.map(({ column }) => column);
    return { reading: { kind: "index", table: data.table.table, columns } };
  }
  const columns = data.create_definitions.flatMap(({ resource, column }) =>
    resource === "column" && column !== undefined ? [column.column] : [],
  );
  return { reading: { kind: "table", table: data.table[0]?.table ?? "", columns } };
}

/** The tree of any statement, or in one line why there is none. */
export async function parseWithSecondParser(
  statement: string,
  engine: DatabaseEngine,
): Promise<{ readonly tree: unknown } | { readonly reason: string }> {
  const module = await GRAMMARS[engine]();
  const parser = new module.default.Parser();
  try {
    return { tree: parser.astify(statement.replace(/;\s*$/, ""), { database: engine }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: `it cannot be read (${shorten(message)})` };
  }
}

const GRAMMARS = {
  postgresql: () => import("node-sql-parser/build/postgresql.js"),
  mysql: () => import("node-sql-parser/build/mysql.js"),
  mariadb: () => import("node-sql-parser/build/mariadb.js"),
  sqlite: () => import("node-sql-parser/build/sqlite.js"),
} as const;

/** The parser lists every token that it would have liked; the end says what it met. */
function shorten(message: string): string {
  const found = /but (.+ found\.?)/s.exec(message)?.[1] ?? message.split("\n")[0] ?? "";
  return found.length > 100 ? `${found.slice(0, 99)}…` : found;
}
