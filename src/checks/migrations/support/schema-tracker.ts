import type { ColumnDef, Constraint, Node, RangeVar } from "libpg-query";
import type { ParsedStatement } from "../../../engines/parse-sql.ts";
import type { KnownColumn, KnownConstraint, KnownIndex, KnownSchema } from "./known-schema.ts";
import { stringsOf } from "./nodes.ts";
import { requiredColumns } from "./required-columns.ts";
import { sqlType } from "./sql-type.ts";

/** Follows the statements of a history and remembers what tables look like. */
export interface SchemaTracker {
  readonly known: KnownSchema;
  apply(statement: ParsedStatement): void;
  /** What was made so far is no longer new. */
  startChange(): void;
  /** A file begins: SET search_path of the one before is over. */
  startFile(): void;
  /** A tracker that goes its own way from here. */
  fork(): SchemaTracker;
}

interface Table {
  readonly name: string;
  isNew: boolean;
  isPartitioned: boolean;
  readonly columns: Map<string, KnownColumn>;
  readonly constraints: Map<string, KnownConstraint>;
  /** A constraint that nobody saw being added was validated in this change. */
  hasUnknownProof: boolean;
}

const STANDARD_SCHEMA = "public";

interface TrackerState {
  readonly tables: Map<string, Table>;
  readonly indexes: Map<string, KnownIndex>;
}

export function createSchemaTracker(
  { tables, indexes }: TrackerState = { tables: new Map(), indexes: new Map() },
): SchemaTracker {
  let schema = STANDARD_SCHEMA;

  function nameOf(relation: Pick<RangeVar, "schemaname" | "relname"> | undefined): string {
    const { schemaname = schema, relname = "" } = relation ?? {};
    return schemaname === STANDARD_SCHEMA ? relname : `${schemaname}.${relname}`;
  }
  function nameOfParts(parts: readonly string[]): string {
    const [relname = "", schemaname] = parts.toReversed();
    return nameOf(schemaname === undefined ? { relname } : { schemaname, relname });
  }
  function touch(name: string): Table {
    const found = tables.get(name) ?? newTable(name);
    tables.set(name, found);
    return found;
  }
  function rename(from: string, to: string): void {
    const table = tables.get(from);
    if (table === undefined) return;
    tables.delete(from);
    tables.set(to, { ...table, name: to });
  }

  const known: KnownSchema = {
    nameOf,
    table: (name) => tables.get(name),
    index: (name) => indexes.get(name),
    isNew: (name) => tables.get(name)?.isNew ?? false,
    isPartitioned: (name) => tables.get(name)?.isPartitioned ?? false,
    isProvenRequired(name, column) {
      const table = tables.get(name);
      if (table === undefined) return false;
      if (table.columns.get(column)?.isRequired === true || table.hasUnknownProof) return true;
      return [...table.constraints.values()].some(
        ({ required, isValid }) => isValid && required.includes(column),
      );
    },
  };

  function create(relation: RangeVar | undefined, elements: readonly Node[], isGuarded: boolean) {
    const name = nameOf(relation);
    if (isGuarded && tables.has(name)) return;
    const table = { ...newTable(name), isNew: true };
    tables.set(name, table);
    for (const element of elements) {
      if ("ColumnDef" in element) addColumn(table, element.ColumnDef);
      if ("Constraint" in element) addConstraint(table, element.Constraint, true);
    }
  }

  function apply({ node }: ParsedStatement): void {
    if ("CreateStmt" in node) {
      const { relation, tableElts = [], if_not_exists: isGuarded = false } = node.CreateStmt;
      create(relation, tableElts, isGuarded);
      if (node.CreateStmt.partspec !== undefined) touch(nameOf(relation)).isPartitioned = true;
    } else if ("CreateTableAsStmt" in node) {
      const { into, if_not_exists: isGuarded = false } = node.CreateTableAsStmt;
      create(into?.rel, [], isGuarded);
    } else if ("SelectStmt" in node && node.SelectStmt.intoClause?.rel !== undefined) {
      create(node.SelectStmt.intoClause.rel, [], false);
    } else if ("AlterTableStmt" in node) {
      alter(node.AlterTableStmt.relation, node.AlterTableStmt.cmds ?? []);
    } else if ("IndexStmt" in node) {
      const { relation, idxname } = node.IndexStmt;
      if (idxname !== undefined) {
        const schemaname = relation?.schemaname;
        const name = nameOf({ relname: idxname, ...(schemaname && { schemaname }) });
        indexes.set(name, { name, table: nameOf(relation) });
      }
    } else if ("RenameStmt" in node) {
      const { renameType, relation, subname = "", newname = "" } = node.RenameStmt;
      if (renameType === "OBJECT_TABLE") rename(nameOf(relation), moved(relation, newname));
      if (renameType === "OBJECT_COLUMN") renameKey(nameOf(relation), subname, newname);
    } else if ("DropStmt" in node) {
      for (const object of node.DropStmt.objects ?? []) {
        const parts = "List" in object ? stringsOf(object.List.items) : [];
        if (node.DropStmt.removeType === "OBJECT_TABLE") tables.delete(nameOfParts(parts));
        if (node.DropStmt.removeType === "OBJECT_INDEX") indexes.delete(nameOfParts(parts));
      }
    } else if ("VariableSetStmt" in node && node.VariableSetStmt.name === "search_path") {
      const [first] = node.VariableSetStmt.args ?? [];
      const text = first !== undefined && "A_Const" in first ? first.A_Const.sval?.sval : undefined;
      schema = text === undefined || text === "" ? STANDARD_SCHEMA : text;
    }
  }

  function moved(relation: RangeVar | undefined, relname: string): string {
    return nameOf({ ...relation, relname });
  }

  function renameKey(name: string, from: string, to: string): void {
    const columns = tables.get(name)?.columns;
    const column = columns?.get(from);
    if (columns === undefined || column === undefined) return;
    columns.delete(from);
    columns.set(to, column);
  }

  function alter(relation: RangeVar | undefined, commands: readonly Node[]): void {
    const table = touch(nameOf(relation));
    for (const wrapped of commands) {
      if (!("AlterTableCmd" in wrapped)) continue;
      const { subtype, name = "", def } = wrapped.AlterTableCmd;
      const column = table.columns.get(name);
      switch (subtype) {
        case "AT_AddColumn":
          if (def !== undefined && "ColumnDef" in def) addColumn(table, def.ColumnDef);
          break;
        case "AT_DropColumn":
          table.columns.delete(name);
          break;
        case "AT_AlterColumnType":
          if (def !== undefined && "ColumnDef" in def) {
            table.columns.set(name, {
              isRequired: column?.isRequired ?? false,
              ...typed(def.ColumnDef),
            });
          }
          break;
        case "AT_SetNotNull":
        case "AT_DropNotNull":
          table.columns.set(name, { ...column, isRequired: subtype === "AT_SetNotNull" });
          break;
        case "AT_AddConstraint":
          if (def !== undefined && "Constraint" in def) addConstraint(table, def.Constraint, false);
          break;
        case "AT_ValidateConstraint": {
          const constraint = table.constraints.get(name);
          if (constraint === undefined) table.hasUnknownProof = true;
          else table.constraints.set(name, { ...constraint, isValid: true });
          break;
        }
        case "AT_DropConstraint":
          table.constraints.delete(name);
          break;
        default:
          break;
      }
    }
  }

  return {
    known,
    apply,
    startChange() {
      for (const table of tables.values()) {
        table.isNew = false;
        table.hasUnknownProof = false;
      }
    },
    startFile() {
      schema = STANDARD_SCHEMA;
    },
    fork() {
      const copies = [...tables.values()].map((table) => ({
        ...table,
        columns: new Map(table.columns),
        constraints: new Map(table.constraints),
      }));
      return createSchemaTracker({
        tables: new Map(copies.map((table) => [table.name, table])),
        indexes: new Map(indexes),
      });
    },
  };
}

function newTable(name: string): Table {
  return {
    name,
    isNew: false,
    isPartitioned: false,
    columns: new Map(),
    constraints: new Map(),
    hasUnknownProof: false,
  };
}

function addColumn(table: Table, definition: ColumnDef): void {
  const { colname = "", constraints = [] } = definition;
  const own = constraints.flatMap((node) => ("Constraint" in node ? [node.Constraint] : []));
  const isRequired = own.some(
    ({ contype }) =>
      contype === "CONSTR_NOTNULL" || contype === "CONSTR_PRIMARY" || contype === "CONSTR_IDENTITY",
  );
  table.columns.set(colname, { isRequired, ...typed(definition) });
  for (const constraint of own) {
    if (constraint.contype === "CONSTR_CHECK") addConstraint(table, constraint, false);
  }
}

function typed({ typeName }: ColumnDef): Pick<KnownColumn, "type"> {
  const type = sqlType(typeName);
  return type === undefined ? {} : { type };
}

/** @param isFirst whether the table is made by the same statement: NOT VALID means nothing then. */
function addConstraint(table: Table, constraint: Constraint, isFirst: boolean): void {
  const { conname, contype, keys, skip_validation: isSkipped = false } = constraint;
  const name = conname ?? `?${table.constraints.size}`;
  const required = requiredColumns(constraint);
  const isCheck = contype === "CONSTR_CHECK";
  table.constraints.set(name, { required, isCheck, isValid: isFirst || !isSkipped });
  if (contype === "CONSTR_PRIMARY") {
    for (const key of stringsOf(keys)) {
      table.columns.set(key, { ...table.columns.get(key), isRequired: true });
    }
  }
}
