import { describe, expect, test } from "vitest";
import { composeDomain } from "../../../src/architects/rules/compose-domain.ts";
import type { DomainModel, EntityPlan } from "../../../src/architects/rules/domain-model.ts";
import { draftAll, faultsOf, readText } from "./draft-all.ts";

async function modelOf(text: string): Promise<DomainModel> {
  const reading = await readText(text);
  expect(faultsOf(await draftAll(reading))).toEqual([]);
  return composeDomain(reading);
}

function thing({ entities }: DomainModel, id: string): EntityPlan {
  const found = entities.find((entity) => entity.id === id);
  if (found === undefined) throw new Error(`${id} is not in ${entities.map((e) => e.id).join()}`);
  return found;
}

function ties(model: DomainModel, id: string): readonly string[] {
  return thing(model, id).references.map(({ field }) => field);
}

function fields(model: DomainModel, id: string): readonly string[] {
  return thing(model, id).fields.map((field) => field.id);
}

describe("what a text says in passing", () => {
  test("a numbered line needs no colon", async () => {
    const model = await modelOf(
      "# Kennel\n\nFR-1.1 A keeper shall be able to admit a dog with a name, a breed and a chip number.\nFR-1.2 A kennel has a code and a size.\nFR-1.3 A keeper shall be able to record a feeding with a portion and a time. It cannot be changed.\n",
    );
    expect(fields(model, "kennel")).toEqual(["code", "size"]);
    expect(fields(model, "feeding")).toEqual(expect.arrayContaining(["portion", "time"]));
    expect(model.actors.map(({ id }) => id)).toEqual(["keeper"]);
  }, 60_000);

  test("parts of parts, and one line for each", async () => {
    const model = await modelOf(
      "# Mill\n\n- Farmers have a contract with a price list.\n- At the end of each month a bill is made for every farmer, with one line per delivery.\n- The clerk can record a delivery with a weight and a date.\n- Each lorry is driven by one driver and has a list of stops.\n",
    );
    expect(ties(model, "contract")).toContain("price-list-id");
    expect(ties(model, "bill-line")).toEqual(expect.arrayContaining(["bill-id", "delivery-id"]));
  }, 60_000);

  test("fees, attempts and decisions are about something", async () => {
    const model = await modelOf(
      "# Library fines desk\n\n- The clerk can register a book with a title.\n- A reminder fee of 3 EUR is charged for each book.\n- A judge approves or rejects the objection and writes a verdict with reasons.\n- The reader can file an objection with a text.\n",
    );
    expect(ties(model, "reminder-fee")).toEqual(["book-id"]);
    expect(ties(model, "verdict")).toContain("objection-id");
  }, 60_000);

  test("a captain is somebody on record, and prices per unit keep their unit", async () => {
    const model = await modelOf(
      "# Regatta\n\n- A rower can join a crew.\n- A rower has a name and a weight.\n- A crew has a colour, a captain and up to two substitutes.\n- The organiser can create a crew.\n- A rate has a price per hour and a price per day.\n",
    );
    expect(fields(model, "crew")).toEqual(["colour"]);
    expect(ties(model, "crew").some((field) => field.startsWith("captain-"))).toBe(true);
    expect(fields(model, "rate")).toEqual(["price-per-hour", "price-per-day"]);
  }, 60_000);

  test("what is only computed of a thing is a field of it", async () => {
    const model = await modelOf(
      "# Judging\n\n- The clerk can create a dish with a name.\n- The system computes a total score for each dish.\n",
    );
    expect(fields(model, "dish")).toContain("total-score");
    expect(model.entities.map(({ id }) => id)).not.toContain("score");
  }, 60_000);
});
