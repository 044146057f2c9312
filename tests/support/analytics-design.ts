import type { Design, Entity, Field } from "../../src/design/design.ts";
import { sampleDesign } from "./sample-design.ts";

/** The sample Design with a small star schema: rides of scooters, whose history is kept. */
export function analyticsDesign(): Design {
  const { system, contexts } = sampleDesign();
  const [first, ...others] = contexts;
  if (first === undefined) throw new Error("the sample has no context");
  const home = first.context;
  const entities = [calendar(), scooter(), ride()];
  return {
    system: {
      ...system,
      contexts: system.contexts.map((one) => (one.id === home ? { ...one, id: "analytics" } : one)),
      stores: [
        {
          id: "warehouse",
          name: "Warehouse",
          kind: "olap",
          engine: "clickhouse",
          contexts: ["analytics"],
          purpose: "Answers questions over all rows.",
          replicas: 1,
          requirements: [],
        },
        {
          id: "rides-stream",
          name: "Rides stream",
          kind: "stream",
          engine: "kafka",
          contexts: ["analytics"],
          purpose: "Carries what happens.",
          replicas: 2,
          retentionDays: 7,
          requirements: [],
        },
      ],
      governance: {
        retention: [],
        pipelines: [
          {
            id: "load-fact-ride",
            name: "Load rides",
            kind: "stream",
            source: "rides-stream",
            sink: "warehouse",
            description: "Rides are staged and merged.",
            sinkEntity: "analytics/fact-ride",
            topic: "ride.changes",
            key: "Id",
            windowSeconds: 60,
            windowType: "tumbling",
            latenessSeconds: 7200,
            freshnessSeconds: 900,
            replaySeconds: 604_800,
            delivery: "effectively-once",
            requirements: [],
          },
        ],
      },
    },
    contexts: [
      { ...first, context: "analytics", entities, operations: [], schemas: [] },
      ...others,
    ],
  };
}

function calendar(): Entity {
  return entity("dim-date", "Dim date", "date-dimension", [
    field("id", "Id", { type: "integer" }),
    field("calendar-date", "Calendar date", { type: "date" }),
    field("weekday", "Weekday", { type: "string", maxLength: 9 }),
  ]);
}

function scooter(): Entity {
  return {
    ...entity("dim-scooter", "Dim scooter", "dimension", [
      field("id", "Id", { type: "bigint" }),
      field("serial", "Serial", { type: "string", maxLength: 40 }),
      field("model", "Model", { type: "string", maxLength: 40 }),
      field("valid-from", "Valid from", { type: "timestamp" }),
      field("valid-until", "Valid until", { type: "timestamp", nullable: true }),
      field("loaded-at", "Loaded at", { type: "timestamp", default: { function: "now" } }),
    ]),
    uniqueKeys: [{ id: "natural", fields: ["serial", "valid-from"] }],
  };
}

function ride(): Entity {
  const relation = (name: string) =>
    ({
      id: name,
      name,
      field: `${name}-id`,
      to: name,
      cardinality: "many-to-one",
      onDelete: "restrict",
    }) as const;
  return {
    ...entity("fact-ride", "Fact ride", "fact", [
      field("id", "Id", { type: "string", maxLength: 80 }),
      field("dim-date-id", "Dim date id", { type: "integer" }),
      field("dim-scooter-id", "Dim scooter id", { type: "bigint" }),
      field("occurred-at", "Occurred at", { type: "timestamp" }),
      field("metres", "Metres", { type: "decimal", precision: 10, scale: 2 }),
      field("loaded-at", "Loaded at", { type: "timestamp", default: { function: "now" } }),
    ]),
    relations: [relation("dim-date"), relation("dim-scooter")],
  };
}

function entity(
  id: string,
  name: string,
  role: NonNullable<Entity["analytics"]>["role"],
  fields: readonly Field[],
): Entity {
  return {
    id,
    name,
    description: `${name} of the star schema.`,
    store: "warehouse",
    fields,
    primaryKey: ["id"],
    uniqueKeys: [],
    relations: [],
    indexes: [],
    rules: [],
    analytics: { role, grain: `one ${name.toLowerCase()}` },
    rows: { value: 1000, basis: "assumed", reason: "A test." },
    basis: "stated",
    requirements: [],
  };
}

function field(id: string, name: string, value: Partial<Field> & Pick<Field, "type">): Field {
  return {
    id,
    name,
    nullable: false,
    classification: "internal",
    readOnly: false,
    basis: "stated",
    samples: [],
    ...value,
  };
}
