import type { Database } from "../../../engines/database.ts";
import type { LockMode } from "../../../engines/lock-mode.ts";
import { blocksReads, blocksWrites } from "../../../engines/lock-mode.ts";
import type { StatementEffect } from "../../../engines/measure-statements.ts";
import { measureStatements } from "../../../engines/measure-statements.ts";
import { parseSql } from "../../../engines/parse-sql.ts";
import type { MigrationFiles } from "./context-files.ts";
import { summariseStatement } from "./summarise-statement.ts";

/**
 * What each statement of the newest change does to others, one line each, as the engine has done it:
 * locks on tables that were there before, tables written anew and read as a whole. Wants an empty
 * database; the tables are empty, so a scan that depends on rows (of the target of a foreign key) is
 * not seen.
 */
export async function measureImpact(
  database: Database,
  migrations: readonly MigrationFiles[],
): Promise<readonly string[]> {
  const isEnd = ({ model }: MigrationFiles): boolean =>
    model !== undefined && model.pending === undefined;
  const end = migrations.slice(0, -1).findLastIndex(isEnd);
  const lines: string[] = [];
  for (const [index, { up }] of migrations.entries()) {
    const parsed = await parseSql(up.text);
    if ("error" in parsed) return lines;
    const effects = await measureStatements(
      database,
      parsed.statements.map(({ text }) => text),
    );
    if (index <= end) continue;
    for (const [position, effect] of effects.entries()) {
      const statement = parsed.statements[position];
      if (statement === undefined || effect.mode === "control") continue;
      const text = describeEffect(effect);
      if (text === undefined) continue;
      lines.push(`${up.path}:${statement.line} ${summariseStatement(statement.text)}: ${text}`);
    }
  }
  return lines;
}

/** `undefined` where nobody else notices, as of a setting of the session. */
export function describeEffect({
  mode,
  locks,
  rewritten,
  scanned,
  created,
}: StatementEffect): string | undefined {
  if (mode === "outside-transaction") return "waits for others and stops nobody";
  const known = [...locks].filter(([table]) => !created.includes(table));
  const parts = [
    ...known.map(([table, lock]) => `${table} ${nameOf(lock)} (${consequence(lock)})`),
    ...rewritten.map((name) => `writes ${name} anew`),
    ...scanned.map((name) => `reads all of ${name}`),
  ];
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** `AccessExclusiveLock` as the manual writes it: `ACCESS EXCLUSIVE`. */
function nameOf(mode: LockMode): string {
  return mode
    .replace(/Lock$/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toUpperCase();
}

function consequence(mode: LockMode): string {
  if (blocksReads(mode)) return "stops reads and writes";
  return blocksWrites(mode) ? "stops writes" : "stops nobody";
}
