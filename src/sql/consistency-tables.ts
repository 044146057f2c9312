import type { ContextDesign, Design } from "../design/design.ts";
import { toTitle } from "../util/naming.ts";
import { toSnake } from "../util/naming.ts";
import type { ObjectNames } from "./object-names.ts";
import type { Column, Table } from "./relational-model.ts";

type Sketch = Omit<Column, "id" | "subject" | "name" | "nullable"> & { readonly nullable?: true };

interface TableSketch {
  readonly id: string;
  readonly name: string;
  readonly comment: string;
  readonly columns: Readonly<Record<string, Sketch>>;
  readonly key: readonly string[];
  readonly unique?: readonly string[];
  readonly index: Readonly<Pick<Table["indexes"][number], "columns" | "where" | "comment">>;
  readonly states?: readonly string[];
}

const id: Sketch = { type: { kind: "uuid" }, default: { function: "uuid" } };
const now: Sketch = { type: { kind: "timestamp" }, default: { function: "now" } };
const later: Sketch = { type: { kind: "timestamp" }, nullable: true };
const text: Sketch = { type: { kind: "string", length: 200 } };
const payload: Sketch = { type: { kind: "json" } };
const count: Sketch = { type: { kind: "integer" }, default: 0 };

/** Transactional outbox, idempotent consumer and saga state (microservices.io, Richardson). */
const TABLES: Readonly<Record<"outbox" | "inbox" | "saga", TableSketch>> = {
  outbox: {
    id: "table:outbox",
    name: "Outbox message",
    comment:
      "Messages written in the transaction that causes them; a relay publishes them in order.",
    columns: {
      id,
      event: text,
      "ordering-key": text,
      payload,
      "created-at": now,
      "published-at": later,
      attempts: count,
    },
    key: ["id"],
    index: {
      columns: ["created-at", "id"],
      where: { column: "published-at" },
      comment: "What the relay publishes next: the oldest that is not published.",
    },
  },
  inbox: {
    id: "table:inbox",
    name: "Inbox message",
    comment: "Messages that a consumer has handled: a second delivery finds its id and is ignored.",
    columns: { consumer: text, "message-id": { type: { kind: "uuid" } }, "handled-at": now },
    key: ["consumer", "message-id"],
    index: {
      columns: ["handled-at"],
      comment: "The oldest, to be forgotten once no message can be delivered again.",
    },
  },
  saga: {
    id: "table:saga",
    name: "Saga state",
    comment: "How far each saga is, so that it goes on or is undone after a crash.",
    columns: {
      id,
      saga: text,
      "correlation-id": text,
      state: { type: { kind: "enum" }, default: "running" },
      step: count,
      payload,
      "started-at": now,
      "updated-at": now,
      "finished-at": later,
    },
    key: ["id"],
    unique: ["saga", "correlation-id"],
    index: {
      columns: ["updated-at"],
      where: { column: "finished-at" },
      comment: "Sagas that wait longest: to be taken up again or undone.",
    },
    states: ["running", "compensating", "completed", "compensated", "failed"],
  },
};

/** The tables that consistency decisions call for in this context, each once. */
export function consistencyTables(
  { system }: Design,
  { context, entities }: ContextDesign,
  names: ObjectNames | undefined,
): readonly Table[] {
  if (names === undefined) return [];
  const drawn = new Set(entities.map(({ name }) => toSnake(name)));
  return (["outbox", "inbox", "saga"] as const).flatMap((kind) => {
    const decision = system.consistency.find(
      ({ tables, contexts }) =>
        tables?.includes(kind) === true &&
        (kind === "saga" ? contexts[0] === context : contexts.includes(context)),
    );
    const sketch = TABLES[kind];
    // Somebody has drawn the table as an entity: one is enough.
    if (decision === undefined || drawn.has(toSnake(sketch.name))) return [];
    return [tableOf(sketch, `system/consistency/${decision.id}`, names)];
  });
}

function tableOf(sketch: TableSketch, subject: string, names: ObjectNames): Table {
  const name = names.table(sketch.name);
  const { columns, key, unique, index, states } = sketch;
  return {
    id: sketch.id,
    subject,
    name,
    comment: sketch.comment,
    columns: Object.entries(columns).map(([column, { nullable = false, ...rest }]) => ({
      id: column,
      subject,
      name: toSnake(toTitle(column)),
      nullable,
      ...rest,
    })),
    primaryKey: {
      id: "primary-key",
      subject,
      name: names.object([name], "pkey"),
      columns: [...key],
    },
    uniqueKeys:
      unique === undefined
        ? []
        : [
            {
              id: "unique",
              subject,
              name: names.object([name, ...unique.map(toSnake)], "key"),
              columns: [...unique],
            },
          ],
    foreignKeys: [],
    indexes: [
      {
        id: "polled",
        subject,
        name: names.object([name, "polled"], "idx"),
        unique: false,
        ...index,
      },
    ],
    checks:
      states === undefined
        ? []
        : [
            {
              id: "values:state",
              subject,
              name: names.object([name, "state"], "check"),
              rule: { kind: "values", column: "state", values: [...states] },
            },
          ],
  };
}
