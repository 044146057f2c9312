import { expect, test } from "vitest";
import type { Design } from "../../../src/design/design.ts";
import { shardingView } from "../../../src/emitters/docs/sharding-view.ts";
import { draftAll, readText } from "../../architects/rules/draft-all.ts";

const SHOP = `# Machines

- An organisation has a name.
- A machine belongs to an organisation.
- A machine has a name and a unique serial number.
- A ticket belongs to a machine.
- A ticket has a title.
- A colour has a unique code.
- As a technician I can create, list and update organisations, machines, colours and tickets.
- The system must handle 240,000 requests per second.
`;

async function drafted(text: string): Promise<Design> {
  return draftAll(await readText(text));
}

test("names the tables, relations, keys and operations that a shard's key concerns", async () => {
  const [view, ...others] = shardingView(await drafted(SHOP));
  expect(others).toEqual([]);
  expect(view).toMatchObject({
    key: "organisation-id",
    carrying: "Machine, Organisation",
    following: "Ticket",
    unique: "Machine (Serial number)",
  });
  expect(view).toHaveProperty("joins", expect.stringContaining("Ticket → Machine"));
  expect(view).toHaveProperty("asksAll", expect.stringMatching(/\bGet ticket\b/));
  expect(view).toHaveProperty("asksAll", expect.not.stringMatching(/\bGet organisation\b/));
});

test("a tenant's rows are all on one shard, so no operation asks another", async () => {
  const apart = `${SHOP}- Data of one organisation must never be seen by another organisation.\n`;
  const [view] = shardingView(await drafted(apart));
  expect(view).toHaveProperty("key", "organisation-id");
  expect(view).toHaveProperty("following", "");
  expect(view).toHaveProperty("asksAll", expect.not.stringMatching(/ticket|machine/));
});

test("a shared table is copied, cannot point into a shard, and is written on each", async () => {
  const design = await drafted(SHOP);
  const contexts = design.contexts.map((context) => ({
    ...context,
    entities: context.entities.map((entity) => ({
      ...entity,
      fields: entity.fields.map((field) =>
        field.id === "machine-id" ? { ...field, nullable: true } : field,
      ),
    })),
  }));
  const [view] = shardingView({ ...design, contexts });
  expect(view).toMatchObject({ following: "", copied: "Ticket" });
  expect(view).toHaveProperty("impossible", expect.stringContaining("Ticket → Machine"));
  expect(view).toHaveProperty("writesCopies", expect.stringContaining("Create ticket"));
});

test("says nothing where one primary takes the writes", async () => {
  const calm = SHOP.replace("240,000", "24");
  expect(shardingView(await drafted(calm))).toEqual([]);
});
