import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design, Entity } from "../../../src/design/design.ts";
import { draftAll, readFileAsRequirements, readText } from "./draft-all.ts";

async function drafted(...lines: readonly string[]): Promise<Design> {
  return draftAll(await readText(["# Sensor cloud", "", ...lines].join("\n")));
}

function entity(design: Design, id: string): Entity {
  const all = entities(design);
  const found = all.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no ${id} in ${all.map((one) => one.id).join(", ")}`);
  return found;
}

function entities(design: Design): readonly Entity[] {
  return design.contexts.flatMap((context) => context.entities);
}

/** Codes about indexes, keys and marks that a draft must not cause. */
const OWN =
  /^design\/(?:duplicate-index|redundant-index|low-cardinality-index|wide-index|tenant-outside-key|unfit-mark|unfit-expression|partition-outside-key|relation-without-index)$/;

function problems(design: Design): readonly string[] {
  const index = indexDesign(design);
  return designChecks
    .flatMap((check) => check.check(design, index))
    .filter(({ code }) => OWN.test(code))
    .map(({ code, message }) => `${code}: ${message}`);
}

const PLAIN = [
  "- An organisation has a name.",
  "- A machine belongs to an organisation.",
  "- A machine has a name and a serial number.",
  "- A reading belongs to a machine.",
  "- A reading has a value.",
  "- As a technician I can create, list, update and delete machines.",
  "- As a technician I can list the readings of a machine.",
];

describe("what nothing asks for is not there", () => {
  test("a plain text", async () => {
    const design = await drafted(...PLAIN);
    for (const one of entities(design)) {
      expect([one.tenantKey, one.softDelete, one.versionField, one.keepsHistory]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(one.partitioning).toBeUndefined();
    }
  });

  test("words that come close", async () => {
    const design = await drafted(
      ...PLAIN,
      "- The tenant of a flat pays a rent.",
      "- As a technician I can read the history of a machine's location.",
      "- As a technician I can restore a backup.",
    );
    expect(entities(design).filter((one) => one.tenantKey ?? one.softDelete)).toEqual([]);
  });
});

describe("what the text asks for", () => {
  test("tenants: a key on every row, first in keys and indexes, in the words of the text", async () => {
    const design = await drafted(
      ...PLAIN,
      "- The data of one organisation is never visible to another organisation.",
    );
    for (const id of ["machine", "reading"]) {
      const own = entity(design, id);
      expect(own.tenantKey).toBe("organisation-id");
      expect(own.indexes.map(({ fields }) => fields[0])).not.toContain("created-at");
      expect(own.indexes.every(({ fields }) => fields[0] === "organisation-id")).toBe(true);
      expect(own.fields.find((field) => field.id === own.tenantKey)?.nullable).toBe(false);
    }
    expect(entities(design).find(({ id }) => id === "organisation")?.tenantKey).toBeUndefined();
    expect(problems(design)).toEqual([]);
  });

  test("soft delete, authors, versions and history, each cited", async () => {
    const design = await drafted(
      ...PLAIN,
      "- Deleted machines can be restored within 30 days.",
      "- Every change of a machine is recorded with who changed it: a full audit trail.",
      "- Two technicians who edit the same machine must not overwrite each other.",
    );
    const machine = entity(design, "machine");
    expect(machine.softDelete).toBe("deleted-at");
    expect(machine.versionField).toBe("version");
    expect(machine.keepsHistory).toBe(true);
    expect(machine.fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["created-by", "updated-by", "version", "deleted-at"]),
    );
    const texts = design.system.requirements
      .filter(({ id }) => machine.requirements.includes(id))
      .map(({ text }) => text)
      .join("\n");
    expect(texts).toMatch(/restored[\s\S]*audit trail[\s\S]*overwrite/);
    expect(entity(design, "reading").keepsHistory).toBeUndefined();
    expect(problems(design)).toEqual([]);
  });

  test("billions of rows are partitioned by time, with the arithmetic", async () => {
    const design = await drafted(
      ...PLAIN,
      "- There are 2 billion readings a year.",
      "- Readings are kept for 400 days, then deleted.",
    );
    const { partitioning, primaryKey } = entity(design, "reading");
    expect(partitioning).toMatchObject({ method: "range", field: "created-at" });
    expect(partitioning?.reason).toMatch(
      /2,000,000,000 rows in the first year × \d+ bytes with indexes come to [\d,]+ GB/,
    );
    expect(primaryKey).toEqual(["id", "created-at"]);
    expect(entity(design, "machine").partitioning).toBeUndefined();
    expect(problems(design)).toEqual([]);
  });
});

const SHARED = "../shared/data/requirements";
const documents = existsSync(SHARED) ? readdirSync(SHARED) : [];
const examples = readdirSync("examples").map((name) => `examples/${name}/requirements.md`);

test.each([...documents.map((name) => `${SHARED}/${name}`), ...examples].filter(existsSync))(
  "no index or key of a draft costs and serves nothing: %s",
  async (path) => {
    expect(problems(await draftAll(await readFileAsRequirements(path)))).toEqual([]);
  },
  30_000,
);
