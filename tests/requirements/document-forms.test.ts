import { describe, expect, test } from "vitest";
import { readRequirements } from "../../src/requirements/read-requirements.ts";
import type { RequirementsReading } from "../../src/requirements/requirements-reading.ts";

async function read(text: string, path = "requirements.md"): Promise<RequirementsReading> {
  const { value } = await readRequirements([{ path, text }]);
  if (value === undefined) throw new Error("nothing was read");
  return value;
}

function entity(reading: RequirementsReading, name: string) {
  return reading.entities.find((mention) => mention.name === name);
}

describe("the forms of documents", () => {
  test("a table about the document itself states nothing", async () => {
    const reading = await read(
      "# Ledger\n\n| Field | Value |\n|---|---|\n| Version | 1.3 |\n| Owner | Product team |\n| Status | Draft |\n\nThe system shall let a clerk create an invoice.\n",
    );
    expect(reading.requirements.map(({ text }) => text)).toEqual([
      "The system shall let a clerk create an invoice.",
    ]);
    expect(entity(reading, "ledger")).toBeUndefined();
  });

  test("a table of roles gives actors, each with what it does", async () => {
    const reading = await read(
      "# Shop\n\n## Roles\n\n| Role | Description |\n|---|---|\n| Floor walker | Helps people |\n| Cashier | Takes the money |\n\nThe system shall let a cashier refund a purchase.\n",
    );
    expect(reading.actors.map(({ name }) => name).toSorted()).toEqual(["cashier", "floor walker"]);
    expect(reading.requirements[0]?.text).toBe("Floor walker: Helps people");
  });

  test("numbered lines over paragraphs are headings, the first line is the title", async () => {
    const reading = await read(
      "Ledger of the Harbour\n\n1. Scope\n\nA clerk shall be able to create an invoice.\n\n2. Load and more\n\nThe service shall process 600 invoices per second.\n",
      "ledger.txt",
    );
    expect(reading.title).toBe("Ledger of the Harbour");
    expect(reading.requirements.map(({ text }) => text)).toEqual([
      "A clerk shall be able to create an invoice.",
      "The service shall process 600 invoices per second.",
    ]);
  });

  test("states in prose and what is recorded of each thing", async () => {
    const reading = await read(
      "# Bank\n\nFor each account, we record the IBAN, the currency and the balance. A transfer is initiated, authorised, settled or rejected.\n",
    );
    expect(entity(reading, "account")?.attributes.map(({ name }) => name)).toEqual([
      "iban",
      "currency",
      "balance",
    ]);
    expect(entity(reading, "transfer")?.states).toEqual([
      "initiated",
      "authorised",
      "settled",
      "rejected",
    ]);
  });

  test("places and products of others are no entities", async () => {
    const reading = await read(
      "# Bank\n\nAll data shall be stored in Norway. Servers are allocated from Zorbas. A customer can create a transfer.\n",
    );
    expect(reading.entities.map(({ name }) => name)).toEqual(["transfer"]);
  });

  test("a data dictionary states types, lengths and what may be missing", async () => {
    const reading = await read(
      "# Fleet\n\n## Data dictionary\n\n### Van\n\n| Attribute | Type | Required |\n|---|---|---|\n| `plate` | string(12) | yes |\n| `startedAt` | timestamp | no |\n| `ownerId` | uuid | yes |\n| `validUntil` | date | yes |\n",
    );
    const attributes = entity(reading, "van")?.attributes ?? [];
    expect(
      attributes.map(({ name, typeHint, maxLength, optional }) => [
        name,
        typeHint,
        maxLength,
        optional,
      ]),
    ).toEqual([
      ["plate", "string", 12, undefined],
      ["started at", "timestamp", undefined, true],
      ["owner id", "uuid", undefined, undefined],
      ["valid until", "date", undefined, undefined],
    ]);
  });

  test("joined verbs and joined objects each count", async () => {
    const reading = await read(
      "# Courses\n\n- As an author, I want to publish and unpublish a course.\n- As an author, I want to add modules and lessons to a course.\n",
    );
    const [first, second] = reading.stories;
    expect(first?.actions.map(({ verb }) => verb)).toEqual(["publish", "unpublish"]);
    expect([...(second?.actions ?? []), ...(second?.joined ?? [])]).toEqual([
      { verb: "add", object: "module" },
      { verb: "add", object: "lesson" },
    ]);
  });

  test("several documents are called by what their names share", async () => {
    const text = "- A clerk can create an invoice.\n";
    const { value } = await readRequirements([
      { path: "a/harbour-features.md", text },
      { path: "a/harbour-endpoints.md", text },
    ]);
    expect(value?.title).toBe("Harbour");
  });
});
