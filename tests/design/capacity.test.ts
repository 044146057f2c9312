import fc from "fast-check";
import { expect, test } from "vitest";
import { capacityOf } from "../../src/design/capacity.ts";
import { allocateFlow } from "../../src/design/capacity/allocate-flow.ts";
import type { Design, FlowStep, Load } from "../../src/design/design.ts";
import { arbitraryDesign } from "../support/arbitrary-design.ts";
import { sampleDesign } from "../support/sample-design.ts";

test("rates follow users, think time and peak factor", () => {
  const { load } = capacityOf(sampleDesign());
  expect(load.peakRate.value).toBe(250);
  expect(load.averageRate.value).toBe(62.5);
  expect(load.planningRate.value).toBe(250);
  expect(load.readRate.value).toBeCloseTo(237.5);
  expect(load.writeRate.value).toBeCloseTo(12.5);
  expect(load.inbound.value).toBeCloseTo(1.2);
  expect(load.monthlyEgress.value).toBeCloseTo(810);
});

test("a result is stated only where every input is", () => {
  const all = withLoad({ thinkTimeSeconds: { value: 8, basis: "stated" } });
  expect(capacityOf(all).load.peakRate.basis).toBe("stated");
  expect(capacityOf(all).load.averageRate.basis).toBe("assumed");
});

test("a stated throughput above the peak is what is planned for", () => {
  const design = sampleDesign();
  const [target] = design.system.targets;
  if (target === undefined) throw new Error("sample");
  const throughput = {
    ...target,
    id: "throughput",
    measure: "throughput",
    unit: "per-second",
  } as const;
  const planned = (value: number) =>
    capacityOf({
      ...design,
      system: { ...design.system, targets: [{ ...throughput, value }] },
    }).load.planningRate.value;
  expect(planned(5000)).toBe(5000);
  expect(planned(10)).toBe(250);
});

test("no think time gives no rate and nothing that depends on it", () => {
  const { load, instances } = capacityOf(
    withLoad({ thinkTimeSeconds: { value: 0, basis: "stated" } }),
  );
  expect(load.averageRate.value).toBeUndefined();
  expect(load.peakRate.value).toBeUndefined();
  expect(load.averageRate.formula).toContain("not computable");
  for (const plan of instances) expect(plan.instances.value).toBeUndefined();
});

test("instances: rate × service time ÷ (concurrency × utilisation), rounded up, plus one", () => {
  const [catalogue, lending] = capacityOf(sampleDesign()).instances;
  // 200/s × 40 ms = 8 in flight; ÷ (50 × 0.6) = 0.27 → 1 + 1.
  expect(catalogue?.inFlight.value).toBeCloseTo(8);
  expect(catalogue?.instances.value).toBe(2);
  // 2000/s × 40 ms ÷ 30 = 2.67 → 3 + 1.
  expect(catalogue?.tenfold.value).toBe(4);
  expect(lending?.instances.value).toBe(2);
  expect(catalogue?.deployed).toBe(3);
});

test("a load that fits exactly is not rounded up by binary fractions", () => {
  const design = sampleDesign();
  const [scaling] = design.system.scaling;
  if (scaling === undefined) throw new Error("sample");
  // 250/s × 0.3 × 40 ms ÷ (1 × 0.1) = 30, which need not be 30 in binary.
  const exact = {
    ...scaling,
    trafficShare: 0.3,
    serviceTimeMs: { value: 40, basis: "stated" as const },
    concurrencyPerInstance: { value: 1, basis: "stated" as const },
    targetUtilisation: 0.1,
  };
  const [plan] = capacityOf({
    ...design,
    system: { ...design.system, scaling: [exact] },
  }).instances;
  expect(plan?.instances.value).toBe(31);
});

test("storage grows, counts copies and stops at the retention", () => {
  const { storage } = capacityOf(sampleDesign());
  const [database] = storage;
  const loan = database?.entities.find(({ entity }) => entity.id === "loan");
  const book = database?.entities.find(({ entity }) => entity.id === "book");
  if (database === undefined || loan === undefined || book === undefined) throw new Error("sample");
  expect(database.copies).toBe(3);
  const bytes = book.rowBytes + book.indexBytes;
  expect(book.firstYear.value).toBeCloseTo((book.entity.rows.value * bytes * 3) / 1e9);
  expect((book.thirdYear.value ?? 0) / (book.firstYear.value ?? 1)).toBeCloseTo(1 + 1.1 + 1.21);
  expect((loan.thirdYear.value ?? 0) / (loan.firstYear.value ?? 1)).toBeLessThan(3);
});

test("availability is a product along what is waited for, below what copies share", () => {
  const { availability } = capacityOf(sampleDesign());
  const lending = availability.find(({ deployable }) => deployable.id === "lending-service");
  expect(lending?.links.map(({ name }) => name)).toEqual([
    "Lending service",
    "Library database",
    "Catalogue service",
  ]);
  expect(lending?.degradable).toContain("Notification worker");
  const product = lending?.links.reduce((all, link) => all * link.availability, 1);
  expect(lending?.availability).toBe(product);
  for (const link of lending?.links ?? []) expect(link.availability).toBeLessThan(0.999_96);
});

test("more copies never make it worse, and never better than the floor", () => {
  const design = sampleDesign();
  const at = (replicas: number) =>
    capacityOf({
      ...design,
      system: {
        ...design.system,
        deployment: {
          ...design.system.deployment,
          nodes: design.system.deployment.nodes.map((node) => ({ ...node, replicas })),
        },
      },
    }).availability[0]?.availability ?? 0;
  const all = [1, 2, 3, 5, 50].map(at);
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(at(50)).toBeLessThan(1 - 0.000_149);
});

test("an allocation adds what is waited for: parallel by the longest, asynchronous not at all", () => {
  const design = sampleDesign();
  const [flow] = design.system.flows;
  const [step] = flow?.steps ?? [];
  if (flow === undefined || step === undefined) throw new Error("sample");
  const { parallel: _, ...plain } = step;
  const make = (id: string, budgetMs: number, rest: Partial<FlowStep> = {}): FlowStep => ({
    ...plain,
    id,
    budgetMs,
    mode: "sync",
    ...rest,
  });
  const steps = [
    make("a", 10),
    make("b", 40, { parallel: "x" }),
    make("c", 5, { parallel: "x" }),
    make("d", 900, { mode: "async" }),
    make("e", 7, { parallel: "x" }),
    make("f", 3),
  ];
  const allocation = allocateFlow({ ...flow, steps }, design);
  expect(allocation.allocatedMs).toBe(10 + 40 + 7 + 3);
  expect(allocation.formula).toBe("10 + max(40, 5) + 7 + 3");
  expect(allocation.asynchronous.map(({ id }) => id)).toEqual(["d"]);
});

test("every number of any design is finite, and the plan of ten times the load is no smaller", () => {
  fc.assert(
    fc.property(arbitraryDesign(), (design) => {
      const { load, instances, storage, availability } = capacityOf(design);
      for (const { value } of Object.values(load))
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      for (const plan of instances) {
        if (plan.instances.value !== undefined)
          expect(plan.tenfold.value).toBeGreaterThanOrEqual(plan.instances.value);
      }
      for (const plan of storage)
        expect(plan.thirdYearGigabytes).toBeGreaterThanOrEqual(plan.firstYearGigabytes);
      for (const plan of availability) {
        expect(plan.availability).toBeGreaterThanOrEqual(0);
        expect(plan.availability).toBeLessThan(1);
      }
    }),
    { numRuns: 60 },
  );
});

function withLoad(load: Partial<Load>): Design {
  const design = sampleDesign();
  return { ...design, system: { ...design.system, load: { ...design.system.load, ...load } } };
}
