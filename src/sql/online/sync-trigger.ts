import type { Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import type { KeptColumn } from "./column-move.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { isReversible, revert } from "./revert.ts";
import { isLossless } from "./is-lossless.ts";

/** A trigger that keeps a column and its copy the same, whichever of the two a service writes. */
export interface SyncTrigger {
  readonly name: string;
  readonly table: Table;
  readonly subject: string;
  /** Lines of the body, between BEGIN and END. */
  readonly body: readonly string[];
}

export function createSync(dialect: OnlineDialect, trigger: SyncTrigger): readonly SqlStatement[] {
  const { name, table, subject, body } = trigger;
  const own = dialect.identifier(name);
  return [
    statement(
      subject,
      [
        `CREATE FUNCTION ${own}() RETURNS trigger LANGUAGE plpgsql AS $sync$`,
        "BEGIN",
        ...body.map((line) => `  ${line}`),
        "  RETURN NEW;",
        "END",
        "$sync$;",
      ].join("\n"),
    ),
    statement(
      subject,
      `CREATE TRIGGER ${own} BEFORE INSERT OR UPDATE ON ${dialect.identifier(table.name)}\n` +
        `  FOR EACH ROW EXECUTE FUNCTION ${own}();`,
    ),
  ];
}

export function dropSync(
  dialect: OnlineDialect,
  { name, table, subject }: SyncTrigger,
): readonly SqlStatement[] {
  const own = dialect.identifier(name);
  return [
    statement(subject, `DROP TRIGGER ${own} ON ${dialect.identifier(table.name)};`),
    statement(subject, `DROP FUNCTION ${own}();`),
  ];
}

/** One direction: whatever is written to the source is in the target too. */
export function copyBody(
  dialect: OnlineDialect,
  source: string,
  target: string,
  pair: KeptColumn,
  direction: "forward" | "back",
): readonly string[] {
  return assign(dialect, target, source, pair, direction);
}

/**
 * Both directions: of an insert the side that has a value wins, of an update the side that
 * changes.
 */
export function mirrorBody(
  dialect: OnlineDialect,
  old: string,
  copy: string,
  { before, after }: KeptColumn,
): readonly string[] {
  const forward = assign(dialect, copy, old, { before, after }, "forward");
  const back = assign(dialect, old, copy, { before, after }, "back");
  const [was, is] = [dialect.identifier(old), dialect.identifier(copy)];
  const value = dialect.defaultValue(after);
  const fill =
    value === undefined
      ? []
      : [`IF NEW.${was} IS NULL AND NEW.${is} IS NULL THEN`, `  NEW.${is} := ${value};`, "END IF;"];
  return [
    "IF TG_OP = 'INSERT' THEN",
    ...[...fill, `IF NEW.${is} IS NULL THEN`].map((line) => `  ${line}`),
    ...forward.map((line) => `    ${line}`),
    "  ELSE",
    ...back.map((line) => `    ${line}`),
    "  END IF;",
    `ELSIF NEW.${is} IS DISTINCT FROM OLD.${is} THEN`,
    ...back.map((line) => `  ${line}`),
    "ELSE",
    ...forward.map((line) => `  ${line}`),
    "END IF;",
  ];
}

/** What does not fit the other type must not stop a write: it is missing, and a check finds it. */
function assign(
  dialect: OnlineDialect,
  target: string,
  source: string,
  pair: KeptColumn,
  direction: "forward" | "back",
): readonly string[] {
  const to = dialect.identifier(target);
  const value = `NEW.${dialect.identifier(source)}`;
  const isForward = direction === "forward";
  const { before, after } = pair;
  const expression = isForward
    ? dialect.convert(value, before, after)
    : revert(dialect, value, pair);
  const line = `NEW.${to} := ${expression};`;
  if (isForward ? isLossless(before.type, after.type) : isReversible(pair)) return [line];
  return [
    "BEGIN",
    `  ${line}`,
    "EXCEPTION WHEN data_exception THEN",
    `  NEW.${to} := NULL;`,
    "END;",
  ];
}
