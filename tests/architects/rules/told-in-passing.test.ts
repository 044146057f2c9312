import { describe, expect, test } from "vitest";
import { composeDomain } from "../../../src/architects/rules/compose-domain.ts";
import type { DomainModel, EntityPlan } from "../../../src/architects/rules/domain-model.ts";
import { draftAll, faultsOf, readText } from "./draft-all.ts";

async function modelOf(...lines: readonly string[]): Promise<DomainModel> {
  const reading = await readText(["# Depot", "", ...lines].join("\n"));
  expect(faultsOf(await draftAll(reading))).toEqual([]);
  return composeDomain(reading);
}

function thing(model: DomainModel, id: string): EntityPlan {
  const found = model.entities.find((entity) => entity.id === id);
  if (found === undefined)
    throw new Error(`${id} is not in ${model.entities.map((entity) => entity.id).join(", ")}`);
  return found;
}

function targetsOf(model: DomainModel, id: string): readonly string[] {
  return thing(model, id).references.map(({ to }) => to);
}

function fieldsOf(model: DomainModel, id: string): readonly string[] {
  return thing(model, id).fields.map((field) => field.id);
}

describe("what is told in passing", () => {
  test("what several statements place things at is a thing, and no text of theirs", async () => {
    const model = await modelOf(
      "- A groomer shall book a visit for a dog with a washer at a salon. A visit has a start time, a duration in minutes and a reason.",
      "- A salon head shall plan shifts. A shift has a washer, a salon, a start and an end.",
      "- A dog has a name and a coat.",
      "- Shampoo stock per salon is counted; when it falls below a minimum the head is told.",
    );
    expect(targetsOf(model, "visit")).toEqual(expect.arrayContaining(["dog", "washer", "salon"]));
    expect(targetsOf(model, "shift").toSorted()).toEqual(["salon", "washer"]);
    expect(targetsOf(model, "shampoo-stock")).toContain("salon");
    expect(fieldsOf(model, "shift")).toEqual(["start", "end"]);
  }, 60_000);

  test("stated times leave no room for assumed ones", async () => {
    const model = await modelOf(
      "- A guest can book an appointment. An appointment has a start time, a duration in minutes and a note.",
    );
    expect(fieldsOf(model, "appointment")).not.toContain("starts-at");
    expect(fieldsOf(model, "appointment")).not.toContain("ends-at");
  }, 60_000);

  test("a predicate behind others ties its subject", async () => {
    const model = await modelOf(
      "- A cage has a number, a size and is for one bird.",
      "- A bird has a name and a ring number.",
      "- Each perch hangs in one cage, has a label and is either high or low.",
    );
    expect(targetsOf(model, "cage")).toEqual(["bird"]);
    expect(targetsOf(model, "perch")).toEqual(["cage"]);
    expect(fieldsOf(model, "perch")).toContain("label");
  }, 60_000);

  test("what there is once per two things refers to both", async () => {
    const model = await modelOf(
      "- A trainee has a name and an e-mail address.",
      "- A skill type has a name and a colour.",
      "- Each trainee has one skill balance per skill type and year, with points, open points.",
    );
    expect(targetsOf(model, "skill-balance").toSorted()).toEqual(["skill-type", "trainee"]);
    expect(fieldsOf(model, "skill-balance")).toEqual(
      expect.arrayContaining(["year", "points", "open-points"]),
    );
  }, 60_000);

  test("a role that is only taken up is the longer one", async () => {
    const model = await modelOf(
      "- A depot manager shall plan shifts. A shift has a start and an end.",
      "- The manager shall cancel a shift.",
    );
    const people = model.actors.filter(({ kind }) => kind === "person").map(({ id }) => id);
    expect(people).toEqual(["depot-manager"]);
    const cancel = model.operations.find(({ id }) => id === "cancel-shift");
    expect(cancel?.actors).toEqual(["depot-manager"]);
  }, 60_000);

  test("a story over three columns is a story", async () => {
    const model = await modelOf(
      "| Id | As a | I want to | so that |",
      "|---|---|---|---|",
      "| S-1 | warden | add a boat to a harbour with a serial number and a load limit | it can be let |",
      "| S-2 | warden | create a harbour with a name and a depth | boats have a place |",
    );
    expect(fieldsOf(model, "boat")).toEqual(expect.arrayContaining(["serial-number"]));
    expect(model.operations.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["create-boat", "create-harbour"]),
    );
  }, 60_000);

  test("no thing comes of circumstances", async () => {
    const model = await modelOf(
      "- A clerk can print a label in a minute with a phone.",
      "- A clerk can send a parcel by a card on a screen. A parcel has a weight and an IBAN.",
      "- A parcel is shown at a glance on a screen with an IBAN.",
    );
    const ids = model.entities.map(({ id }) => id);
    for (const id of ["glance", "screen", "minute", "phone", "card", "iban", "weight"])
      expect(ids).not.toContain(id);
  }, 60_000);

  test("amounts that others have, and numbers, are no things; a day's rate makes a year's rows", async () => {
    const reading = await readText(
      [
        "# Inns",
        "",
        "- A rate plan belongs to one room type and has a name and a price per night.",
        "- A room type has a name and a bed count.",
        "- Each inn has rooms; a room has a number, a floor and a status: free, occupied, cleaning.",
        "- A guest can book a room type. A booking has an arrival date, a departure date and a total price.",
        "- An agency gets a commission of 10 % on each booking.",
        "- The manager can change the prices of a rate plan.",
        "- 3,000 bookings per day, 40,000 searches per hour at peak.",
      ].join("\n"),
    );
    const model = composeDomain(reading);
    const ids = model.entities.map(({ id }) => id);
    expect(ids).not.toContain("price");
    expect(ids).not.toContain("commission");
    expect(fieldsOf(model, "booking")).toContain("total-price");
    expect(fieldsOf(model, "booking")).not.toContain("starts-at");
    expect(fieldsOf(model, "inn")).not.toContain("status");
    expect(fieldsOf(model, "room")).toContain("status");
    const design = await draftAll(reading);
    expect(faultsOf(design)).toEqual([]);
    const entities = design.contexts.flatMap((context) => context.entities);
    expect(entities.find(({ id }) => id === "booking")?.rows.value).toBeCloseTo(3000 * 365, -4);
  });
});
