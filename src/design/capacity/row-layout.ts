import { assertNever } from "../../util/assert-never.ts";
import type { DatabaseEngine } from "../database-engine.ts";
import type { Field } from "../design.ts";

/** How an engine stores rows, in bytes. */
export interface RowLayout {
  /** Beside the values of a row, and for each of them. */
  readonly row: number;
  readonly perField: number;
  /** Beside the values of an entry of an index. */
  readonly entry: number;
  /** How full pages of rows and of indexes are. */
  readonly rowFill: number;
  readonly indexFill: number;
  /** Whether the rows are kept in the primary key, whose fields every other index repeats. */
  readonly isClustered: boolean;
  /** Of a value that the engine keeps in another form than PostgreSQL. */
  readonly widths: Readonly<Partial<Record<Field["type"], number>>>;
}

/** The layout of an engine; that of PostgreSQL where a store is of no relational engine. */
export function rowLayout(engine: DatabaseEngine = "postgresql"): RowLayout {
  switch (engine) {
    case "postgresql":
      return POSTGRESQL;
    case "mysql":
      return { ...INNODB, widths: { ...INNODB.widths, uuid: 36 } };
    case "mariadb":
      return INNODB;
    case "sqlite":
      return SQLITE;
    default:
      return assertNever(engine);
  }
}

/**
 * PostgreSQL manual, 66.6 "Database Page Layout": a header of 23 bytes padded to 24 and a line
 * pointer of 4; index tuples have 8 and 4. B-tree leaves are filled to 90 % (CREATE INDEX, fillfactor).
 */
const POSTGRESQL: RowLayout = {
  row: 28,
  perField: 0,
  entry: 12,
  rowFill: 1,
  indexFill: 0.9,
  isClustered: false,
  widths: {},
};

/**
 * MySQL manual, 17.10 "InnoDB Row Formats", DYNAMIC: a header of 5 bytes, a transaction of 6 and a
 * roll pointer of 7 in the clustered index; 5 in the others, and the primary key. Pages are half to
 * 15/16 full with keys in random order, 17.6.2.2 "The Physical Structure of an InnoDB Index": 0.7 is
 * between. `datetime(6)` 8, `time(6)` 6, `date` 3 (13.7 "Data Type Storage Requirements").
 */
const INNODB: RowLayout = {
  row: 18,
  perField: 0,
  entry: 5,
  rowFill: 0.7,
  indexFill: 0.7,
  isClustered: true,
  widths: { date: 3, time: 6 },
};

/**
 * sqlite.org/fileformat2.html, 1.6 and 2.1: a cell pointer of 2 bytes, a length and a row id of about
 * 2 and 3, a header of a byte and one for each value. Index entries end with the row id. Times and
 * UUIDs are texts, a boolean is in the header. Pages split by halves on keys in random order.
 */
const SQLITE: RowLayout = {
  row: 8,
  perField: 1,
  entry: 8,
  rowFill: 1,
  indexFill: 0.7,
  isClustered: false,
  widths: { uuid: 36, boolean: 0, date: 10, time: 8, timestamp: 24, decimal: 8 },
};
