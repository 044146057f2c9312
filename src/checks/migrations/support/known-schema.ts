import type { RangeVar } from "libpg-query";
import type { SqlType } from "./sql-type.ts";

export interface KnownColumn {
  readonly type?: SqlType;
  readonly isRequired: boolean;
}

export interface KnownConstraint {
  /** Columns that it proves to be not null, where it is valid. */
  readonly required: readonly string[];
  readonly isValid: boolean;
  readonly isCheck: boolean;
}

/** What the statements so far say about a table. */
export interface KnownTable {
  readonly name: string;
  /** Made in this change: nobody has rows in it and nobody waits for it. */
  readonly isNew: boolean;
  readonly columns: ReadonlyMap<string, KnownColumn>;
  readonly constraints: ReadonlyMap<string, KnownConstraint>;
}

export interface KnownIndex {
  readonly name: string;
  readonly table: string;
}

/** The schema as far as the files so far and the base schema tell; asked by rules. */
export interface KnownSchema {
  /** With its schema, where that is not the one that plain names mean. */
  nameOf(relation: Pick<RangeVar, "schemaname" | "relname"> | undefined): string;
  table(name: string): KnownTable | undefined;
  index(name: string): KnownIndex | undefined;
  /** Whether the table was made in this change, or is temporary. */
  isNew(table: string): boolean;
  /** Whether a valid constraint, or the column itself, rules out NULL. */
  isProvenRequired(table: string, column: string): boolean;
  isPartitioned(table: string): boolean;
}
