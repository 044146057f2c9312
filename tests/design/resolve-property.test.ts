import { expect, test } from "vitest";
import type { BodyProperty } from "../../src/design/design.ts";
import { resolveProperty } from "../../src/design/resolve-property.ts";
import { sampleDesign } from "../support/sample-design.ts";

const context = sampleDesign().contexts[0];
const scope = { context, entity: "book", owner: "catalogue/schema/book" };
const bare: BodyProperty = { id: "p", required: true, many: false, samples: [] };

test("a field gives name, type, bounds, samples and nullability", () => {
  const field = context?.entities
    .find(({ id }) => id === "book")
    ?.fields.find(({ id }) => id === "isbn");
  const resolved = resolveProperty({ ...bare, field: "isbn" }, scope);
  expect(resolved).toMatchObject({
    subject: "catalogue/schema/book/property/p",
    wireName: "isbn",
    nullable: field?.nullable,
    fieldSubject: "catalogue/entity/book/field/isbn",
    value: { type: field?.type, samples: field?.samples },
  });
});

test("the property's own words go before those of the field", () => {
  const own = { name: "number", maxLength: 3, nullable: false, samples: ["abc"], field: "isbn" };
  const resolved = resolveProperty({ ...bare, ...own }, scope);
  expect(resolved).toMatchObject({
    wireName: "number",
    nullable: false,
    value: { maxLength: 3, samples: ["abc"] },
  });
});

test("another body is nested", () => {
  const resolved = resolveProperty({ ...bare, schema: "book" }, scope);
  expect(resolved.nestedSchema?.id).toBe("book");
});

test("what dangles is a string, wherever it stands", () => {
  for (const dangling of [{ field: "ghost" }, { schema: "ghost" }, {}]) {
    const resolved = resolveProperty({ ...bare, ...dangling }, { ...scope, context: undefined });
    expect(resolved).toMatchObject({ wireName: "p", value: { type: "string" } });
    expect(resolved.field ?? resolved.nestedSchema).toBeUndefined();
  }
});
