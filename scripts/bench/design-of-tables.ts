import type { Design } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { sampleDesign } from "../../tests/support/sample-design.ts";

/** One context with so many tables of 12 columns; each refers to the one before and the first. */
export function designOfTables(tables: number): Design {
  const { system } = sampleDesign();
  const ids = Array.from({ length: tables }, (_, at) => `thing-${at + 1}`);
  const context = "bench";
  return {
    system: systemSchema.parse({
      ...system,
      contexts: [{ id: context, name: "Bench", purpose: "Is large.", classification: "core" }],
      events: [],
      flows: [],
    }),
    contexts: [
      contextDesignSchema.parse({
        context,
        entities: ids.map((id, at) => entityOf(id, ids[at - 1] ?? id)),
      }),
    ],
  };
}

function entityOf(id: string, previous: string): unknown {
  const field = (own: string, rest: object): object => ({
    id: own,
    name: own.replaceAll("-", " "),
    ...rest,
  });
  const parent = (own: string, to: string): object => ({
    id: own,
    name: own,
    field: `${own}-id`,
    to,
    cardinality: "many-to-one",
    onDelete: "restrict",
  });
  return {
    id,
    name: id,
    description: "A thing.",
    store: "library-db",
    fields: [
      field("id", { type: "uuid", readOnly: true }),
      field("code", { type: "string", maxLength: 40 }),
      field("state", { type: "enum", enumValues: ["new", "open", "closed"] }),
      field("amount", { type: "integer", minimum: 0, maximum: 100_000 }),
      field("price", { type: "decimal", precision: 12, scale: 2, minimum: 0 }),
      field("note", { type: "text", nullable: true }),
      field("is-active", { type: "boolean" }),
      field("opened-at", { type: "timestamp" }),
      field("closed-at", { type: "timestamp", nullable: true }),
      field("due", { type: "date", nullable: true }),
      field("first-id", { type: "uuid" }),
      field("previous-id", { type: "uuid", nullable: true }),
    ],
    primaryKey: ["id"],
    uniqueKeys: [{ id: "code", fields: ["code"] }],
    relations: [parent("first", "thing-1"), parent("previous", previous)],
    indexes: [
      indexOn("by-first", ["first-id"], "The things of a first one."),
      indexOn("by-previous", ["previous-id"], "What follows a thing."),
      indexOn("by-state", ["state", "opened-at"], "A list by state."),
    ],
    rules: [{ id: "in-order", field: "opened-at", operator: "lte", otherField: "closed-at" }],
    rows: { value: 1000, basis: "assumed" },
  };
}

function indexOn(id: string, fields: readonly string[], serves: string): object {
  return { id, fields, unique: false, serves };
}
