import { basenameOf } from "./basename-of.ts";
import type { ParsedStatement } from "../../../engines/parse-sql.ts";
import { commandWithoutTransaction } from "./command-without-transaction.ts";
import type { TransactionMode } from "./transactions.ts";

/** What runs in one direction; the rest of the file is blank, so that places stay true. */
export interface MigrationSection {
  readonly direction: "up" | "down";
  readonly text: string;
  /** Who opens a transaction around its statements. */
  mode(statements: readonly ParsedStatement[]): TransactionMode;
}

interface Marks {
  readonly up: RegExp;
  readonly down: RegExp;
  mode(text: string, header: string): TransactionMode;
}

const DBMATE: Marks = {
  up: /^[ \t]*--[ \t]*migrate:up\b.*$/m,
  down: /^[ \t]*--[ \t]*migrate:down\b.*$/m,
  // What is left is sent at once, and PostgreSQL makes a transaction of two statements again.
  mode: (_text, header) => (/\btransaction:\s*false\b/.test(header) ? "batch" : "runner"),
};
const GOOSE: Marks = {
  up: /^[ \t]*--[ \t]*\+goose[ \t]+up\b.*$/im,
  down: /^[ \t]*--[ \t]*\+goose[ \t]+down\b.*$/im,
  mode: (text) =>
    /^[ \t]*--[ \t]*\+goose[ \t]+no[ \t]+transaction\b/im.test(text) ? "none" : "runner",
};

/**
 * The directions of a migration file and who opens a transaction there, by the conventions of the
 * tools: golang-migrate (`.up.sql`, `.down.sql`), dbmate, goose, Flyway (`V1__name.sql`), or psql.
 */
export function migrationSections(path: string, text: string): readonly MigrationSection[] {
  for (const marks of [DBMATE, GOOSE]) {
    if (marks.up.test(text)) return markedSections(text, marks);
  }
  const name = basenameOf(path);
  if (/\.up\.sql$/i.test(name)) return [{ direction: "up", mode: () => "batch", text }];
  if (/\.down\.sql$/i.test(name)) return [{ direction: "down", mode: () => "batch", text }];
  if (/^(?:V[\d._]+|R)__.*\.sql$/.test(name))
    return [{ direction: "up", mode: modeOfFlyway, text }];
  if (/^U[\d._]+__.*\.sql$/.test(name)) return [{ direction: "down", mode: modeOfFlyway, text }];
  return [{ direction: "up", mode: () => "none", text }];
}

function markedSections(text: string, { up, down, mode }: Marks): readonly MigrationSection[] {
  const places = [
    { direction: "up", found: up.exec(text) },
    { direction: "down", found: down.exec(text) },
  ] as const;
  return places.flatMap(({ direction, found }) => {
    if (found === null) return [];
    const others = places.flatMap((other) => other.found?.index ?? []);
    const end = Math.min(text.length, ...others.filter((index) => index > found.index));
    const own = blank(text.slice(0, found.index)) + text.slice(found.index, end);
    return [{ direction, mode: () => mode(text, found[0]), text: own + blank(text.slice(end)) }];
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** It opens no transaction where every statement refuses to stand in one. */
function modeOfFlyway(statements: readonly ParsedStatement[]): TransactionMode {
  const isOutside = ({ node }: ParsedStatement): boolean =>
    commandWithoutTransaction(node) !== undefined;
  return statements.every(isOutside) ? "none" : "runner";
}
