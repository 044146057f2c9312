import { expect, test } from "vitest";
import { composeDomain } from "../../../src/architects/rules/compose-domain.ts";
import type { DomainModel } from "../../../src/architects/rules/domain-model.ts";
import { readRequirements } from "../../../src/requirements/read-requirements.ts";

async function modelOf(text: string): Promise<DomainModel> {
  const { value, diagnostics } = await readRequirements([{ path: "text.md", text }]);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return composeDomain(value);
}

function callersOf({ operations }: DomainModel): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(operations.map(({ id, actors }) => [id, actors]));
}

test("a pronoun stands for the thing that was spoken of before", async () => {
  const model = await modelOf(`# Depot

- The planner can create a delivery, assign it to a courier and cancel it.
- A delivery has a window and a weight.
- The courier can view a delivery.`);
  expect(callersOf(model)).toMatchObject({
    "assign-delivery": ["planner"],
    "cancel-delivery": ["planner"],
  });
});

test("the number of a section hides neither who acts nor on what", async () => {
  const model = await modelOf(`# Kennel

## 2 Functions

2.1.1 The keeper shall create walks with a start and a length.

2.1.2 A visitor may reserve a walk.

2.1.3 The keeper shall cancel a walk.`);
  expect(model.actors.map(({ id }) => id)).toEqual(expect.arrayContaining(["keeper", "visitor"]));
  expect(callersOf(model)["cancel-walk"]).toEqual(["keeper"]);
});

test("a context has the name of a whole, not of its part", async () => {
  const { contexts, entities } = await modelOf(`# Repair café

- A receipt has a date and a status: open, paid.
- Each receipt has one or more receipt lines; a receipt line has a text, a quantity and a price.
- A receipt line is rounded; a receipt line may be free of charge.`);
  const parts = entities.filter(({ references }) => references.some(({ owned }) => owned));
  expect(parts.map(({ id }) => id)).toEqual(["receipt-line"]);
  expect(contexts.map(({ name }) => name)).toEqual(["Receipts"]);
});

test("a price for each of something is money, a span in hours a whole number", async () => {
  const { entities } = await modelOf(`# Berths

- A berth fee has a name, a price per night and a cancellation deadline in hours.
- The harbour master can create a berth fee.`);
  const fields = entities.flatMap((entity) => entity.fields);
  expect(fields.find(({ id }) => id === "price-per-night")?.type).toBe("decimal");
  expect(fields.find(({ id }) => id === "cancellation-deadline-in-hours")?.type).toBe("integer");
});

test("who replays a match replays no stream of events", async () => {
  const { entities } = await modelOf(`# Chess club

- A board sends positions every second; 3,000 positions per second are ingested as a stream of events.
- Dashboards show the average per minute in real time.
- The trainer can replay a match.
- A match has a title and a date.`);
  expect(entities.map(({ id }) => id)).not.toContain("replay");
});

test("no role calls the webhook of a payment provider", async () => {
  const { operations } = await modelOf(`# Shop

- A customer can place an order; an order has a total and a number.
- A customer can pay an order by card; payments go through Adyen.`);
  const called = operations.find(({ id }) => id === "receive-payment-event");
  expect(called?.actors).toEqual([]);
});

test("a performance on a stage is a thing and no quality", async () => {
  const { value } = await readRequirements([
    { path: "text.md", text: "# Opera\n\n- The director shall plan a performance of a singer." },
  ]);
  expect(value?.requirements.map(({ kind }) => kind)).toEqual(["functional"]);
});
