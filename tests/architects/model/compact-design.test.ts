import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactDesign } from "../../../src/architects/model/compact-design.ts";
import { findingsData } from "../../../src/architects/model/findings-data.ts";
import { joinMessages } from "../../../src/architects/model/join-messages.ts";
import { extractJson } from "../../../src/architects/model/extract-json.ts";
import type { Design } from "../../../src/design/design.ts";
import { unitsOf } from "../../../src/design/units.ts";
import type { Unit } from "../../../src/design/units.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";

describe("what a model is told of the design", () => {
  it("is JSON within the limit, whatever the limit", () => {
    fc.assert(
      fc.property(arbitraryDesign(), fc.integer({ min: 20_000, max: 200_000 }), (design, limit) => {
        for (const unit of unitsOf(design.system.contexts)) {
          const text = compactDesign(design, unit, limit);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text).not.toContain("<");
          JSON.parse(text);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it("holds the ids that a unit refers to, and nothing of a later unit", () => {
    const design = sampleDesign();
    const [context, other] = design.contexts;
    if (context === undefined || other === undefined) throw new Error("no contexts");
    const unit = { kind: "api", context: context.context } as const;
    const shown = JSON.parse(compactDesign(design, unit, 100_000));
    expect(shown.system.flows).toBeUndefined();
    expect(shown.system.auth.permissions).toHaveLength(design.system.auth.permissions.length);
    const entities = shown.contexts[context.context].entities;
    expect(entities[0].fields[0].type).toBe(context.entities[0]?.fields[0]?.type);
    expect(shown.contexts[other.context].entities[0].id).toBe(other.entities[0]?.id);
    expect(shown.contexts[context.context].operations).toBeUndefined();
    const small = compactDesign(design, unit, 9_000);
    expect(small.length).toBeLessThanOrEqual(9_000);
    for (const { id } of context.entities) expect(small).toContain(`"${id}"`);
  });
});

describe("what a unit is told of the others", () => {
  const guess = { reason: "Nobody said.", requirement: undefined };
  const sample = sampleDesign();
  const design: Design = {
    ...sample,
    system: {
      ...sample.system,
      summary: "Long. ".repeat(300),
      assumptions: [
        { id: "a", text: "Loans are short.", unit: "data:lending", ...guess },
        { id: "b", text: "Alerts are loud.", unit: "observability", ...guess },
      ],
      openQuestions: [{ id: "q", text: "Who pays?", meanwhile: "Nobody.", unit: "landscape" }],
    },
  };
  function told(unit: Unit, limit = 100_000) {
    return JSON.parse(compactDesign(design, unit, limit));
  }

  it("is in the words of the answers", () => {
    const { system, contexts } = told({ kind: "platform" });
    expect(system.api).not.toHaveProperty("idempotency");
    const { idempotencyHeader, pagination } = told({ kind: "api", context: "lending" }).system.api;
    expect([idempotencyHeader, pagination]).toEqual(["Idempotency-Key", "cursor"]);
    const [operation] = contexts.lending.operations;
    expect(operation.http).toMatch(/^[A-Z]+ \/\S+ 20\d$/);
    expect(operation).not.toHaveProperty("requirements");
    expect(operation).not.toHaveProperty("description");
    expect(JSON.stringify(system.deployables)).toContain('"dependencies":[{"on":');
  });

  it("holds budgets for whoever adds them up, and no names of machines", () => {
    const behaviour = told({ kind: "behaviour" });
    expect(JSON.stringify(behaviour.contexts)).toContain('"budgetMs"');
    expect(JSON.stringify(behaviour.contexts)).toContain('"lifecycle"');
    const observability = told({ kind: "observability" });
    expect(observability.system.flows[0].steps[0].from).toBeDefined();
    expect(observability.system.scaling[0].minimumInstances).toBeGreaterThan(0);
    const seen = JSON.stringify([observability, told({ kind: "delivery" })]);
    expect(design.system.deployment.nodes.map(({ id }) => id)).toContain("lending-pods");
    expect(seen).not.toContain("lending-pods");
  });

  it("holds what earlier units guessed, and nothing of later ones", () => {
    expect(told({ kind: "data", context: "lending" }).guesses).toEqual([
      { by: "landscape", kind: "question", text: "Who pays?", reason: "Nobody." },
    ]);
    expect(told({ kind: "behaviour" }).guesses).toHaveLength(2);
    expect(told({ kind: "reviews" }).guesses).toHaveLength(3);
  });

  it("holds keys and classes of what other contexts own, for a unit of their kind as well", () => {
    const { catalogue, lending } = told({ kind: "data", context: "lending" }).contexts;
    expect(lending).toBeUndefined();
    const own = design.contexts.find(({ context }) => context === "catalogue")?.entities[0];
    expect(catalogue.entities[0].primaryKey).toEqual(own?.primaryKey);
    expect(catalogue.entities[0].fields[0]).toBe(`${own?.fields[0]?.id}: uuid`);
    expect(JSON.stringify(told({ kind: "security" }).contexts)).toMatch(/: string, personal"/);
  });

  it("names what nothing satisfies yet", () => {
    const orphan = { ...design.system.requirements[0], id: "orphan", scope: "in" };
    const lacking = {
      ...design,
      system: { ...design.system, requirements: [...design.system.requirements, orphan] },
    } as Design;
    expect(JSON.parse(compactDesign(lacking, { kind: "delivery" }, 100_000)).unsatisfied).toEqual([
      "orphan",
    ]);
    expect(told({ kind: "delivery" }).unsatisfied).toBeUndefined();
  });

  it("keeps the introduction of the system where prose has to go", () => {
    expect(told({ kind: "behaviour" }, 11_000).system.summary).toHaveLength(1200);
  });
});

describe("findings", () => {
  function finding(change: Partial<Diagnostic>): Diagnostic {
    return {
      code: "design/invalid-sample",
      severity: "error",
      subject: "a/entity/session/field/token-hash",
      message: "",
      fix: "give a sample that is base64",
      ...change,
    };
  }
  const place = "the field Token hash (token-hash) of Sign-in (sign-in) has the sample";

  it("of one cause at one element are one, and no name is said twice", () => {
    const data = findingsData([
      finding({ message: `${place} "one", which is not base64` }),
      finding({ message: `${place} "two", which is not base64` }),
      finding({ message: `${place} "two", which is not base64` }),
      finding({ message: `${place} "one", which is not base64`, subject: "a/entity/b/field/c" }),
    ]);
    expect(JSON.parse(data)).toEqual([
      expect.objectContaining({
        subject: "a/entity/session/field/token-hash",
        fix: "give a sample that is base64",
        message:
          'the field Token hash of Sign-in has the sample "one" | "two", which is not base64',
      }),
      expect.objectContaining({ subject: "a/entity/b/field/c" }),
    ]);
  });

  it("that ask for different things stay apart, and an id that says more stays", () => {
    const message = "the averageRating (average-rating) names no error not-found (404) of X (y-z)";
    const [first, ...rest] = JSON.parse(
      findingsData([finding({ message }), finding({ message, fix: "do something else" })]),
    );
    expect(rest).toHaveLength(1);
    expect(first.message).toBe("the averageRating names no error not-found (404) of X (y-z)");
  });

  it.each([
    [["a"], "a"],
    [["the a b c d", "the x b c d"], "the a | x b c d"],
    [["one two three", "four five six"], "one two three | four five six"],
    [["same same same", "same same"], "same same same |"],
  ])("%j", (messages, joined) => {
    expect(joinMessages(messages).trim()).toBe(joined);
  });
});

describe("the JSON in an answer", () => {
  it.each([
    ["alone", '{"a":1}'],
    ["in a fence", 'Here:\n```json\n{"a":1}\n```\nDone.'],
    ["between words", 'Sure! {"a":1} Anything else?'],
  ])("is found %s", (_, text) => {
    expect(extractJson(text)).toEqual({ a: 1 });
  });

  it.each([
    ["a list", "[1]"],
    ["half of it", '{"a":'],
    ["nothing", ""],
    ["null", "null"],
  ])("is not found where there is %s", (_, text) => {
    expect(extractJson(text)).toBeUndefined();
  });
});
