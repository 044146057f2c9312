import type { Column, ColumnType } from "../relational-model.ts";

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
  /** Makes exactly one row of it, in a transaction that is rolled back. */
  readonly breakOne: string;
}

/**
 * How one engine says what the others say differently. Everything that reads the same everywhere
 * is in `ddl.ts`. Names come in unquoted; statements go out without their semicolon.
 */
export interface Dialect {
  readonly id: string;
  identifier(name: string): string;
  literal(text: string): string;
  typeName(type: ColumnType): string;
  /** The default of a column as an expression; `undefined` where it has none. */
  defaultValue(column: Column): string | undefined;
  /** The expression as text, for the columns of a check. */
  asText(expression: string): string;
  characterLength(expression: string): string;
  comment(target: CommentTarget, text: string | undefined): string;
  renameTable(from: string, to: string): string;
  renameColumn(table: string, from: string, to: string): string;
  renameObject(kind: ObjectKind, table: string, from: string, to: string): string;
  dropObject(kind: ObjectKind, table: string, name: string): string;
  changeType(table: string, from: Column, to: Column): string;
  changeDefault(table: string, column: Column, value: string | undefined): string;
  changeNullability(table: string, column: Column, nullable: boolean): string;
  /** What every migration begins and ends with. */
  readonly prologue: readonly string[];
  readonly epilogue: readonly string[];
  readonly catalogueChecks: readonly CatalogueCheck[];
}
