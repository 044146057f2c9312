import type { ClearedColumn } from "../cleared-columns.ts";
import type { Partition, Table } from "../relational-model.ts";

/** Rows that a job takes away: those whose column is older than a number of days. */
export interface OldRows {
  readonly column: string;
  readonly days: number;
  /** Tables whose rows keep a row of this one: column there, and here. */
  readonly keepers: readonly {
    readonly table: Table;
    readonly pairs: readonly { readonly column: string; readonly targetColumn: string }[];
  }[];
}

/** Statements that are run again and again, without a semicolon at their end. */
export interface Maintenance {
  /** How the jobs are to be run; stands in the header of their files. */
  readonly words: string;
  /** Partitions of the present and the next intervals, as far as they are not there. */
  nextPartitions?(table: Table, partition: Partition): string;
  /** Takes away partitions all of whose rows are old enough. */
  dropPartitions?(table: Table, partition: Partition, days: number): string;
  /** One batch of old rows: to be repeated until it takes none. */
  deleteBatch(table: Table, rows: OldRows): readonly string[];
  /** The same into a table of the same columns, made where it is not there. */
  archiveBatch(table: Table, rows: OldRows): readonly string[];
  /** The rows stay, without what they say of a person; so do no earlier versions of them. */
  anonymiseBatch(table: Table, rows: OldRows, cleared: readonly ClearedColumn[]): readonly string[];
}
