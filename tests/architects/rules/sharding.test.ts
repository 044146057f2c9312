import { describe, expect, test } from "vitest";
import type { Design, Store } from "../../../src/design/design.ts";
import { linkAccepted } from "../../../src/architects/rules/accepted-links.ts";
import { draftStores } from "../../../src/architects/rules/units/draft-stores.ts";
import { draftAll, readText } from "./draft-all.ts";

const THINGS = [
  "- An organisation has a name.",
  "- A machine belongs to an organisation.",
  "- A machine has a name.",
  "- A ticket belongs to a machine.",
  "- A ticket has a title.",
  "- As a technician I can create, list and update organisations, machines and tickets.",
];
const APART = "- Data of one organisation must never be seen by another organisation.";
const BUSY = "- The system must handle 240,000 requests per second.";

async function drafted(...lines: readonly string[]): Promise<Design> {
  return draftAll(await readText(["# Machines", "", ...THINGS, ...lines].join("\n")));
}

function database({ system }: Design): Store {
  const found = system.stores.find(({ kind }) => kind === "relational");
  if (found === undefined) throw new Error("no database");
  return found;
}

describe("sharding", () => {
  test("is left out while one primary takes the writes", async () => {
    for (const lines of [[], [APART], ["- The system must handle 100,000 requests per second."]]) {
      expect(database(await drafted(...lines)).sharding).toBeUndefined();
    }
  });

  test("is by the tenant, with the arithmetic and what it forbids", async () => {
    const design = await drafted(APART, BUSY);
    const { sharding } = database(design);
    expect(sharding).toMatchObject({ key: "organisation-id" });
    const writes = Number(
      /leave ([\d,]+) writes/.exec(sharding?.reason ?? "")?.[1]?.replaceAll(",", ""),
    );
    expect(writes).toBeGreaterThan(10_000);
    expect(sharding?.shards).toBe(2 ** Math.ceil(Math.log2(writes / 10_000)));
    expect(sharding?.reason).toMatch(/no join, no uniqueness and no transaction crosses shards/);
    const node = design.system.deployment.nodes.find(({ hosts }) => hosts === database(design).id);
    expect(node?.replicas).toBe((database(design).replicas + 1) * (sharding?.shards ?? 0));
    const carried = design.contexts.flatMap(({ entities }) => entities);
    expect(
      carried.filter(({ tenantKey }) => tenantKey === "organisation-id").length,
    ).toBeGreaterThan(1);
  });

  test("is by what most belongs to where nothing is kept apart", async () => {
    expect(database(await drafted(BUSY)).sharding?.key).toBe("organisation-id");
  });

  test("is no matter of a file", async () => {
    const reading = await readText(["# Machines", "", ...THINGS, BUSY].join("\n"));
    const accepted = await draftAll(reading);
    const engines = ["postgresql", "sqlite"] as const;
    const [server, file] = engines.map(
      (engine) => draftStores(linkAccepted(reading, accepted), reading, accepted, engine)[0],
    );
    expect(server?.sharding?.shards).toBe(4);
    expect(file?.sharding).toBeUndefined();
  });
});
