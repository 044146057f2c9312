import { loadFigures } from "../../../design/capacity/load-figures.ts";
import type { Design, Store } from "../../../design/design.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { groupDigits } from "../../../util/group-digits.ts";
import { inScope } from "../demand-text.ts";
import type { DomainModel } from "../domain-model.ts";
import { tenantIn } from "../physical/give-tenancy.ts";

/** Writing requests in a second that one primary is trusted with; each is a commit of its own. */
const ONE_PRIMARY = 10_000;
const MOST = 4096;

/**
 * How the relational database is spread over several primaries, where the load model says that one
 * cannot take what is written: by the tenant (as Citus advises for its distribution column), or by
 * what most entities belong to. Nothing below the bound, and nothing where no key fits.
 */
export function shardingOf(
  domain: DomainModel,
  reading: RequirementsReading,
  accepted: Design,
): Store["sharding"] {
  const { writeRate, planningRate } = loadFigures(accepted);
  const writes = Math.ceil(writeRate.value ?? 0);
  if (writes <= ONE_PRIMARY) return undefined;
  const key = tenantIn(inScope(reading), domain) ?? mostOwning(domain);
  if (key === undefined) return undefined;
  const shards = Math.min(MOST, 2 ** Math.ceil(Math.log2(writes / ONE_PRIMARY)));
  const read = Math.round(accepted.system.load.readShare.value * 1000) / 10;
  return {
    key: `${key}-id`,
    shards,
    reason:
      `${groupDigits(Math.ceil(planningRate.value ?? 0))} requests per second at peak, of which ${read} % read, ` +
      `leave ${groupDigits(writes)} writes per second; one primary is trusted with ${groupDigits(ONE_PRIMARY)} (assumed: measure it). ` +
      `${groupDigits(writes)} ÷ ${groupDigits(ONE_PRIMARY)} = ${Math.round((writes / ONE_PRIMARY) * 10) / 10}: ${shards} shards, a power of two so that one is split in halves. ` +
      `Every table that is spread carries ${key}-id, and every query, unique key and foreign key names it: ` +
      "no join, no uniqueness and no transaction crosses shards. Small tables that all share are copied to each.",
  };
}

/** What at least half of the other entities refer to, of themselves or through others. */
function mostOwning({ entities }: DomainModel): string | undefined {
  const rows = entities.filter(({ store }) => store !== "olap");
  const counted = rows.map(({ id }) => ({ id, count: dependentsOf(id, rows).size }));
  const [best] = counted.toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count > 0 && best.count * 2 >= rows.length - 1
    ? best.id
    : undefined;
}

function dependentsOf(id: string, entities: DomainModel["entities"]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { id: other, references } of entities) {
      const refers = references.some(({ to, required }) => to === next && required);
      if (!refers || other === id || found.has(other)) continue;
      found.add(other);
      waiting.push(other);
    }
  }
  return found;
}
