import { describe, expect, test } from "vitest";
import { compareAccess } from "../../../src/compare/design/compare-access.ts";
import { compareData } from "../../../src/compare/data/compare-data.ts";
import { compareDesigns } from "../../../src/compare/design/compare-designs.ts";
import { compareEvents } from "../../../src/compare/design/compare-events.ts";
import type { Design } from "../../../src/design/design.ts";
import { diffEmittedSpecs } from "../../../src/pipeline/diff/diff-emitted-specs.ts";
import { invalid, valid } from "../../support/cases.ts";
import { committedDesigns } from "../../support/committed-designs.ts";
import type { Editable } from "../../support/edit-design.ts";
import { contextOf, editDesign, entityOf, pick } from "../../support/edit-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";

type Edit = (design: Editable<Design>) => void;

const elements = (edit: Edit) => compareDesigns(sampleDesign(), editDesign(edit));
const events = (edit: Edit) => compareEvents(sampleDesign(), editDesign(edit));
const access = (edit: Edit) => compareAccess(sampleDesign(), editDesign(edit));
const data = (edit: Edit) => compareData(sampleDesign(), editDesign(edit));
const api = (edit: Edit) =>
  diffEmittedSpecs(sampleDesign(), editDesign(edit), { today: "2026-01-01", openapi: "3.0" });

const nothing: Edit = () => {};
const started = (design: Editable<Design>) => pick(design.system.events, "loan-started");
const field = (design: Editable<Design>, id: string) =>
  pick(entityOf(design, "lending/loan").fields, id);
const rename: Edit = (design) => {
  field(design, "fine").name = "Penalty";
};

test("a design is the same as itself", async () => {
  for (const found of [
    elements(nothing),
    events(nothing),
    access(nothing),
    data(nothing),
    await api(nothing),
  ]) {
    expect(found).toEqual([]);
  }
});

test.each(committedDesigns())("%s is the same as itself", async (_, read) => {
  const design = read();
  const clients = await diffEmittedSpecs(design, design, { today: "2026-01-01", openapi: "3.1" });
  expect([...clients, ...compareDesigns(design, design), ...compareEvents(design, design)]).toEqual(
    [],
  );
  expect([...compareData(design, design), ...compareAccess(design, design)]).toEqual([]);
});

describe("elements, by id", () => {
  invalid("change/element-renamed", "a field", () => elements(rename));
  valid("change/element-added", "a renamed field is the same one", () => elements(rename));
  valid("change/element-removed", "a renamed field is the same one", () => elements(rename));
  valid("change/element-changed", "only its name", () => elements(rename));
  valid("change/element-renamed", "another type only", () =>
    elements((design) => {
      field(design, "fine").nullable = true;
    }),
  );
  invalid("change/element-changed", "nullability", () =>
    elements((design) => {
      field(design, "due-at").nullable = true;
    }),
  );
  invalid("change/element-added", "an event", () =>
    elements((design) => {
      design.system.events.push({ ...started(design), id: "loan-renewed" });
    }),
  );
  const withoutLoan: Edit = (design) => {
    const context = contextOf(design, "lending");
    context.entities = context.entities.filter(({ id }) => id !== "loan");
  };
  invalid("change/element-removed", "an entity", () => elements(withoutLoan));
  test("what is inside goes with it", () => {
    const removed = elements(withoutLoan).filter(({ code }) => code === "change/element-removed");
    expect(removed.map(({ subject }) => subject)).toEqual(["lending/entity/loan"]);
  });
});

describe("events", () => {
  invalid("events/event-removed", "one that others read", () =>
    events((design) => {
      design.system.events = design.system.events.filter(({ id }) => id !== "loan-started");
    }),
  );
  valid("events/event-removed", "another name", () =>
    events((design) => {
      started(design).name = "Loan begun";
    }),
  );
  invalid("events/member-removed", "renamed on the wire by its field", () =>
    events((design) => {
      field(design, "due-at").name = "Due on";
    }),
  );
  valid("events/member-removed", "one more", () =>
    events((design) => {
      const { payload } = started(design);
      payload.push({ ...pick(payload, "due-at"), id: "fine", field: "fine" });
    }),
  );
  invalid("events/member-type-changed", "by its field", () =>
    events((design) => {
      field(design, "due-at").type = "date";
    }),
  );
  valid("events/member-type-changed", "a field that no event tells", () =>
    events((design) => {
      field(design, "started-at").type = "date";
    }),
  );
  invalid("events/member-became-optional", "null is possible", () =>
    events((design) => {
      field(design, "due-at").nullable = true;
    }),
  );
  valid("events/member-became-optional", "it is not told", () =>
    events((design) => {
      field(design, "started-at").nullable = true;
    }),
  );
  invalid("events/delivery-changed", "another ordering key", () =>
    events((design) => {
      started(design).orderingKey = "something else";
    }),
  );
  valid("events/delivery-changed", "another dead letter", () =>
    events((design) => {
      started(design).deadLetter = "Somebody looks at it.";
    }),
  );
});

describe("access", () => {
  invalid("access/role-narrowed", "a permission less", () =>
    access((design) => {
      pick(design.system.auth.roles, "staff").permissions.pop();
    }),
  );
  valid("access/role-narrowed", "in another order", () =>
    access((design) => {
      pick(design.system.auth.roles, "staff").permissions.reverse();
    }),
  );
  invalid("access/permission-removed", "another name", () =>
    access((design) => {
      pick(design.system.auth.permissions, "read-loans").name = "loans:see";
    }),
  );
  valid("access/permission-removed", "another description", () =>
    access((design) => {
      pick(design.system.auth.permissions, "read-loans").description = "See all loans.";
    }),
  );
});

describe("data", () => {
  const withoutField: Edit = (design) => {
    const loan = entityOf(design, "lending/loan");
    loan.fields = loan.fields.filter(({ id }) => id !== "returned-at");
  };
  invalid("data/loses-data", "a column", () => data(withoutField));
  valid("data/loses-data", "a renamed column", () => data(rename));
  invalid("data/changes-in-phases", "a renamed column", () => data(rename));
  valid("data/changes-in-phases", "nothing", () => data(nothing));
  invalid("data/loses-data", "a whole context", () =>
    data((design) => {
      design.contexts = design.contexts.filter(({ context }) => context !== "lending");
    }),
  );
  const engine =
    (name: string): Edit =>
    (design) => {
      for (const store of design.system.stores)
        if (store.kind === "relational") store.engine = name;
    };
  invalid("data/changes-store", "to MySQL", () => data(engine("MySQL")));
  valid("data/changes-store", "the same in other letters", () => data(engine("postgresql")));
  const unique: Edit = (design) => {
    entityOf(design, "lending/loan").uniqueKeys.push({ id: "due", fields: ["due-at"] });
  };
  invalid("data/may-fail", "a unique key", () => data(unique));
  valid("data/may-fail", "a removed one", () =>
    data((design) => {
      entityOf(design, "lending/loan").uniqueKeys = [];
    }),
  );
  const toText: Edit = (design) => {
    design.system.stores.forEach((store) => {
      if (store.kind === "relational") store.engine = "SQLite";
    });
  };
  valid("data/stops-old-version", "a column that may be empty", () =>
    data((design) => {
      field(design, "due-at").nullable = true;
    }),
  );
  invalid("data/stops-old-version", "a type that holds less", () =>
    data((design) => {
      Object.assign(field(design, "copy-id"), { type: "integer" });
    }),
  );
  test("a change inside SQLite is planned too", () => {
    const [base, head] = [
      editDesign(toText),
      editDesign((design) => {
        toText(design);
        withoutField(design);
      }),
    ];
    expect(compareData(base, head).map(({ code }) => code)).toContain("data/loses-data");
  });
});

describe("clients", () => {
  const withoutProperty: Edit = (design) => {
    const schema = pick(contextOf(design, "lending").schemas, "loan");
    schema.properties = schema.properties.filter(({ id }) => id !== "due-at");
  };
  invalid("api/version-not-raised", "a break", () => api(withoutProperty));
  valid("api/version-not-raised", "a break with a new version", () =>
    api((design) => {
      withoutProperty(design);
      design.system.api.versioning.current = "v9";
    }),
  );
  test("a change of a document is about its element of the design, told once", async () => {
    const found = (await api(withoutProperty)).filter(
      ({ code }) => code === "api/property-removed",
    );
    expect(found.map(({ subject }) => subject)).toEqual(["lending/schema/loan/property/due-at"]);
  });
});
