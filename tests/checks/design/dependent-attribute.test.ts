import type { DesignCheck } from "../../../src/checks/design-check.ts";
import { dependentAttributeCheck } from "../../../src/checks/design/dependent-attribute.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import { invalid, valid } from "../../support/cases.ts";
import { sketchDesign, type EntitySketch } from "../../sql/sql-fixtures.ts";

function run(...entities: readonly EntitySketch[]): ReturnType<DesignCheck["check"]> {
  const design = sketchDesign(...entities);
  return dependentAttributeCheck.check(design, indexDesign(design));
}
function named(...names: readonly string[]) {
  return names.map((name) => ({ id: name.replaceAll(" ", "-"), name, type: "string" }));
}
const LINE = named("order id", "product id", "product name", "quantity");
const PAIR = [{ id: "pair", fields: ["order-id", "product-id"] }];

invalid("design/partial-dependency", "of a primary key", () =>
  run({ id: "line", fields: LINE, primaryKey: ["order-id", "product-id"] }),
);
invalid("design/partial-dependency", "of another key, by a code", () =>
  run({
    id: "enrolment",
    fields: named("id", "course code", "student id", "course title"),
    primaryKey: ["id"],
    uniqueKeys: [{ id: "pair", fields: ["course-code", "student-id"] }],
  }),
);
valid("design/partial-dependency", "what both parts of the key decide", () =>
  run({
    id: "line",
    fields: named("order id", "product id", "product quantity", "product price", "product status"),
    primaryKey: ["order-id", "product-id"],
  }),
);
valid("design/partial-dependency", "the part is a key by itself", () =>
  run({
    id: "line",
    fields: LINE,
    primaryKey: ["product-id"],
    uniqueKeys: PAIR,
  }),
);
valid("design/partial-dependency", "it is on purpose", () =>
  run({
    id: "line",
    fields: LINE,
    primaryKey: ["order-id", "product-id"],
    denormalised: "The name at the time of the order.",
  }),
);

invalid("design/transitive-dependency", "beside a code", () =>
  run({ id: "product", fields: named("id", "supplier code", "supplier name") }),
);
invalid(
  "design/transitive-dependency",
  "beside a relation whose entity has no such attribute",
  () =>
    run(
      { id: "supplier", fields: named("id", "rating") },
      {
        id: "product",
        fields: named("id", "supplier id", "supplier phone number"),
        relations: [
          {
            id: "supplier",
            name: "supplier",
            field: "supplier-id",
            to: "supplier",
            cardinality: "many-to-one",
            onDelete: "restrict",
          },
        ],
      },
    ),
);
valid("design/transitive-dependency", "of the entity itself", () =>
  run({
    id: "order",
    name: "Order",
    fields: named("id", "order number", "order type", "order title"),
  }),
);
valid("design/transitive-dependency", "words that are of no thing", () =>
  run({
    id: "contact",
    fields: named(
      "id",
      "phone number",
      "phone type",
      "postal code",
      "postal address",
      "error code",
      "error description",
    ),
  }),
);
valid("design/transitive-dependency", "another thing that begins alike", () =>
  run({ id: "product", fields: named("id", "sale id", "sales name", "salesperson name") }),
);
