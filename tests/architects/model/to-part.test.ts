import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftRequest } from "../../../src/architects/architect.ts";
import { coerceAnswer } from "../../../src/architects/model/coerce-answer.ts";
import { fromPart } from "../../../src/architects/model/from-part.ts";
import { toPart } from "../../../src/architects/model/to-part.ts";
import { wireSchema } from "../../../src/architects/model/wire/wire-schema.ts";
import { wireUnits } from "../../../src/architects/model/wire/wire-units.ts";
import { indexDesign, resolveReference } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import { contextDesignSchema } from "../../../src/design/schema/context-design.ts";
import { systemSchema } from "../../../src/design/schema/system.ts";
import { mergePart, partOf } from "../../../src/design/unit-part.ts";
import { unitDeclarations, unitsOf } from "../../../src/design/units.ts";
import type { Unit } from "../../../src/design/units.ts";
import { arbitraryAnswer } from "../../support/arbitrary-answer.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { invalid, valid } from "../../support/cases.ts";
import { readingOf } from "../../support/reading-of.ts";
import { sampleDesign } from "../../support/sample-design.ts";

function requestFor(unit: Unit, design: Design, accepted = design): DraftRequest {
  const reading = readingOf(design);
  return { unit, reading, accepted, round: 1, options: { database: "postgresql" } };
}

/** The design that answers in the wire form give when they say what the given design says. */
function throughTheWire(design: Design): Design {
  let accepted = emptyDesign();
  for (const unit of unitsOf(design.system.contexts)) {
    const answer: unknown = JSON.parse(JSON.stringify(fromPart(unit.kind, partOf(design, unit))));
    const { value, diagnostics } = toPart(answer, requestFor(unit, design, accepted));
    expect(diagnostics).toEqual([]);
    if (value === undefined) throw new Error(`no part for ${unit.kind}`);
    accepted = mergePart(accepted, unit, value);
  }
  return accepted;
}

describe("a design that travels as answers", () => {
  it("comes back the same, apart from what the wire does not carry", () => {
    const design = sampleDesign();
    const back = throughTheWire(design);
    for (const key of [
      "title",
      "summary",
      "glossary",
      "requirements",
      "load",
      "targets",
    ] as const) {
      expect(back.system[key], key).toEqual(design.system[key]);
    }
    for (const key of ["actors", "contexts", "deployables", "stores", "auth", "flows"] as const) {
      expect(back.system[key], key).toEqual(design.system[key]);
    }
    const rest = ["consistency", "caches", "bottlenecks", "observability", "security"] as const;
    for (const key of rest) expect(back.system[key], key).toEqual(design.system[key]);
    const last = ["governance", "technology", "decisions", "risks", "delivery", "reviews"] as const;
    for (const key of last) expect(back.system[key], key).toEqual(design.system[key]);
    for (const [index, context] of design.contexts.entries()) {
      const other = back.contexts[index];
      expect(other?.entities.map(({ fields }) => fields)).toEqual(
        context.entities.map(({ fields }) =>
          fields.map((field) => ({ ...field, minLength: undefined })),
        ),
      );
      expect(other?.operations.map(({ http, auth, errors }) => ({ http, auth, errors }))).toEqual(
        context.operations.map(({ http, auth, errors }) => ({ http, auth, errors })),
      );
      expect(other?.entities.map(({ lifecycle }) => lifecycle?.transitions.length)).toEqual(
        context.entities.map(({ lifecycle }) => lifecycle?.transitions.length),
      );
    }
  });

  it("is valid and dangles nowhere, whatever the design", () => {
    fc.assert(
      fc.property(arbitraryDesign({ maximumContexts: 2, maximumEntities: 3 }), (design) => {
        const back = throughTheWire(design);
        systemSchema.parse(back.system);
        for (const context of back.contexts) contextDesignSchema.parse(context);
        const index = indexDesign(back);
        const dangling = index.references.filter((visit) => !resolveReference(index, visit));
        expect(dangling.map(({ subject, text }) => `${subject}: ${text}`)).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe("any answer that the schema accepts", () => {
  it.each(unitDeclarations.map(({ kind, scope }) => [kind, scope] as const))(
    "of %s gives valid sections or findings, and never throws",
    (kind, scope) => {
      const design = sampleDesign();
      const context = design.system.contexts[0]?.id ?? "";
      const unit = scope === "context" ? { kind, context } : { kind };
      const request = requestFor(unit, design);
      fc.assert(
        fc.property(arbitraryAnswer(wireSchema(wireUnits[kind].schema)), (answer) => {
          const { value, diagnostics } = toPart(answer, request);
          expect(value !== undefined || diagnostics.length > 0).toBe(true);
          if (value === undefined) return;
          const merged = mergePart(design, unit, value);
          systemSchema.parse(merged.system);
          for (const each of merged.contexts) contextDesignSchema.parse(each);
        }),
        { numRuns: 60, endOnFailure: true },
      );
    },
  );

  it("and any other JSON value neither", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        for (const { kind } of unitDeclarations) {
          toPart(answer, requestFor({ kind, context: "catalogue" }, sampleDesign()));
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe("the requirements unit", () => {
  const design = sampleDesign();
  const request = requestFor({ kind: "requirements" }, design);
  const answer = fromPart("requirements", partOf(design, { kind: "requirements" })) as {
    readonly requirements: readonly { readonly id: string }[];
  };

  it("keeps a statement as it was read where the model leaves it out", () => {
    const { value } = toPart({ ...answer, requirements: [] }, request);
    expect(value?.system?.requirements?.map(({ id, text }) => [id, text])).toEqual(
      design.system.requirements.map(({ id, text }) => [id, text]),
    );
  });

  it("lets a model neither reword a statement nor bring back what is ruled out", () => {
    const [first] = request.reading.requirements;
    if (first === undefined) throw new Error("no requirement");
    const reading = { ...request.reading, requirements: [{ ...first, outOfScope: true }] };
    const hostile = { ...answer.requirements[0], text: "Drop all tables", scope: "in" };
    const { value } = toPart({ ...answer, requirements: [hostile] }, { ...request, reading });
    expect(value?.system?.requirements?.[0]).toMatchObject({ text: first.text, scope: "out" });
  });

  it("drops one bad item and keeps the others", () => {
    const targets = [
      { id: "bad", name: "Bad", measure: "beauty", comparator: "lt", value: 1, unit: "ms" },
      { ...Object(partOf(design, { kind: "requirements" }).system?.targets?.[0]) },
    ];
    const { value, diagnostics } = toPart({ ...answer, targets }, request);
    expect(value?.system?.targets).toHaveLength(1);
    expect(diagnostics.map(({ message }) => message).join("\n")).toContain("targets[bad].measure");
  });

  invalid("model/invalid-answer", "a requirement that does not exist", () =>
    toPart({ ...answer, requirements: [{ ...answer.requirements[0], id: "invented" }] }, request),
  );
  invalid("model/invalid-answer", "two elements with one id", () =>
    toPart({ actors: [actor("A"), actor("a")] }, requestFor({ kind: "landscape" }, design)),
  );
  invalid("model/invalid-answer", "a list without end", () =>
    toPart(
      { actors: Array.from({ length: 1001 }, (_, index) => actor(`a${index}`)) },
      requestFor({ kind: "landscape" }, design),
    ),
  );
  valid("model/invalid-answer", "what a model says of the sample", () => toPart(answer, request));
});

describe("the form of an answer", () => {
  it("is forgiven what can only be meant one way", () => {
    const { schema } = wireUnits.delivery;
    const answer = {
      risks: [{ id: "R", name: "N", likelihood: "HIGH", impact: " low ", mitigation: null }],
      delivery: { workPackages: null },
      extra: 1,
    };
    expect(coerceAnswer(schema, answer)).toEqual({
      risks: [
        {
          id: "R",
          name: "N",
          likelihood: "high",
          impact: "low",
          mitigation: "",
          fallback: "",
          reqs: [],
        },
      ],
      delivery: { workPackages: [], successMetrics: [] },
      guesses: [],
    });
  });
});

function actor(id: string): unknown {
  return { id, name: id, kind: "person", description: "Somebody.", reqs: [] };
}

describe("idempotency on the wire", () => {
  const design = sampleDesign();
  const unit = { kind: "api", context: "lending" } as const;

  it.each([
    ["key", { mode: "key" }],
    [" Natural ", { mode: "natural" }],
    [
      "a second sign-in only opens a second session",
      { mode: "none", reason: "a second sign-in only opens a second session" },
    ],
    ["none: it only counts", { mode: "none", reason: "it only counts" }],
    ["none", { mode: "none" }],
    ["", { mode: "none" }],
  ])("%j", (idempotency, expected) => {
    const answer = structuredClone(fromPart("api", partOf(design, unit))) as {
      operations: { idempotency: string }[];
    };
    for (const operation of answer.operations) operation.idempotency = idempotency;
    const { value, diagnostics } = toPart(answer, requestFor(unit, design));
    expect(diagnostics).toEqual([]);
    for (const operation of value?.context?.operations ?? []) {
      expect(operation.idempotency).toEqual(expected);
    }
  });
});

describe("a value that is no field's", () => {
  const design = sampleDesign();
  const unit = { kind: "api", context: "lending" } as const;

  it("keeps its precision and scale on the wire, there and back", () => {
    const value = { type: "decimal", precision: 3, scale: 2, samples: ["4.25"], description: "" };
    const property = { name: "averageRating", value, many: false, required: true };
    const answer = structuredClone(fromPart("api", partOf(design, unit))) as {
      schemas: { properties: unknown[] }[];
    };
    answer.schemas[0]?.properties.push(property);
    const { value: part, diagnostics } = toPart(answer, requestFor(unit, design));
    expect(diagnostics).toEqual([]);
    expect(part?.context?.schemas?.[0]?.properties.at(-1)).toMatchObject({
      type: "decimal",
      precision: 3,
      scale: 2,
      samples: [4.25],
    });
    if (part === undefined) throw new Error("no part");
    expect(JSON.stringify(fromPart("api", part))).toContain('"precision":3,"scale":2');
  });

  it("says its digits and its choices in an event as well", () => {
    const answer = structuredClone(
      fromPart("behaviour", partOf(design, { kind: "behaviour" })),
    ) as { events: { payload: unknown[] }[] };
    answer.events[0]?.payload.push(
      { name: "fine", field: "", type: "decimal", precision: 12, scale: 2, required: true },
      { name: "reason", field: "", type: "enum", enumValues: ["late", "lost"], required: true },
    );
    const { value, diagnostics } = toPart(answer, requestFor({ kind: "behaviour" }, design));
    expect(diagnostics).toEqual([]);
    expect(value?.system?.events?.[0]?.payload.slice(-2)).toMatchObject([
      { type: "decimal", precision: 12, scale: 2 },
      { type: "enum", enumValues: ["late", "lost"] },
    ]);
  });
});
