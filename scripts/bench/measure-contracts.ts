import { artifactChecks } from "../../src/checks/registry.generated.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import type { Design } from "../../src/design/design.ts";
import { openapiEmitter } from "../../src/emitters/openapi/emitter.ts";
import { designOfServices } from "./design-of-services.ts";

/** How long the contracts of so many operations took. */
export interface ContractGrowth {
  readonly operations: number;
  readonly emitSeconds: number;
  /** Our own checks of the documents, without the engines of others. */
  readonly checkSeconds: number;
  readonly findings: number;
  /** Text of all documents. */
  readonly bytes: number;
  readonly heapBytes: number;
  /** Time per operation, divided by that of the fewest: 1 where growth is linear. */
  readonly ratio: number;
}

const SERVICES = 20;
const RUNS = 3;

/** Emits and checks the contracts of designs of so many operations, over 20 services. */
export async function measureContracts(
  counts: readonly number[],
): Promise<readonly ContractGrowth[]> {
  const measured: ContractGrowth[] = [];
  await measureOne(designOfServices(SERVICES, counts[0] ?? 0));
  for (const operations of counts) {
    const design = designOfServices(SERVICES, operations);
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureOne(design));
    const best = runs.toSorted((a, b) => secondsOf(a) - secondsOf(b))[Math.floor(RUNS / 2)];
    if (best === undefined) throw new Error("nothing was run");
    const [first] = measured;
    const least = first === undefined ? undefined : secondsOf(first) / first.operations;
    const own = secondsOf(best) / operations;
    measured.push({ operations, ...best, ratio: least === undefined ? 1 : own / least });
  }
  return measured;
}

function secondsOf({
  emitSeconds,
  checkSeconds,
}: Pick<ContractGrowth, "emitSeconds" | "checkSeconds">): number {
  return emitSeconds + checkSeconds;
}

async function measureOne(design: Design): Promise<Omit<ContractGrowth, "operations" | "ratio">> {
  const started = performance.now();
  const { artifacts } = openapiEmitter.emit(design, {
    openapi: "3.0",
    migrations: "golang-migrate",
    templates: new Map(),
    history: new Map(),
    accessPlans: new Map(),
    provenance: { architect: "rules", fallbacks: [], requirements: [] },
  });
  const emitted = performance.now();
  const context = { design, host: createMemoryHost() };
  const found = [];
  for (const { cost, check } of artifactChecks) {
    if (cost === "fast") found.push(...(await check(artifacts, context)));
  }
  const checked = performance.now();
  return {
    emitSeconds: (emitted - started) / 1000,
    checkSeconds: (checked - emitted) / 1000,
    findings: found.length,
    bytes: artifacts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    heapBytes: process.memoryUsage().heapUsed,
  };
}
