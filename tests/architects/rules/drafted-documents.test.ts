import { describe, expect, test } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design, Entity, Operation } from "../../../src/design/design.ts";
import { draftAll, readText } from "./draft-all.ts";

async function drafted(text: string): Promise<Design> {
  const design = await draftAll(await readText(text));
  const index = indexDesign(design);
  expect(
    designChecks.flatMap((check) => check.check(design, index).map(({ message }) => message)),
  ).toEqual([]);
  return design;
}

function entity(design: Design, id: string): Entity | undefined {
  return design.contexts.flatMap(({ entities }) => entities).find((found) => found.id === id);
}

function operations(design: Design): readonly Operation[] {
  return design.contexts.flatMap((context) => context.operations);
}

function commands(design: Design): readonly string[] {
  return operations(design)
    .filter(({ kind }) => kind === "command")
    .map(({ id }) => id);
}

function rolesThatMay(design: Design, operation: string): readonly string[] {
  const permissions = operations(design).find(({ id }) => id === operation)?.auth.permissions ?? [];
  return design.system.auth.roles
    .filter((role) => permissions.every((permission) => role.permissions.includes(permission)))
    .map(({ id }) => id);
}

describe("documents in other forms than stories", () => {
  test("grants: who may do what, and what a thing is made for", async () => {
    const design = await drafted(
      [
        "# Practice",
        "- The system shall let a patient register with full name, date of birth and phone number.",
        "- The system shall let a patient search for free slots.",
        "- The system shall let a patient book an appointment in a free slot.",
        "- The system shall let a patient cancel an appointment.",
        "- The system shall let a receptionist put a patient on a waiting list.",
        "- The system shall reject a booking when the slot is taken.",
        "- An appointment is requested, confirmed, completed, cancelled or missed.",
      ].join("\n"),
    );
    expect(commands(design)).toEqual(
      expect.arrayContaining(["create-appointment", "cancel-appointment"]),
    );
    expect(commands(design).filter((id) => id.startsWith("reject"))).toEqual([]);
    expect(rolesThatMay(design, "cancel-appointment")).toEqual(["patient"]);
    const appointment = entity(design, "appointment");
    expect(appointment?.fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["patient-id", "slot-id", "starts-at", "status"]),
    );
    expect(entity(design, "patient")?.fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["full-name", "date-of-birth", "phone-number"]),
    );
    const ways = appointment?.lifecycle?.transitions.map(({ from, to }) => `${from}>${to}`);
    expect(ways).toContain("requested>cancelled");
    expect(ways).not.toContain("cancelled>missed");
    expect(ways).not.toContain("completed>cancelled");
  }, 60_000);

  test("two clauses with two actors give each its own permission", async () => {
    const design = await drafted(
      "# Arena\n\n- A player can create a party.\n- Players can report another player; a moderator can ban or mute a player\n",
    );
    expect(rolesThatMay(design, "ban-player")).toEqual(["moderator"]);
    expect(rolesThatMay(design, "report-player")).toEqual(["player"]);
    expect(commands(design)).not.toContain("create-player");
  }, 60_000);

  test("an account with a balance is no account to sign in with", async () => {
    const design = await drafted(
      [
        "# Bank",
        "For each account, we record the IBAN, the currency and the available balance.",
        "",
        "- The service shall allow a clerk to block an account.",
        "- A customer shall be able to initiate a transfer from an account.",
        "- All data shall be stored in Norway.",
      ].join("\n"),
    );
    expect(entity(design, "account")?.fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["iban", "available-balance"]),
    );
    expect(entity(design, "account")?.fields.map(({ id }) => id)).not.toContain("password-hash");
    expect(entity(design, "norway")).toBeUndefined();
    expect(commands(design)).toContain("create-transfer");
    expect(rolesThatMay(design, "block-account")).toEqual(["clerk"]);
  }, 60_000);

  test("a data dictionary gives types, keys and references", async () => {
    const design = await drafted(
      "# Fleet\n\n## Data dictionary\n\n### Van\n\n| Attribute | Type | Required |\n|---|---|---|\n| `id` | uuid | yes |\n| `plate` | string(12) | yes |\n\n### Trip\n\n| Attribute | Type | Required |\n|---|---|---|\n| `id` | uuid | yes |\n| `vanId` | uuid | yes |\n| `startedAt` | timestamp | no |\n| `status` | `planned` \\| `started` \\| `ended` \\| `cancelled` | yes |\n\n## Functions\n\n- The driver can start and end a trip.\n- The system raises an alert when a van leaves a geofence.\n- The dispatcher acknowledges alerts.\n",
    );
    const trip = entity(design, "trip");
    expect(trip?.relations.map(({ to }) => to)).toContain("van");
    expect(trip?.fields.find(({ id }) => id === "started-at")).toMatchObject({
      type: "timestamp",
      nullable: true,
    });
    expect(entity(design, "van")?.fields.find(({ id }) => id === "plate")).toMatchObject({
      type: "string",
      maxLength: 12,
    });
    expect(commands(design)).toEqual(
      expect.arrayContaining(["start-trip", "end-trip", "acknowledge-alert"]),
    );
    expect(commands(design)).not.toContain("leave-geofence");
    expect(design.system.requirements.filter(({ scope }) => scope === "open")).toEqual([]);
  }, 60_000);

  test("parts are made in their whole, people are put together", async () => {
    const design = await drafted(
      "# Courses\n\n- As an author, I want to create a course with a title and a level (easy, hard).\n- As an author, I want to add modules and lessons to a course.\n- As an author, I want to publish and unpublish a course.\n- As a manager, I want to see a report of completed courses.\n- As an administrator, I want to import employees from a CSV file.\n",
    );
    for (const part of ["module", "lesson"])
      expect(entity(design, part)?.relations.map(({ to }) => to)).toEqual(["course"]);
    expect(commands(design)).toEqual(
      expect.arrayContaining([
        "create-module",
        "create-lesson",
        "publish-course",
        "unpublish-course",
      ]),
    );
    expect(commands(design)).not.toContain("complete-course");
    const imported = operations(design).find(({ id }) => id === "import-employee");
    expect(imported?.http?.path).toBe("/employees/import");
  }, 60_000);

  test("words for one thing are one thing; what is counted is not kept", async () => {
    const design = await drafted(
      "# Post\n\n- As a sender, I want to send a parcel.\n- As a sender, I want to create a parcel.\n- As a courier, I want to deliver the package.\n- As a courier, I want to update a shipment.\n",
    );
    const things = ["parcel", "package", "shipment"].filter(
      (id) => entity(design, id) !== undefined,
    );
    expect(things).toEqual(["parcel"]);
  }, 60_000);

  test("questions of one kind are asked once for a context", async () => {
    const design = await drafted(
      "# Garden\n\n- As a gardener, I want to create beds.\n- A bed has a name and a status (fresh, planted, harvested).\n- A plant has a name and a status (seed, grown, dead).\n- A plant belongs to one bed.\n",
    );
    const asked = design.system.openQuestions.filter(({ text }) =>
      text.startsWith("Who or what makes"),
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text).not.toMatch(/\bfresh\b|\bseed\b/);
  }, 60_000);

  test("a small load needs one deployable and no stream", async () => {
    const design = await drafted(
      "# Club\n\n- As a member, I want to create a booking.\n- As a trainer, I want to cancel a booking.\n- 300 registered members, at most 20 concurrent users.\n",
    );
    expect(design.system.deployables.map(({ kind }) => kind)).toEqual(["service"]);
    expect(design.system.stores.map(({ kind }) => kind)).toEqual(["relational"]);
  }, 60_000);
});
