import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import type { OwnedEntity } from "../../design/entities-of.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { entityDiagrams } from "../../artifacts/mermaid/entity-diagrams.ts";
import { analysisView } from "./analysis-view.ts";
import { backupView } from "./backup-view.ts";
import { classifiedFields } from "./classified-fields.ts";
import { formatNumber } from "./format-number.ts";
import { governanceView } from "./governance-view.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { packageLinks } from "./package-links.ts";
import { physicalRows } from "./physical-rows.ts";
import { shardingView } from "./sharding-view.ts";

/** What the template of the data architecture needs; nothing where no data is kept. */
export function dataView(design: Design): object | undefined {
  const { system } = design;
  const entities = entitiesOf(design);
  const { consistency, stores } = system;
  const governed = governanceView(design);
  const said = [entities, stores, consistency, governed.retention, system.governance.pipelines];
  if (said.every(({ length }) => length === 0)) return undefined;
  const links = packageLinks(design).contexts;
  const relational = new Set(
    stores.filter(({ kind }) => kind === "relational").map(({ id }) => id),
  );
  return {
    title: system.title,
    entityCount: entities.length,
    stores: storeRows(design, entities),
    contexts: design.contexts
      .filter((context) => context.entities.length > 0)
      .map(({ context, entities: own }) => ({
        name: named([context], system.contexts),
        tables: own.filter(({ store }) => relational.has(store)).length,
        erd: links.get(context)?.erd ?? "",
        schema: links.get(context)?.schema ?? "",
        diagrams: diagramsOf(design, context),
      })),
    growth: growthRows(design),
    denormalised: entities.flatMap(({ entity, context }) =>
      entity.denormalised === undefined
        ? []
        : [
            {
              name: entity.name,
              context: named([context.context], system.contexts),
              reason: entity.denormalised,
            },
          ],
    ),
    consistency: consistency.map((decision) => ({
      name: decision.name,
      pattern: decision.pattern,
      contexts: listed(decision.contexts.map((id) => named([id], system.contexts))),
      description: decision.description,
      undo: decision.compensation.join(" → ") || "–",
    })),
    partitions: entities.flatMap(({ entity }) => partitionRow(entity)),
    shards: shardingView(design),
    replicas: replicaView(design),
    physical: physicalRows(design),
    backup: backupView(design),
    classified: classifiedFields(design),
    analysis: analysisView(design),
    ...governed,
  };
}

function diagramsOf(design: Design, context: string): readonly string[] {
  const own = design.contexts.find((candidate) => candidate.context === context);
  return own === undefined ? [] : entityDiagrams(own, design).map(({ text }) => text.trimEnd());
}

function storeRows({ system }: Design, entities: readonly OwnedEntity[]): readonly object[] {
  return system.stores.map((store) => ({
    name: store.name,
    engine: store.version === undefined ? store.engine : `${store.engine} ${store.version}`,
    purpose: store.purpose,
    copies: 1 + store.replicas,
    entities: listed(
      entities.filter(({ entity }) => entity.store === store.id).map(({ entity }) => entity.name),
      "no entity of its own",
    ),
  }));
}

function growthRows(design: Design): readonly object[] {
  return capacityOf(design).storage.flatMap(({ store, copies, entities }) =>
    entities.map(({ entity, rowBytes, indexBytes, firstYear, thirdYear }) => ({
      name: entity.name,
      store: store.name,
      rows: formatNumber(entity.rows.value),
      basis: entity.rows.basis,
      tenfoldRows: formatNumber(entity.rows.value * 10),
      bytes: formatNumber(rowBytes + indexBytes),
      copies,
      size: `${formatNumber(firstYear.value ?? 0)} GB`,
      tenfoldSize: `${formatNumber((firstYear.value ?? 0) * 10)} GB`,
      thirdYear: `${formatNumber(thirdYear.value ?? 0)} GB`,
      tenfoldThird: `${formatNumber((thirdYear.value ?? 0) * 10)} GB`,
      ...partitionGrowth(entity, (firstYear.value ?? 0) / copies),
    })),
  );
}

const PER_YEAR = { day: 365, week: 52, month: 12, year: 1 } as const;

/** How many partitions stand after the first and the third year, and how large one copy of one is. */
function partitionGrowth(
  { partitioning, retentionDays }: OwnedEntity["entity"],
  gigabytes: number,
): { readonly partitions: string; readonly partitionSize: string } {
  if (partitioning === undefined) return { partitions: "–", partitionSize: "–" };
  const { method, interval = "month", parts = 1 } = partitioning;
  const sized = (count: number): string =>
    `${formatNumber(gigabytes / count)} GB, ${formatNumber((gigabytes * 10) / count)} GB`;
  if (method !== "range") {
    return method === "list"
      ? { partitions: "one for each value", partitionSize: "–" }
      : { partitions: String(parts), partitionSize: sized(parts) };
  }
  const inYears = (years: number): number => {
    const kept = Math.min(years, (retentionDays ?? Number.POSITIVE_INFINITY) / 365);
    return Math.ceil(kept * PER_YEAR[interval]);
  };
  return {
    partitions: `${inYears(1)}, ${inYears(3)} after year 3`,
    partitionSize: sized(PER_YEAR[interval]),
  };
}

function partitionRow(entity: OwnedEntity["entity"]): readonly object[] {
  const { partitioning } = entity;
  if (partitioning === undefined) return [];
  const { method, field, interval, parts, reason } = partitioning;
  const size = [
    ...(interval === undefined ? [] : [`one for each ${interval}`]),
    ...(parts === undefined ? [] : [`${parts} parts`]),
  ];
  return [
    { name: entity.name, method, field: named([field], entity.fields), size: listed(size), reason },
  ];
}

/** Which queries a copy may answer; nothing to say without copies and without queries. */
function replicaView(design: Design): object {
  const replicated = design.system.stores.filter(
    ({ kind, replicas }) => kind === "relational" && replicas > 0,
  );
  const queries = operationsOf(design).filter(({ operation }) => operation.kind === "query");
  const stale = queries.filter(({ operation }) => operation.mayReadStale);
  const rows = design.contexts.flatMap(({ context }) => {
    const own = queries.filter((query) => query.context.context === context);
    if (own.length === 0) return [];
    const split = (mayBeStale: boolean) =>
      listed(
        own
          .filter(({ operation }) => operation.mayReadStale === mayBeStale)
          .map(({ operation }) => operation.name),
        "none",
      );
    return [
      {
        name: named([context], design.system.contexts),
        replica: split(true),
        primary: split(false),
      },
    ];
  });
  return {
    stores: replicated.map(({ name, replicas }) => `${name} (${replicas})`).join(", "),
    stale: stale.length,
    queries: queries.length,
    rows: replicated.length > 0 ? rows : [],
  };
}
