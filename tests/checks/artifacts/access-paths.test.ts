import { expect, test } from "vitest";
import { accessPathsCheck } from "../../../src/checks/artifacts/access-paths.ts";
import { designDocuments } from "../../../src/design/design-documents.ts";
import { loadDesign } from "../../../src/design/load-design.ts";
import { draftAll, readText } from "../../architects/rules/draft-all.ts";
import type { Design, Entity } from "../../../src/design/design.ts";
import { contextDesignSchema } from "../../../src/design/schema/context-design.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { emitAccessPlans } from "../../../src/emitters/sql/emit-access-plans.ts";
import { sqlEmitter } from "../../../src/emitters/sql/emitter.ts";
import { withAccessPlans } from "../../../src/pipeline/with-access-plans.ts";
import type { AccessPlans } from "../../../src/sql/access-plans.ts";
import { readAccessPlans, writeAccessPlans } from "../../../src/sql/access-plans.ts";
import { readTemplates } from "../../support/read-templates.ts";
import { emitOptions, sketchDesign, testHost } from "../../sql/sql-fixtures.ts";
import { checkContext } from "../../support/check-context.ts";
import { invalid, valid } from "../../support/cases.ts";

invalid("sql/unserved-access-path", "a page of a large table in an order that no index has", () =>
  findIn([]),
);

invalid("sql/unserved-access-path", "an index that begins with something else", () =>
  findIn([["state", "made"]]),
);

invalid("sql/unserved-access-path", "a filter on a plain text of a large table", () =>
  findIn([], { filter: ["label"], sort: [] }),
);

valid("sql/unserved-access-path", "an index for the order", () => findIn([["made"]]));

valid("sql/unserved-access-path", "an index for filter and order", () =>
  findIn([["owner", "made"]], { filter: ["owner"], sort: ["made"] }),
);

valid("sql/unserved-access-path", "a few rows to put in order after an index", () =>
  findIn([["owner"]], { filter: ["owner"], sort: ["made"] }),
);

valid("sql/unserved-access-path", "the primary key of a table in partitions", async () => {
  const plans = await plansOf(
    designWith([], { filter: ["id"], sort: [] }, 5e9, {
      primaryKey: ["id", "made"],
      partitioning: { method: "range", field: "made", interval: "month", reason: "Large." },
    }),
  );
  expect(plans.plans[0]).toMatchObject({ scan: "index", index: "orders_pkey" });
  return accessPathsCheck.check([emitAccessPlans(plans)], checkContext());
});

valid("sql/unserved-access-path", "a small table", () => findIn([], undefined, 9_999));

valid("sql/unserved-access-path", "the primary key", () =>
  findIn([], { filter: ["id"], sort: [] }),
);

test("the planner names the index, and says what goes without it", async () => {
  const [plan] = (await plansOf(designWith([["made"]]))).plans;
  expect(plan).toMatchObject({ scan: "index", index: "orders_made_idx", sorted: 0, rows: 5e6 });
  expect(plan?.costWithout).toBeGreaterThan((plan?.cost ?? 0) * 1000);
});

test("the same Design is measured to the same numbers", async () => {
  const design = designWith([["made"]]);
  expect(writeAccessPlans(await plansOf(design))).toBe(writeAccessPlans(await plansOf(design)));
});

test("stored plans are kept as long as they are about this Design", async () => {
  const design = designWith([["made"]]);
  const stored = new Map([["shop", { ...(await plansOf(design)), engine: "Stored" }]]);
  const options = { ...emitOptions(), templates: readTemplates(), accessPlans: stored };
  const same = await withAccessPlans(design, options, testHost(), true);
  expect(same.accessPlans.get("shop")?.engine).toBe("Stored");
  const other = designWith([["made"]], undefined, 6e6);
  const offline = await withAccessPlans(other, options, testHost(), false);
  expect(offline.accessPlans.size).toBe(0);
  const anew = await withAccessPlans(other, options, testHost(), true);
  expect(anew.accessPlans.get("shop")?.plans[0]?.rows).toBe(6e6);
});

test("the package holds what the planner said", async () => {
  const design = designWith([["made"]]);
  const accessPlans = new Map([["shop", await plansOf(design)]]);
  const { artifacts } = sqlEmitter.emit(design, { ...emitOptions(), accessPlans });
  expect(artifacts.map(({ path }) => path)).toContain("database/shop/access-plans.json");
});

test("a Design that was read from its files has the plans that it was drafted with", async () => {
  const reading = await readText(
    "# Depot\n\n- A driver can create a tour with a name and a date.\n- A driver can list tours by date.\n- 50,000 tours.\n",
  );
  const drafted = await draftAll(reading);
  const stored = new Map(designDocuments(drafted).map(({ path, text }) => [path, text]));
  const loaded = loadDesign(stored).value;
  if (loaded === undefined) throw new Error("the Design cannot be read");
  const options = { ...emitOptions(), templates: readTemplates() };
  const { accessPlans } = await withAccessPlans(drafted, options, testHost(), true);
  expect(accessPlans.size).toBeGreaterThan(0);
  const kept = await withAccessPlans(loaded, { ...options, accessPlans }, testHost(), false);
  expect([...kept.accessPlans.keys()]).toEqual([...accessPlans.keys()]);
});

test.each(["", "{", "[]", '{"plansVersion":2}', '{"plansVersion":1,"plans":[{}]}'])(
  "what is no document of plans is not read: %j",
  (text) => expect(readAccessPlans(text)).toBeUndefined(),
);

type Pattern = { readonly filter: readonly string[]; readonly sort: readonly string[] };

async function findIn(
  indexes: readonly (readonly string[])[],
  pattern?: Pattern,
  rows?: number,
): Promise<readonly Diagnostic[]> {
  const plans = await plansOf(designWith(indexes, pattern, rows));
  return accessPathsCheck.check([emitAccessPlans(plans)], checkContext());
}

async function plansOf(design: Design): Promise<AccessPlans> {
  const options = { ...emitOptions(), templates: readTemplates() };
  const { accessPlans } = await withAccessPlans(design, options, testHost(), true);
  const plans = accessPlans.get("shop");
  if (plans === undefined) throw new Error("nothing was measured");
  return plans;
}

function designWith(
  indexes: readonly (readonly string[])[],
  pattern: Pattern = { filter: [], sort: ["made"] },
  rows = 5e6,
  more: Pick<Partial<Entity>, "primaryKey" | "partitioning"> = {},
): Design {
  const { system, contexts } = sketchDesign({
    id: "orders",
    ...more,
    rows: { value: rows, basis: "stated" },
    fields: [
      { id: "owner", type: "uuid" },
      { id: "state", type: "enum", enumValues: ["open", "paid"] },
      { id: "label", type: "string", maxLength: 40 },
      { id: "made", type: "timestamp" },
    ],
    indexes: indexes.map((fields): Entity["indexes"][number] => ({
      id: `by-${fields.join("-")}`,
      fields,
      unique: false,
      serves: "A test.",
    })),
  });
  const [context] = contexts;
  const operations = [
    {
      id: "list-orders",
      name: "List orders",
      description: "Lists orders.",
      kind: "query",
      exposure: "internal",
      auth: {},
      idempotency: { mode: "natural" },
      accessPatterns: [{ id: "page", entity: "orders", ...pattern }],
    },
  ];
  return { system, contexts: [contextDesignSchema.parse({ ...context, operations })] };
}
