import { compareSpecs } from "../../src/compare/openapi/compare-specs.ts";
import { readSpec } from "../../src/compare/openapi/read-spec.ts";

/** How long a comparison of two documents took. */
export interface SpecGrowth {
  readonly operations: number;
  readonly findings: number;
  /** Reading both documents and comparing them. */
  readonly seconds: number;
  /** What the heap held more afterwards, at the most. */
  readonly heapBytes: number;
  /** Time per operation, divided by that of the shortest: 1 where growth is linear. */
  readonly ratio: number;
}

/** Compares documents of so many operations, where one shared schema and each tenth operation changed. */
export async function measureSpecs(counts: readonly number[]): Promise<readonly SpecGrowth[]> {
  await measureOne(counts[0] ?? 0);
  const measured: SpecGrowth[] = [];
  for (const count of counts) {
    const one = await measureOne(count);
    const [first] = measured;
    const ratio =
      first === undefined ? 1 : one.seconds / count / (first.seconds / first.operations);
    measured.push({ ...one, ratio });
  }
  return measured;
}

async function measureOne(operations: number): Promise<Omit<SpecGrowth, "ratio">> {
  const texts = [documentOf(operations, false), documentOf(operations, true)];
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const [base, head] = await Promise.all(texts.map((text) => readSpec("api.json", text)));
  if (base?.value === undefined || head?.value === undefined) throw new Error("unreadable");
  const findings = compareSpecs(base.value, head.value, { today: "2026-01-01" }).length;
  const seconds = (performance.now() - started) / 1000;
  const heapBytes = Math.max(0, process.memoryUsage().heapUsed - before);
  return { operations, findings, seconds, heapBytes };
}

function documentOf(operations: number, isChanged: boolean): string {
  const text = { type: "string", maxLength: 100 };
  const schemas: Record<string, object> = {
    Shared: { type: "object", properties: { amount: isChanged ? { type: "number" } : text } },
  };
  const paths: Record<string, object> = {};
  for (let index = 0; index < operations; index++) {
    const properties = Object.fromEntries(
      Array.from({ length: 20 }, (_, number) => [`field${number}`, text]),
    );
    const shared = { $ref: "#/components/schemas/Shared" };
    schemas[`Body${index}`] = { type: "object", properties: { ...properties, shared } };
    const content = {
      "application/json": { schema: { $ref: `#/components/schemas/Body${index}` } },
    };
    const isOther = isChanged && index % 10 === 0;
    const parameters = isOther ? [{ name: "q", in: "query", required: true, schema: text }] : [];
    paths[`/things${index}/{id}`] = {
      put: { parameters, requestBody: { content }, responses: { 200: { content } } },
    };
  }
  return JSON.stringify({ openapi: "3.1.0", paths, components: { schemas } }, null, 2);
}
