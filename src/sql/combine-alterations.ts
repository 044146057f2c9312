import { isDeepEqual } from "../util/is-deep-equal.ts";
import type { AlterManner, TableChange } from "./alter-manner.ts";
import type { CombiningDialect } from "./dialects/dialect.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { Table } from "./relational-model.ts";
import type { SqlLine, SqlStatement } from "./sql-line.ts";

/** One part of an ALTER TABLE, and the part that takes it back. */
export interface Alteration {
  readonly title: string;
  readonly column?: string;
  readonly subject: string;
  readonly up: string;
  readonly down: string;
  readonly change: { readonly up: TableChange; readonly down: TableChange };
  readonly loses?: boolean;
  readonly demands?: boolean;
}

/**
 * The parts as one ALTER TABLE; where none of them copies the table, as one for each way in which
 * the engine makes them: together they would take the slowest, or one that is slower than each.
 */
export function combineAlterations(
  dialect: CombiningDialect,
  table: Table,
  alterations: readonly Alteration[],
): readonly MigrationOperation[] {
  return grouped(dialect, alterations).map((group) => combine(dialect, table, group));
}

function grouped(
  dialect: CombiningDialect,
  alterations: readonly Alteration[],
): readonly (readonly Alteration[])[] {
  if (alterations.length === 0) return [];
  const manners = alterations.map(({ change: { up } }) => ({
    manner: dialect.alterManner?.(up),
    isApart: isApart(up),
  }));
  const isOne = ({ manner }: (typeof manners)[number]): boolean =>
    manner === undefined || manner === "copy";
  if (manners.some(isOne)) return [alterations];
  const groups: Alteration[][] = [];
  for (const [index, alteration] of alterations.entries()) {
    if (index > 0 && isDeepEqual(manners[index], manners[index - 1]))
      groups.at(-1)?.push(alteration);
    else groups.push([alteration]);
  }
  return groups;
}

function combine(
  dialect: CombiningDialect,
  table: Table,
  alterations: readonly Alteration[],
): MigrationOperation {
  const [first] = alterations;
  if (first === undefined) throw new Error("an ALTER TABLE without a part");
  const single = alterations.length === 1;
  const loses = alterations.some((alteration) => alteration.loses === true);
  const demands = alterations.some((alteration) => alteration.demands === true);
  const reversed = alterations.toReversed();
  const [up, down] = [mannerOf(dialect, alterations, "up"), mannerOf(dialect, reversed, "down")];
  const upNote = [
    ...(demands
      ? ["fails where rows do not fit"]
      : loses
        ? ["the values of columns are lost"]
        : []),
    ...(up === "copy" ? [COPIES] : []),
  ].join("; ");
  const downNote = [
    ...(loses ? ["lost values do not come back: restore them from a backup"] : []),
    ...(down === "copy" ? [COPIES] : []),
  ].join("; ");
  return {
    title: single ? first.title : "change table",
    table: table.name,
    ...(single && first.column !== undefined ? { column: first.column } : {}),
    subject: single ? first.subject : table.subject,
    up: [
      alter(
        dialect,
        table,
        up,
        alterations.map((own) => ({ ...own, text: own.up })),
      ),
    ],
    down: [
      alter(
        dialect,
        table,
        down,
        reversed.map((own) => ({ ...own, text: own.down })),
      ),
    ],
    ...(upNote === "" ? {} : { upNote }),
    ...(downNote === "" ? {} : { downNote }),
  };
}

/** Stands in the file above a statement that others have to wait for. */
export const COPIES =
  "copies the table, and writes wait until it is done (ALGORITHM=COPY, LOCK=SHARED)";

/** Only where all parts are made in the same one: for others, the engine chooses. */
function mannerOf(
  dialect: CombiningDialect,
  alterations: readonly Alteration[],
  way: "up" | "down",
): AlterManner | undefined {
  const manners = new Set(alterations.map(({ change }) => dialect.alterManner?.(change[way])));
  if (manners.has("copy")) return "copy";
  if (new Set(alterations.map(({ change }) => isApart(change[way]))).size > 1) return undefined;
  const [manner] = manners;
  return manners.size === 1 ? manner : undefined;
}

/** Instant by itself, and beside the drop of a check it is not: found on random histories. */
function isApart({ kind }: TableChange): boolean {
  return kind === "rename-index";
}

/** What the engine is told to do it in, so that it refuses instead of stopping writes. */
function alter(
  dialect: CombiningDialect,
  table: Table,
  manner: AlterManner | undefined,
  parts: readonly { readonly subject: string; readonly text: string }[],
): SqlStatement {
  const clause =
    manner === undefined || manner === "copy"
      ? []
      : [{ subject: table.subject, text: `ALGORITHM=${manner.toUpperCase()}, LOCK=NONE` }];
  const lines = [...parts, ...clause];
  return [
    { subject: table.subject, text: `ALTER TABLE ${dialect.identifier(table.name)}` },
    ...lines.map(({ subject, text }, index): SqlLine => ({
      subject,
      text: `  ${text}${index === lines.length - 1 ? ";" : ","}`,
    })),
  ];
}
