import type { DatabaseEngine } from "../../design/database-engine.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AlterManner, TableChange } from "../alter-manner.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import type { Column, ColumnType, RelationalModel } from "../relational-model.ts";
import type { Maintenance } from "./maintenance.ts";
import type { TableFeatures } from "./table-features.ts";

/** What a constraint or an index is, where statements about it differ. */
export type ObjectKind = "primary-key" | "unique-key" | "foreign-key" | "check" | "index";

/** What a comment is on. */
export type CommentTarget =
  | { readonly kind: "table"; readonly table: string }
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  | { readonly kind: "index"; readonly index: string };

/** A check that looks into the engine's own catalogue; `sql` follows the form of all checks. */
export interface CatalogueCheck {
  readonly id: string;
  readonly title: string;
  readonly sql: string;
  /** Makes exactly one row of it, in a database that is thrown away. */
  readonly breakOne: string;
}

/** A model in the form that an engine can hold, and what of it the engine cannot. */
export interface FittedModel {
  readonly model: RelationalModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * How one engine says what the others say differently. Everything that reads the same everywhere
 * is in `ddl.ts`. Names come in unquoted; statements go out without their semicolon.
 */
export interface Dialect {
  readonly id: DatabaseEngine;
  /** The engine and the versions that the SQL is written for. */
  readonly title: string;
  /** What whoever runs a migration has to know about the engine; stands in its header. */
  readonly notes: readonly string[];
  identifier(name: string): string;
  literal(text: string): string;
  typeName(type: ColumnType): string;
  /** The default of a column as an expression; `undefined` where it has none. */
  defaultValue(column: Column): string | undefined;
  /** What holds a column to its type where the engine does not: follows its definition. */
  columnCheck?(column: Column): string | undefined;
  /** A column in an index, `name` quoted; the name alone where it is left out. */
  indexColumn?(column: Column, name: string): string;
  /** The expression as text, for the columns of a check. */
  asText(expression: string): string;
  /** Texts with commas between, none of them missing. */
  joinTexts(expressions: readonly string[]): string;
  characterLength(expression: string): string;
  /** Policies, triggers, partitions; `fit` leaves out of a model what the engine does not have. */
  readonly features: TableFeatures;
  /** Jobs for partitions and retention, where the engine has them. */
  readonly maintenance?: Maintenance;
  /** A comment as a statement of its own; where it is left out, one is part of a definition. */
  comment?(target: CommentTarget, text: string | undefined): string;
  /** A comment as part of a definition; where both are left out, it is one of the file only. */
  inlineComment?(kind: CommentTarget["kind"], text: string): string | undefined;
  /** Follows the closing parenthesis of `CREATE TABLE`. */
  readonly tableOptions: string;
  /** Whether a foreign key may name a table that is not there yet, and is never added later. */
  readonly foreignKeysStayInside: boolean;
  /** Changes what the engine cannot hold as it is, before anything is planned. */
  fit(model: RelationalModel): FittedModel;
  dropObject(kind: ObjectKind, table: string, name: string): string;
  /** The steps from one fitted model to another, each with its inverse. */
  planChanges(before: RelationalModel, after: RelationalModel): readonly MigrationOperation[];
  /** What every migration begins and ends with. */
  readonly prologue: readonly string[];
  readonly epilogue: readonly string[];
  readonly catalogueChecks: readonly CatalogueCheck[];
}

/** An engine whose tables are changed by one small statement after the other, in a transaction. */
export interface AlteringDialect extends Dialect {
  comment(target: CommentTarget, text: string | undefined): string;
  renameTable(from: string, to: string): string;
  renameColumn(table: string, from: string, to: string): string;
  renameObject(kind: ObjectKind, table: string, from: string, to: string): string;
  changeType(table: string, from: Column, to: Column): string;
  changeDefault(table: string, column: Column, value: string | undefined): string;
  changeNullability(table: string, column: Column, nullable: boolean): string;
}

/** An engine that changes a table in one statement of several clauses. */
export interface CombiningDialect extends Dialect {
  /** Follows `ALTER TABLE …`. */
  dropClause(kind: ObjectKind, name: string): string;
  /** In which way it makes a change; left out where that was never measured. */
  alterManner?(change: TableChange): AlterManner | undefined;
}
