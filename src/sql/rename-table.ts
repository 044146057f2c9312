import type { Dialect } from "./dialects/dialect.ts";
import type { SqlStatement } from "./sql-line.ts";
import { statement } from "./sql-line.ts";

/** `ALTER TABLE … RENAME TO`, which every engine reads. */
export function renameTable(
  { identifier }: Dialect,
  subject: string,
  from: string,
  to: string,
): SqlStatement {
  return statement(subject, `ALTER TABLE ${identifier(from)} RENAME TO ${identifier(to)};`);
}
