import fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { migrationHazardsCheck } from "../../../src/checks/artifacts/migration-hazards.ts";
import type { Design } from "../../../src/design/design.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { arbitraryEdit } from "../../sql/edit-context.ts";
import { evolve, sketchDesign, tamper } from "../../sql/sql-fixtures.ts";
import { sampleDesign } from "../../support/sample-design.ts";

function check(artifacts: readonly Artifact[], design: Design = sampleDesign()) {
  return migrationHazardsCheck.check(artifacts, { design, host: createMemoryHost() });
}

test("the migrations of the sample design are silent", async () => {
  expect(await check(evolve(sampleDesign()))).toEqual([]);
});

test("so are those of whatever is made of it afterwards", async () => {
  const design = sampleDesign();
  const edits = fc.tuple(...design.contexts.map(arbitraryEdit));
  await fc.assert(
    fc.asyncProperty(edits, async (contexts) => {
      const next = { ...design, contexts };
      expect(await check(evolve(design, next), next)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("a committed migration that was edited is not, and the finding names its element", async () => {
  const before = sketchDesign({ id: "order", fields: [{ id: "total", type: "decimal" }] });
  const after = sketchDesign({
    id: "order",
    fields: [
      { id: "total", type: "decimal" },
      { id: "note", type: "text", nullable: true },
    ],
  });
  const artifacts = evolve(before, after);
  const second = artifacts.find(({ path }) => /0002_.*\.up\.sql$/.test(path))?.path ?? "";
  const edited = tamper(artifacts, second, (text) =>
    text.replace("ADD COLUMN note text", "ADD COLUMN note text DEFAULT gen_random_uuid()::text"),
  );
  const [found, ...others] = await check(edited, after);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: "migrations/volatile-default",
    subject: "shop/entity/order/field/note",
    artifact: { path: second },
  });
});

test("what a way back does on purpose hides nothing else that it does", async () => {
  const index = { id: "by-total", fields: ["total"], unique: false, serves: "A report." };
  const fields = [{ id: "total", type: "decimal" }];
  const after = sketchDesign({ id: "order", fields });
  const artifacts = evolve(
    sketchDesign({
      id: "order",
      fields,
      uniqueKeys: [{ id: "one", fields: ["total"] }],
      indexes: [index],
    }),
    after,
  );
  const downs = artifacts.filter(
    ({ kind, text }) => kind === "sql-down" && text.includes("groundplan-ignore"),
  );
  expect(downs).not.toEqual([]);
  for (const { path } of downs) {
    const edited = tamper(artifacts, path, (text) =>
      text.replace(
        /^-- groundplan-ignore .*\n/m,
        (comment) =>
          `ALTER TABLE orders ADD CONSTRAINT a UNIQUE (id);\nCREATE INDEX a ON orders (id);\n${comment}`,
      ),
    );
    expect((await check(edited, after)).map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "migrations/unique-constraint-without-index",
        "migrations/index-not-concurrent",
      ]),
    );
  }
});
