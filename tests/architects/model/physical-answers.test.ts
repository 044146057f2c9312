import { describe, expect, it, test } from "vitest";
import { fromPart } from "../../../src/architects/model/from-part.ts";
import { compactDesign } from "../../../src/architects/model/compact-design.ts";
import { toPart } from "../../../src/architects/model/to-part.ts";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { mergePart, partOf } from "../../../src/design/unit-part.ts";
import type { Unit } from "../../../src/design/units.ts";
import { pick } from "../../support/edit-design.ts";
import { readingOf } from "../../support/reading-of.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { behaviour, entities, governance, relation } from "./full-answers.ts";

const LENDING: Unit = { kind: "data", context: "lending" };
describe("an answer that says everything of tables, messages and pipelines", () => {
  const design = answered(entities);

  test("says it in the Design", () => {
    const [member, loan, remark, fact] = design.contexts[1]?.entities ?? [];
    expect(member).toMatchObject({
      tenantKey: "branch-id",
      softDelete: "deleted-at",
      versionField: "version",
      keepsHistory: true,
      indexes: [
        {
          id: "branch-id-last-name-joined-at-where-deleted-at",
          fields: ["branch-id", "last-name", "joined-at"],
          unique: false,
          descending: ["joined-at"],
          where: { field: "deleted-at" },
          serves: "the living: by name",
        },
        {
          id: "fresh",
          unique: true,
          fields: ["branch-id", "first-name"],
          where: { field: "active", equals: true },
        },
      ],
    });
    expect(pick(member?.fields ?? [], "email-key").generated).toEqual({
      operation: "lower",
      fields: ["email"],
    });
    expect(pick(member?.fields ?? [], "full-name").generated).toEqual({
      operation: "concatenate",
      fields: ["first-name", "last-name"],
    });
    expect(pick(loan?.fields ?? [], "twice").generated).toEqual({
      operation: "add",
      fields: ["daily", "daily"],
    });
    expect(loan?.keepsHistory).toBeUndefined();
    expect(loan?.indexes[1]?.where).toEqual({ field: "state", equals: "it's: late" });
    expect(remark?.relations[0]).toMatchObject({
      field: "loan-id",
      moreFields: ["loan-started-at"],
    });
    expect(fact?.analytics).toEqual({ role: "fact", grain: "one loan, when it starts" });
    expect(design.system.consistency[0]?.tables).toEqual(["outbox", "inbox", "saga"]);
    expect(pick(design.system.stores, "event-stream").retentionDays).toBe(7);
    expect(design.system.governance.pipelines[0]).toMatchObject({
      source: "library-db",
      sourceEntity: "lending/loan",
      sink: "warehouse",
      sinkEntity: "lending/loan-fact",
      owner: "notification-worker",
      topic: "lending.loans",
      key: "copy-id",
      delivery: "effectively-once",
      windowType: "tumbling",
      replaySeconds: 86_400,
      freshnessSeconds: 900,
    });
    expect(design.system.governance.retention[0]).toMatchObject({
      store: "event-stream",
      entities: [],
    });
  });

  test("that passes the checks", () => {
    expect(findingsOf(design)).toEqual(findingsOf(sampleDesign()));
  });

  test("comes back the same", () => {
    for (const unit of [LENDING, { kind: "behaviour" }, { kind: "security" }] satisfies Unit[]) {
      const part = partOf(design, unit);
      const again = toPart(fromPart(unit.kind, part), requestFor(unit, design));
      expect(again.diagnostics).toEqual([]);
      expect(again.value?.context ?? again.value?.system).toEqual(part.context ?? part.system);
    }
  });

  test("is told to those who build on it", () => {
    const api = compactDesign(design, { kind: "api", context: "lending" }, 200_000);
    expect(api).toContain("first-name || last-name");
    const told = JSON.parse(compactDesign(design, { kind: "security" }, 200_000));
    const [member, , , fact] = told.contexts.lending.entities;
    expect(member).toMatchObject({ tenant: "branch-id", deleted: "deleted-at", history: true });
    expect(fact.analytics).toBe("fact: one loan, when it starts");
    const platform = JSON.parse(compactDesign(design, { kind: "platform" }, 200_000));
    expect(platform.system.consistency[0].tables).toEqual(["outbox", "inbox", "saga"]);
  });
});

describe("a wrong answer becomes a finding", () => {
  /** The findings about the answer and, where it is one, about the Design that it makes. */
  const codes = (change: object, id = "member") =>
    problemsOf(entities.map((entity) => (idOf(entity) === id ? { ...entity, ...change } : entity)));

  it.each([
    ["a tenant key that no field is", { tenant: "nobody" }, "design/unresolved-reference"],
    ["a deletion that is no timestamp", { deleted: "email" }, "design/unfit-mark"],
    ["a version that is a text", { version: "email" }, "design/unfit-mark"],
    ["a unique key without the tenant", { uniqueKeys: ["email-key"] }, "design/tenant-outside-key"],
    ["an index that is no phrase", { indexes: ["by email"] }, "model/invalid-answer"],
    ["an index without fields", { indexes: [": why"] }, "model/invalid-answer"],
    ["an index of nothing", { indexes: ["where x is empty: why"] }, "design/unresolved-reference"],
    ["an index that is no text", { indexes: [{ id: "a" }] }, "model/invalid-answer"],
    ["an index over no field", { indexes: ["nothing: why"] }, "design/unresolved-reference"],
    ["rows by no field", { indexes: ["email where no = 'x': why"] }, "design/unresolved-reference"],
    ["an open quote", { indexes: ["email where email = 'x: why"] }, "model/invalid-answer"],
    ["an index without end", { indexes: [`${" ".repeat(99_999)}:`] }, "model/invalid-answer"],
    ["a role that is none", { analytics: "cube: one row" }, "model/invalid-answer"],
    ["an analysis without a grain", { analytics: "fact" }, "model/invalid-answer"],
    ["a history that is no choice", { history: "perhaps" }, "model/invalid-answer"],
  ])("%s", (_, change, code) => {
    expect(codes(change)).toContain(code);
  });

  it.each([
    ["no formula", "price times two", "model/invalid-answer"],
    ["several signs", "daily + daily * daily", "model/invalid-answer"],
    ["a sign that objects have", "daily constructor daily", "model/invalid-answer"],
    ["SQL", "daily); DROP TABLE loans; --", "model/invalid-answer"],
    ["too many", Array(9).fill("daily").join(" + "), "model/invalid-answer"],
    ["a field that is not there", "daily + nothing", "design/unresolved-reference"],
    ["numbers as texts", "daily || daily", "design/unfit-expression"],
    ["a text folded to a number", "lower(daily)", "design/unfit-expression"],
    ["two folded", "lower(daily, fine)", "design/unfit-expression"],
    ["what may be missing", "daily - fine", "design/unfit-expression"],
    ["itself", "twice + daily", "design/unfit-expression"],
  ])("a field computed from %s", (_, formula, code) => {
    const loan = entities.find((entity) => idOf(entity) === "loan") as { fields: object[] };
    const fields = loan.fields.map((field) =>
      idOf(field) === "twice" ? { ...field, formula } : field,
    );
    expect(codes({ fields }, "loan")).toContain(code);
  });

  it("a tenant key that may be missing", () => {
    const member = entities[0] as { fields: object[] };
    const fields = member.fields.map((field) =>
      idOf(field) === "branch-id" ? { ...field, nullable: true } : field,
    );
    expect(codes({ fields })).toContain("design/unfit-mark");
  });

  it("a relation to a part of a key", () => {
    const relations = [relation("loan", "loan-id, nothing", "loan")];
    expect(codes({ relations }, "remark")).toContain("design/unresolved-reference");
  });

  it.each([
    ["no such table", { consistency: [{ ...behaviour.consistency[0], tables: ["queue"] }] }],
    ["tables that are none", { consistency: [{ ...behaviour.consistency[0], tables: "outbox" }] }],
  ])("%s", (_, change) => {
    const design = sampleDesign();
    const answer = Object(fromPart("behaviour", partOf(design, { kind: "behaviour" })));
    const { diagnostics } = toPart({ ...answer, ...change }, requestFor({ kind: "behaviour" }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["model/invalid-answer"]);
  });

  it.each([
    ["a source that is nowhere", { source: "nowhere lending/loan" }, "design/unresolved-reference"],
    ["an entity that is not there", { sink: "warehouse x/y" }, "design/unresolved-reference"],
    ["nobody who runs it", { owner: "nobody" }, "design/unresolved-reference"],
    ["a delivery that is none", { delivery: "maybe" }, "model/invalid-answer"],
    ["a window that is none", { windowType: "round" }, "model/invalid-answer"],
    ["a time before time", { replaySeconds: -1 }, "model/invalid-answer"],
  ])("a pipeline with %s", (_, change, code) => {
    const pipelines = [{ ...governance.pipelines[0], ...change }];
    expect(problemsOf(entities, { ...governance, pipelines })).toContain(code);
  });

  it("a class of data that is none, or no phrase", () => {
    const unit = { kind: "security" } as const;
    const answer = Object(fromPart("security", partOf(sampleDesign(), unit)));
    const dataClasses = ["royal: with a bow", "personal", 7, "mine = Personal: encrypted"];
    const security = { ...answer.security, dataClasses };
    const { value, diagnostics } = toPart({ ...answer, security }, requestFor(unit));
    expect(diagnostics.length).toBeGreaterThanOrEqual(3);
    expect(value?.system?.security?.dataClasses).toEqual([
      { id: "mine", level: "personal", handling: "encrypted" },
    ]);
  });
});

function idOf(value: object): unknown {
  return Object(value).id;
}

function requestFor(unit: Unit, accepted: Design = sampleDesign()) {
  const reading = readingOf(accepted);
  return { unit, reading, accepted, round: 1, options: { database: "postgresql" } } as const;
}

/** The sample with these answers, and everything that was found on the way. */
function drafted(data: readonly object[], pipes: object = governance) {
  let design = sampleDesign();
  const found: string[] = [];
  function say(unit: Unit, change: (answer: Record<string, unknown>) => object): void {
    const given = change(Object(fromPart(unit.kind, partOf(design, unit))));
    const { value, diagnostics } = toPart(given, requestFor(unit, design));
    found.push(...diagnostics.map(({ code }) => code));
    if (value !== undefined) design = mergePart(design, unit, value);
  }
  say({ kind: "landscape" }, (given) => ({
    ...given,
    stores: [
      ...(given["stores"] as object[]).map((store) =>
        idOf(store) === "event-stream" ? { ...store, retentionDays: 7 } : store,
      ),
      {
        id: "warehouse",
        name: "Warehouse",
        kind: "olap",
        engine: "clickhouse",
        contexts: ["lending"],
        purpose: "Answers questions over all loans.",
        replicas: 1,
      },
    ],
  }));
  say(LENDING, () => ({ entities: data }));
  say({ kind: "behaviour" }, (given) => ({ ...given, ...behaviour }));
  say({ kind: "security" }, (given) => ({ ...given, governance: pipes }));
  return { design, found };
}

function answered(data: readonly object[]): Design {
  const { design, found } = drafted(data);
  expect(found).toEqual([]);
  return design;
}

function problemsOf(data: readonly object[], pipes: object = governance): readonly string[] {
  const { design, found } = drafted(data, pipes);
  return [...found, ...findingsOf(design).map((finding) => finding.split(" ")[0] ?? "")];
}

function findingsOf(design: Design): readonly string[] {
  const index = indexDesign(design);
  return designChecks.flatMap((check) =>
    check.check(design, index).map(({ code, subject, message }) => `${code} ${subject} ${message}`),
  );
}
