import type { TablesById } from "../ddl.ts";
import { createIndex, indexComment } from "../ddl.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import type { MigrationStage } from "../migration-stage.ts";
import { describeStage, stageIndex } from "../migration-stage.ts";
import type { Key, Table, TableIndex } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import type { TableObject } from "../table-object.ts";
import { addObject, dropObject } from "../table-object.ts";
import { findRefused } from "./find-refused.ts";
import {
  foreignKeyOnPartitions,
  indexOnPartitions,
  uniqueKeyOnPartitions,
} from "./plan-on-partitions.ts";
import type { AddedObject, KeptObject, RemovedObject } from "./online-object-changes.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import type { OnlineNames } from "./online-names.ts";
import {
  addKeyFromIndex,
  addRule,
  buildIndex,
  dropIndex,
  indexOfKey,
  validateRule,
} from "./add-rule.ts";

/** All tables by id, under the names of the old and of the new model before and after the switch. */
export interface AllTables {
  readonly old: { readonly early: TablesById; readonly late: TablesById };
  readonly current: { readonly early: TablesById; readonly late: TablesById };
}

/** Of what is done to one partition after the other, and of the table itself before or after it. */
const PARTITION_STAGES = {
  expand: ["expand-index", "validate-rules"],
  switch: ["switch-index", "switch-rules"],
  contract: ["contract-index", "contract-finish"],
  keys: ["contract-keys-parts", "contract-keys-finish"],
} as const satisfies Record<string, readonly [MigrationStage, MigrationStage]>;

const RULE_STAGES = {
  expand: ["expand-rules", "validate"],
  switch: ["switch-rules", "switch-validate"],
  contract: ["contract-rules", "contract-validate"],
  keys: ["contract-keys", "contract-keys-validate"],
} as const satisfies Record<string, readonly [MigrationStage, MigrationStage]>;

/** The steps of a new constraint, index, policy or trigger, under its early name. */
export function addOnline(
  dialect: OnlineDialect,
  { states, object, time, isOnCopy }: AddedObject,
  names: OnlineNames,
  tables: AllTables,
): readonly MigrationOperation[] {
  const isEarly = time === "expand";
  const table = isEarly ? states.current.early : states.current.late;
  const all = isEarly ? tables.current.early : tables.current.late;
  const named = names.earlyObject(object);
  const isSpread = table.partition !== undefined;
  const base = {
    title: `add ${titleOf(object)}`,
    table: states.current.late.name,
    subject: object.part.subject,
  };
  switch (named.kind) {
    case "check":
    case "foreign-key": {
      if (isSpread && named.kind === "foreign-key") {
        return foreignKeyOnPartitions(dialect, table, named.part, all, {
          ...base,
          stages: PARTITION_STAGES[time],
          refused: findRefused(dialect, table, named, all),
        });
      }
      const [first, second] = RULE_STAGES[time];
      const add = [addRule(dialect, table, named, all)];
      const drop = dropObject(dialect, table, named);
      const refused = findRefused(dialect, table, named, all);
      const isEarlyRule = time === "expand" || time === "switch";
      return [
        // A row that breaks it already could not be changed any more: it has to go before. Where the
        // old version cannot break it there is none, and columns may have other names yet.
        { ...base, stage: first, up: add, down: drop, before: isEarlyRule ? [] : refused },
        {
          ...base,
          title: `validate ${titleOf(object)}`,
          stage: second,
          up: [validateRule(dialect, table, named.part)],
          // Only a new constraint is one that was not looked at.
          down: [...drop, ...add],
          before: isEarlyRule ? refused : [],
        },
      ];
    }
    case "primary-key":
      if (isSpread) {
        return [
          {
            ...base,
            stage: "contract-keys",
            up: addObject(dialect, table, named, all),
            down: dropObject(dialect, table, named),
            before: findRefused(dialect, table, named, all),
            upNote:
              "reads and writes wait while its index is built: partitions have one key at a time",
          },
        ];
      }
      return keyFromIndex(dialect, table, named.part, "PRIMARY KEY", {
        ...base,
        stages: ["contract-index", "contract-keys"],
        refused: findRefused(dialect, table, named, all),
      });
    case "unique-key": {
      const index = isOnCopy ? "backfill-index" : "expand-index";
      if (isSpread) {
        return uniqueKeyOnPartitions(dialect, table, named.part, {
          ...base,
          stages: isEarly ? ["expand-rules", index] : ["contract-rules", "contract-index"],
          refused: findRefused(dialect, table, named, all),
        });
      }
      return keyFromIndex(dialect, table, named.part, "UNIQUE", {
        ...base,
        stages: isEarly ? [index, "switch"] : ["contract-index", "contract-finish"],
        refused: findRefused(dialect, table, named, all),
      });
    }
    case "index": {
      const { part } = named;
      const own: MigrationStage = isOnCopy ? "backfill-index" : "expand-index";
      const comment = indexComment(dialect, part, part.comment);
      const refused = part.unique ? findRefused(dialect, table, named, all) : [];
      const stages = isEarly
        ? (["expand-rules", own] as const)
        : (["contract-rules", "contract-index"] as const);
      return [
        ...(isSpread
          ? indexOnPartitions(dialect, table, part, { ...base, stages, refused })
          : [
              {
                ...base,
                ...BUILD,
                stage: stages[1],
                up: [buildIndex(dialect, table, part)],
                down: [dropIndex(dialect, part)],
                before: refused,
              },
            ]),
        ...(comment.length === 0
          ? []
          : [
              {
                ...base,
                title: "describe index",
                stage: isEarly ? ("validate" as const) : ("contract-finish" as const),
                up: comment,
                down: [undescribed(dialect, part)],
              },
            ]),
      ];
    }
    case "policy":
    case "history":
      return [
        {
          ...base,
          stage: "switch-rules",
          up: addObject(dialect, states.current.late, object, tables.current.late),
          down: dropObject(dialect, states.current.late, object),
        },
      ];
    default:
      return named satisfies never;
  }
}

const BUILD = {
  upNote: "a build that fails leaves an invalid index behind: drop it and run the file again",
} as const;

interface KeySteps extends Pick<MigrationOperation, "title" | "table" | "subject"> {
  readonly stages: readonly [MigrationStage, MigrationStage];
  readonly refused: NonNullable<MigrationOperation["before"]>;
}

function keyFromIndex(
  dialect: OnlineDialect,
  table: Table,
  key: Key,
  kind: "PRIMARY KEY" | "UNIQUE",
  { stages: [first, second], refused, ...base }: KeySteps,
): readonly MigrationOperation[] {
  const index = indexOfKey(key);
  const object: TableObject = { kind: kind === "UNIQUE" ? "unique-key" : "primary-key", part: key };
  return [
    {
      ...base,
      ...BUILD,
      title: "build unique index",
      stage: first,
      up: [buildIndex(dialect, table, index)],
      down: [dropIndex(dialect, index)],
      before: refused,
    },
    {
      ...base,
      stage: second,
      up: [addKeyFromIndex(dialect, table, key, kind)],
      // The index goes with its constraint.
      down: [...dropObject(dialect, table, object), createIndex(dialect, table, index)],
      downNote: "builds the index again under a lock that stops writes",
    },
  ];
}

/** The steps that take away what was there, under its old name. */
export function removeOnline(
  dialect: OnlineDialect,
  { states, object, stage: planned }: RemovedObject,
  tables: AllTables,
): readonly MigrationOperation[] {
  const isSpread = states.old.early.partition !== undefined && object.kind === "index";
  const stage = isSpread ? (TOGETHER[planned] ?? planned) : planned;
  const isEarly = stageIndex(stage) <= stageIndex("switch");
  const table = isEarly ? states.old.early : states.old.late;
  const all = isEarly ? tables.old.early : tables.old.late;
  const base = {
    title: `drop ${titleOf(object)}`,
    table: states.current.late.name,
    subject: object.part.subject,
    stage,
  };
  const isAlone = describeStage(stage).manner === "alone";
  if (object.kind === "index" && isAlone) {
    const { part } = object;
    const comment = indexComment(dialect, part, part.comment);
    const drop: MigrationOperation = {
      ...base,
      up: [dropIndex(dialect, part)],
      down: [buildIndex(dialect, table, part)],
      ...(part.unique ? { downNote: "fails where rows do not keep it any more" } : {}),
    };
    if (comment.length === 0) return [drop];
    // The way back has no room for it beside the index, which is made by a statement that is alone.
    const undescribe: MigrationOperation = {
      ...base,
      title: "describe index",
      stage: UNDESCRIBE[stage] ?? "contract-rules",
      up: [undescribed(dialect, part)],
      down: comment,
    };
    return [undescribe, drop];
  }
  return [
    {
      ...base,
      up: dropObject(dialect, table, object),
      down: addObject(dialect, table, object, all),
      ...(REFUSING.has(object.kind)
        ? { downNote: "fails where rows do not keep it any more" }
        : {}),
    },
  ];
}

/** The index of a partitioned table goes in a transaction, which takes a moment. */
const TOGETHER: Partial<Record<MigrationStage, MigrationStage>> = {
  "expand-drop-index": "expand-first",
  "switch-index": "switch",
  "contract-drop-index": "contract-finish",
};

/** Before the index goes, in a transaction. */
const UNDESCRIBE: Partial<Record<MigrationStage, MigrationStage>> = {
  "expand-drop-index": "expand-first",
  "switch-index": "switch",
};

const REFUSING: ReadonlySet<TableObject["kind"]> = new Set([
  "primary-key",
  "unique-key",
  "foreign-key",
  "check",
  "index",
]);

/** What is said about an index that stays. */
export function describeOnline(
  dialect: OnlineDialect,
  { states, before, after }: KeptObject,
): readonly MigrationOperation[] {
  if (before.kind !== "index" || after.kind !== "index") return [];
  if (before.part.comment === after.part.comment) return [];
  const says = (comment: string | undefined): readonly SqlStatement[] =>
    comment === undefined
      ? [undescribed(dialect, before.part)]
      : indexComment(dialect, before.part, comment);
  return [
    {
      title: "describe index",
      table: states.current.late.name,
      subject: after.part.subject,
      stage: "expand",
      up: says(after.part.comment),
      down: says(before.part.comment),
    },
  ];
}

function undescribed(dialect: OnlineDialect, { name, subject }: TableIndex): SqlStatement {
  return statement(subject, `${dialect.comment({ kind: "index", index: name }, undefined)};`);
}

export function titleOf({ kind }: TableObject): string {
  return kind.replace("-", " ");
}
