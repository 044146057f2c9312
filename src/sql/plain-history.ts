import type { MigrationFormat } from "../design/migration-format.ts";

const UP = "-- migrate:up transaction:false\n";
const DOWN = "\n-- migrate:down transaction:false\n";

/** One file of dbmate from the two directions; each file says itself what is a transaction. */
export function joinDirections(up: string, down: string): string {
  return `${UP}${up}${DOWN}${down}`;
}

/** The two directions of a file of dbmate; `undefined` where it is not one of ours. */
export function splitDirections(
  text: string,
): { readonly up: string; readonly down: string } | undefined {
  const at = text.indexOf(DOWN);
  if (!text.startsWith(UP) || at < 0) return undefined;
  return { up: text.slice(UP.length, at), down: text.slice(at + DOWN.length) };
}

/** Committed files under the names of pairs, `NNNN_name.up.sql`, and the form that they have. */
export interface PlainHistory {
  readonly files: ReadonlyMap<string, string>;
  /** None where there is no migration. */
  readonly format?: MigrationFormat;
}

/** Reads the files of any runner's form; what is none of ours keeps its name. */
export function plainHistory(committed: ReadonlyMap<string, string>): PlainHistory {
  const files = new Map<string, string>();
  let format: MigrationFormat | undefined;
  for (const [name, text] of committed) {
    const flyway = /^([VU])(\d{4})__(\w+)\.(sql|schema\.json|pre\.check|post\.check)$/.exec(name);
    const dbmate = /^(\d{4}_\w+)\.(sql|pre\.check|post\.check)$/.exec(name);
    if (flyway !== null) {
      const [, kind, number = "", title = "", ending = ""] = flyway;
      const way = ending === "sql" ? (kind === "V" ? "up.sql" : "down.sql") : plainEnding(ending);
      files.set(`${number}_${title}.${way}`, text);
      format = "flyway";
    } else if (dbmate !== null) {
      const [, base = "", ending = ""] = dbmate;
      const directions = ending === "sql" ? splitDirections(text) : undefined;
      if (ending !== "sql") files.set(`${base}.${plainEnding(ending)}`, text);
      else if (directions === undefined) files.set(name, text);
      else {
        files.set(`${base}.up.sql`, directions.up).set(`${base}.down.sql`, directions.down);
        format = "dbmate";
      }
    } else {
      files.set(name, text);
      if (/^\d{4}_\w+\.up\.sql$/.test(name)) format = "golang-migrate";
    }
  }
  return { files, ...(format === undefined ? {} : { format }) };
}

/** Queries are called `.check` where the runner takes every `.sql` for a migration. */
function plainEnding(ending: string): string {
  return ending.replace(/\.check$/, ".sql");
}
