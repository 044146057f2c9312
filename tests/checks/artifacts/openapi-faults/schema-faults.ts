import type { Broken, Fault } from "./fault.ts";
import { addProperty, at, body, create, loan } from "./places.ts";

const extra = `${at.loan}/properties/extra`;

/** A property whose schema is wrong on its own. */
function wrong(name: string, schema: unknown, version?: "3.0" | "3.1"): Fault {
  return {
    name,
    at: [extra],
    ...(version === undefined ? {} : { version }),
    inject: (root) => addProperty(root, schema),
  };
}

/** What a value may be. */
export const schemaFaults: readonly Fault[] = [
  wrong("an unknown type", { type: "strin" }),
  wrong("an unknown keyword", { type: "string", maxLenght: 3 }),
  wrong("an array without items", { type: "array", maxItems: 3 }),
  wrong("minimum above maximum", { type: "integer", minimum: 2, maximum: 1 }),
  wrong("minLength above maxLength", { type: "string", minLength: 2, maxLength: 1 }),
  wrong("minItems above maxItems", {
    type: "array",
    items: { type: "string" },
    minItems: 2,
    maxItems: 1,
  }),
  wrong("minProperties above maxProperties", {
    type: "object",
    minProperties: 2,
    maxProperties: 1,
  }),
  wrong(
    "bounds that exclude their only value",
    { type: "integer", minimum: 1, exclusiveMinimum: true, maximum: 1 },
    "3.0",
  ),
  wrong(
    "exclusive bounds that meet",
    { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 1 },
    "3.1",
  ),
  wrong(
    "an exclusive bound below the other",
    { type: "number", exclusiveMinimum: 5, maximum: 4 },
    "3.1",
  ),
  wrong("no multiple between the bounds", {
    type: "integer",
    minimum: 11,
    maximum: 14,
    multipleOf: 5,
  }),
  wrong("a negative length", { type: "string", minLength: -1 }),
  wrong("a multiple of zero", { type: "integer", multipleOf: 0 }),
  wrong("a bound that is a text", { type: "integer", minimum: "1" }),
  wrong("a bound of texts on a number", { type: "integer", maxLength: 3 }),
  wrong("a bound of numbers on a text", { type: "string", minimum: 3 }),
  wrong("an empty enum", { type: "string", enum: [] }),
  wrong("an enum value twice", { type: "string", enum: ["a", "a"] }),
  wrong("an enum value of another type", { type: "string", enum: ["a", 1] }),
  wrong("an enum value outside the bounds", { type: "integer", maximum: 3, enum: [1, 9] }),
  wrong("an enum value that breaks the pattern", {
    type: "string",
    pattern: "^[a-z]+$",
    enum: ["a", "B"],
  }),
  wrong("an enum that is no list", { type: "string", enum: "a" }),
  wrong("a default of another type", { type: "integer", default: "many" }),
  wrong("a default outside the bounds", { type: "integer", maximum: 3, default: 9 }),
  wrong("a default that is no value of the enum", { type: "string", enum: ["a"], default: "b" }),
  wrong("an example of another type", { type: "integer", example: "many" }, "3.0"),
  wrong("examples of another type", { type: "integer", examples: ["many"] }, "3.1"),
  wrong("a single example in a list's place", { type: "string", examples: "x" }, "3.1"),
  wrong("a pattern that does not compile", { type: "string", pattern: "[a" }),
  wrong("a pattern longer than maxLength", { type: "string", pattern: "^[A-Z]{3}$", maxLength: 2 }),
  wrong("a pattern shorter than minLength", {
    type: "string",
    pattern: "^[A-Z]{1,3}$",
    minLength: 5,
  }),
  wrong("a pattern on a number", { type: "integer", pattern: "^[0-9]+$" }),
  wrong("a format of another type", { type: "integer", format: "uuid" }),
  wrong("a number's format on a text", { type: "string", format: "int32" }),
  wrong("a format of any value outside it", {
    type: "string",
    format: "date",
    enum: ["2026-02-31"],
  }),
  wrong("required as a mark", { type: "string", required: true }),
  wrong("required with a name twice", {
    type: "object",
    properties: { a: { type: "string" } },
    required: ["a", "a"],
  }),
  wrong("properties as a list", { type: "object", properties: [] }),
  wrong("a required property that is not defined", {
    type: "object",
    properties: { a: { type: "string" } },
    required: ["b"],
    additionalProperties: false,
  }),
  wrong("a property that both sides only read", {
    type: "string",
    readOnly: true,
    writeOnly: true,
  }),
  wrong("oneOf without forms", { oneOf: [] }),
  wrong("allOf of two types", { allOf: [{ type: "string" }, { type: "integer" }] }),
  wrong("allOf that closes one of its parts", {
    allOf: [
      { type: "object", properties: { a: { type: "string" } }, additionalProperties: false },
      { type: "object", properties: { b: { type: "string" } }, required: ["b"] },
    ],
  }),
  wrong("oneOf with the same form twice", { oneOf: [{ type: "string" }, { type: "string" }] }),
  wrong("nullable in 3.1", { type: "string", nullable: true }, "3.1"),
  wrong(
    "exclusiveMinimum as a mark in 3.1",
    { type: "integer", minimum: 1, exclusiveMinimum: true },
    "3.1",
  ),
  wrong("exclusiveMinimum as a number in 3.0", { type: "integer", exclusiveMinimum: 1 }, "3.0"),
  wrong("a list of types in 3.0", { type: ["string", "null"] }, "3.0"),
  wrong("the type null in 3.0", { type: "null" }, "3.0"),
  wrong("const in 3.0", { type: "string", const: "a" }, "3.0"),
  wrong("a constant of another type", { type: "string", const: 1 }, "3.1"),
  wrong("nullable that is a text", { type: "string", nullable: "yes" }, "3.0"),
  wrong("nullable without a type", { nullable: true, enum: ["a", null] }, "3.0"),
  wrong("null among values that may not be null", { type: "string", enum: ["a", null] }),
  wrong("a type twice", { type: ["string", "string"] }, "3.1"),
  wrong("a property in another case than the others", {
    type: "object",
    properties: { due_at: { type: "string" } },
  }),
  {
    name: "a discriminator that a form lacks",
    at: [extra],
    inject: (root) =>
      addForms(root, { properties: { name: { type: "string" } } }, { propertyName: "kind" }),
  },
  {
    name: "a discriminator that a form does not require",
    at: [extra],
    inject: (root) =>
      addForms(root, { properties: { kind: { type: "string" } } }, { propertyName: "kind" }),
  },
  {
    name: "a discriminator that maps to nothing",
    at: [extra],
    inject: (root) =>
      addForms(
        root,
        { properties: { kind: { type: "string" } }, required: ["kind"] },
        { propertyName: "kind", mapping: { a: "#/components/schemas/Ghost" } },
      ),
  },
  {
    name: "a discriminator that maps to a form that is none",
    at: [extra],
    inject: (root) =>
      addForms(
        root,
        { properties: { kind: { type: "string" } }, required: ["kind"] },
        { propertyName: "kind", mapping: { a: "#/components/schemas/Loan" } },
      ),
  },
  {
    name: "a discriminator without a property name",
    at: [extra],
    inject: (root) =>
      addForms(root, { properties: { kind: { type: "string" } }, required: ["kind"] }, {}),
  },
  {
    name: "a discriminator over a form without a name",
    at: [extra],
    inject: (root) =>
      addProperty(root, {
        oneOf: [{ type: "object", properties: { kind: { type: "string" } }, required: ["kind"] }],
        discriminator: { propertyName: "kind" },
      }),
  },
  {
    name: "a schema in another case than the others",
    at: ["/components/schemas/loan_note", extra],
    inject: (root) => {
      root.components.schemas.loan_note = { type: "string", maxLength: 10 };
      addProperty(root, { $ref: "#/components/schemas/loan_note" });
    },
  },
  {
    name: "a request that requires what only the server gives",
    at: [at.newLoan, at.create],
    inject: (root) => {
      root.components.schemas.NewLoan.properties.copyId.readOnly = true;
    },
  },
  {
    name: "an example with a property that is not allowed",
    at: [at.create],
    inject: (root) => (body(create(root)).examples.extra = { value: { ghost: 1 } }),
  },
  {
    name: "a required property that is misspelt",
    at: [at.loan, at.create, at.list],
    inject: (root) => loan(root).required.push("dueOn"),
  },
];

function addForms(root: Broken, form: object, discriminator: object): void {
  root.components.schemas.Form = { type: "object", description: "One form.", ...form };
  addProperty(root, { oneOf: [{ $ref: "#/components/schemas/Form" }], discriminator });
}
