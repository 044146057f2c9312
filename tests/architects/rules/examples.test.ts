import { describe, expect, it } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { draftAll, faultsOf, readFileAsRequirements } from "./draft-all.ts";

async function drafted(example: string): Promise<Design> {
  return draftAll(await readFileAsRequirements(`examples/${example}/requirements.md`));
}

function findingsOf(design: Design): readonly string[] {
  const index = indexDesign(design);
  return designChecks.flatMap((check) =>
    check.check(design, index).map(({ code, message }) => `${code}: ${message}`),
  );
}

function operationsOf({ contexts }: Design) {
  return contexts.flatMap(({ operations }) => operations);
}

describe("the example of an API that is opened to integrators", () => {
  it("becomes a design without findings, with its rules for every operation", async () => {
    const design = await drafted("api-platform");
    expect(faultsOf(design)).toEqual([]);
    expect(findingsOf(design)).toEqual([]);
    const { api } = design.system;
    expect(
      api.rateLimits.map(({ audience, requestsPerMinute }) => [audience, requestsPerMinute]),
    ).toEqual([
      ["mobile-app", 120],
      ["web-portal", 300],
      ["integrator-standard-tier", 600],
      ["integrator-premium-tier", 6000],
      ["anonymous", 30],
      // Who approves applications is in no table of clients.
      ["internal", 600],
    ]);
    expect(api.pagination).toMatchObject({ defaultLimit: 50, maximumLimit: 200 });
    expect(api.idempotency.retentionHours).toBe(48);
    expect(api.versioning.sunsetMonths).toBe(12);
  }, 60_000);

  it("lets integrators come with a key, and nobody who follows a parcel", async () => {
    const operations = operationsOf(await drafted("api-platform"));
    const mechanisms = (wanted: string) =>
      operations.find(({ id }) => id === wanted)?.auth.mechanisms ?? [];
    expect(mechanisms("create-shipment")).toContain("api-key");
    expect(mechanisms("list-tracking-events")).not.toContain("api-key");
  }, 60_000);
});

describe("the example of a data platform", () => {
  it("becomes a design without findings, with its star schema in the analytical store", async () => {
    const design = await drafted("analytics");
    expect(faultsOf(design)).toEqual([]);
    expect(findingsOf(design)).toEqual([]);
    const olap = design.system.stores.find(({ kind }) => kind === "olap");
    const analysed = design.contexts.flatMap(({ entities }) =>
      entities.filter(({ store }) => store === olap?.id).map(({ id }) => id),
    );
    expect(analysed).toEqual(
      expect.arrayContaining(["raw-event", "metric-window", "fact-ride", "dim-zone", "dim-date"]),
    );
    expect(analysed).not.toContain("scooter");
  }, 60_000);

  it("follows the changes of the databases and waits for late events as long as the text says", async () => {
    const { governance, actors, stores } = (await drafted("analytics")).system;
    const { pipelines } = governance;
    const captured = pipelines
      .filter(({ kind }) => kind === "change-data-capture")
      .map(({ source }) => actors.find(({ id }) => id === source)?.name);
    expect(captured).toEqual(
      expect.arrayContaining(["Rides database", "Payments database", "Maintenance database"]),
    );
    const live = pipelines.find(({ sinkEntity }) => sinkEntity === "analytics/metric-window");
    expect(live).toMatchObject({
      kind: "stream",
      windowType: "tumbling",
      windowSeconds: 60,
      latenessSeconds: 7200,
      freshnessSeconds: 5,
      replaySeconds: 7 * 86_400,
      delivery: "effectively-once",
      owner: "worker",
    });
    expect(pipelines.find(({ id }) => id === "load-fact-ride")?.topic).toBe("ride.changes");
    expect(stores.find(({ kind }) => kind === "stream")?.retentionDays).toBe(7);
    expect(governance.retention.map(({ store }) => store)).toContain("event-stream");
  }, 60_000);
});
