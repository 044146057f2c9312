import type { HistoryTrigger, Partition, Policy, Table } from "../relational-model.ts";

/**
 * What engines have in forms of their own, or not at all: `fit` leaves out of a model what its
 * engine does not have, so these are asked only for what is in it. Statements have no semicolon at
 * their end; names come in unquoted unless they are said to be expressions.
 */
export interface TableFeatures {
  /** Column expressions with a space between; no value where one has none. */
  concatenate(expressions: readonly string[]): string;
  /** An operand as a 64-bit number, where the engine computes with the width of its operands. */
  widen?(expression: string): string;
  /** Action of a foreign key of which only these columns (expressions) may lose their value. */
  setNull(columns: readonly string[]): string;
  addPolicy(table: Table, policy: Policy): readonly string[];
  dropPolicy(table: Table, policy: Policy): readonly string[];
  /** A function where the engine needs one, then the trigger. */
  addHistory(table: Table, history: HistoryTrigger): readonly string[];
  dropHistory(table: Table, history: HistoryTrigger): readonly string[];
  /** What is left of a trigger when its table is gone. */
  dropHistoryRemains(history: HistoryTrigger): readonly string[];
  /** ` PARTITION BY …`: follows the closing parenthesis of `CREATE TABLE`. */
  partitionBy(table: Table, partition: Partition): string;
  /** The partitions that a new table begins with; their names begin with the prefix of the table's id. */
  firstPartitions(table: Table, partition: Partition, prefix?: string): readonly string[];
}
