import { describe } from "vitest";
import { ofParameter, ofRequest, ofResponse } from "../../support/api-changes.ts";
import { invalid, valid } from "../../support/cases.ts";

const text = { type: "string" };
const number = { type: "number" };
const integer = { type: "integer" };
const record = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const cat = record({ claws: integer }, { title: "Cat" });
const dog = record({ tail: text }, { title: "Dog" });

describe("types", () => {
  invalid("api/type-changed", "a request takes less", () => ofRequest(number, integer));
  valid("api/type-changed", "a request takes more, in a list of types", () =>
    ofRequest(integer, { oneOf: [{ type: "string" }, { type: "number" }] }),
  );
  invalid("api/format-changed", "a response holds more", () =>
    ofResponse({ ...integer, format: "int32" }, { ...integer, format: "int64" }),
  );
  valid("api/format-changed", "a request takes more", () =>
    ofRequest({ ...integer, format: "int32" }, { ...integer, format: "int64" }),
  );
  invalid("api/became-not-nullable", "in 3.0 and 3.1", () =>
    ofRequest({ ...text, nullable: true }, { type: ["string"] }),
  );
  valid("api/became-not-nullable", "written in another way", () =>
    ofRequest({ type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }),
  );
  invalid("api/became-nullable", "around a shared schema", () =>
    ofResponse(
      { $ref: "#/components/schemas/Cat" },
      { anyOf: [{ $ref: "#/components/schemas/Cat" }, { type: "null" }] },
      { schemas: { Cat: cat } },
    ),
  );
  valid("api/became-nullable", "a request", () => ofRequest(text, { type: ["string", "null"] }));
});

describe("values", () => {
  invalid("api/enum-value-removed", "of a parameter", () =>
    ofParameter({ schema: { enum: ["a", "b"] } }, { schema: { enum: ["a"] } }),
  );
  valid("api/enum-value-removed", "of a response", () =>
    ofResponse({ enum: ["a", "b"] }, { enum: ["a"] }),
  );
  invalid("api/became-enum", "it did", () => ofRequest(text, { ...text, enum: ["a"] }));
  valid("api/became-enum", "it always was", () =>
    ofRequest({ ...text, enum: ["a"] }, { ...text, enum: ["a", "b"] }),
  );
  invalid("api/enum-value-added", "a response", () =>
    ofResponse({ enum: ["a"] }, { enum: ["a", "b"] }),
  );
  valid("api/enum-value-added", "in another order", () =>
    ofResponse({ enum: ["a", "b"] }, { enum: ["b", "a"] }),
  );
  invalid("api/const-changed", "another one", () => ofRequest({ const: "a" }, { const: "b" }));
  valid("api/const-changed", "a response has one now", () => ofResponse(text, { const: "b" }));
  invalid("api/bound-tightened", "of items", () =>
    ofRequest(
      { type: "array", items: { ...text, maxLength: 9 } },
      { type: "array", items: { ...text, maxLength: 8 } },
    ),
  );
  valid("api/bound-tightened", "multiples of 10 are of 5", () =>
    ofRequest({ ...integer, multipleOf: 10 }, { ...integer, multipleOf: 5 }),
  );
  invalid("api/bound-added", "exclusive as in 3.0", () =>
    ofRequest(integer, { ...integer, minimum: 1, exclusiveMinimum: true }),
  );
  valid("api/bound-added", "one that says nothing", () =>
    ofRequest(text, { ...text, minLength: 0 }),
  );
  invalid("api/unique-items-added", "a request", () =>
    ofRequest({ type: "array" }, { type: "array", uniqueItems: true }),
  );
  valid("api/unique-items-added", "a response", () =>
    ofResponse({ type: "array" }, { type: "array", uniqueItems: true }),
  );
  invalid("api/bound-loosened", "gone", () => ofResponse({ ...integer, maximum: 9 }, integer));
  valid("api/bound-loosened", "the same number excluded", () =>
    ofResponse({ ...integer, maximum: 9 }, { ...integer, exclusiveMaximum: 9 }),
  );
  invalid("api/pattern-added", "a request", () => ofRequest(text, { ...text, pattern: "^a" }));
  valid("api/pattern-added", "anything matches it", () =>
    ofRequest(text, { ...text, pattern: "^.*$" }),
  );
  invalid("api/pattern-changed", "a request", () =>
    ofRequest({ ...text, pattern: "^b" }, { ...text, pattern: "^a" }),
  );
  valid("api/pattern-changed", "a response", () =>
    ofResponse({ ...text, pattern: "^b" }, { ...text, pattern: "^a" }),
  );
  invalid("api/content-encoding-changed", "base64 to base32", () =>
    ofResponse({ ...text, contentEncoding: "base64" }, { ...text, contentEncoding: "base32" }),
  );
  valid("api/content-encoding-changed", "the same", () =>
    ofResponse(
      { ...text, contentEncoding: "base64" },
      { ...text, contentEncoding: "base64", title: "x" },
    ),
  );
});

describe("objects", () => {
  invalid("api/additional-properties-closed", "a request", () =>
    ofRequest(record({}), record({}, { additionalProperties: false })),
  );
  valid("api/additional-properties-closed", "they were", () =>
    ofRequest(
      record({ a: text }, { additionalProperties: false }),
      record({ a: text, b: text }, { additionalProperties: false }),
    ),
  );
  invalid("api/property-removed", "a response", () =>
    ofResponse(record({ a: text }, { required: ["a"] }), record({})),
  );
  valid("api/property-removed", "it moved into a part", () =>
    ofResponse(record({ a: text, b: text }), {
      ...record({ b: text }),
      allOf: [record({ a: text })],
    }),
  );
  invalid("api/required-property-added", "a request", () =>
    ofRequest(record({}), record({ a: text }, { required: ["a"] })),
  );
  valid("api/required-property-added", "read-only", () =>
    ofRequest(record({}), record({ a: { ...text, readOnly: true } }, { required: ["a"] })),
  );
  invalid("api/property-added", "a response", () => ofResponse(record({}), record({ a: text })));
  valid("api/property-added", "another description", () =>
    ofResponse(record({ a: text }), record({ a: { ...text, description: "x" } })),
  );
  invalid("api/property-became-required", "with a default", () =>
    ofRequest(
      record({ a: { ...text, default: "x" } }),
      record({ a: { ...text, default: "x" } }, { required: ["a"] }),
    ),
  );
  valid("api/property-became-required", "a response", () =>
    ofResponse(record({ a: text }), record({ a: text }, { required: ["a"] })),
  );
  invalid("api/property-became-optional", "a response", () =>
    ofResponse(record({ a: text }, { required: ["a"] }), record({ a: text })),
  );
  valid("api/property-became-optional", "write-only", () => {
    const a = { ...text, writeOnly: true };
    return ofResponse(record({ a }, { required: ["a"] }), record({ a }));
  });
  invalid("api/access-changed", "read-only in a request", () =>
    ofRequest(record({ a: text }), record({ a: { ...text, readOnly: true } })),
  );
  valid("api/access-changed", "read-only in a response", () =>
    ofResponse(record({ a: text }), record({ a: { ...text, readOnly: true } })),
  );
  invalid("api/assertion-added", "names that depend", () =>
    ofRequest(record({ a: text }), record({ a: text }, { dependentRequired: { a: ["b"] } })),
  );
  valid("api/assertion-added", "a response", () =>
    ofResponse({ type: "array" }, { type: "array", contains: text }),
  );
  invalid("api/assertion-removed", "a response", () =>
    ofResponse({ type: "array", contains: text }, { type: "array" }),
  );
  valid("api/assertion-removed", "a request", () =>
    ofRequest({ type: "array", contains: text }, { type: "array" }),
  );
});

describe("alternatives and parts", () => {
  invalid("api/discriminator-changed", "another property", () =>
    ofResponse(
      { oneOf: [cat, dog], discriminator: { propertyName: "kind" } },
      { oneOf: [cat, dog], discriminator: { propertyName: "type" } },
    ),
  );
  valid("api/discriminator-changed", "one more key", () =>
    ofResponse(
      { oneOf: [cat, dog], discriminator: { propertyName: "kind", mapping: { a: "A" } } },
      { oneOf: [cat, dog], discriminator: { propertyName: "kind", mapping: { a: "A", b: "B" } } },
    ),
  );
  invalid("api/alternative-removed", "of a request", () =>
    ofRequest({ oneOf: [cat, dog, integer] }, { oneOf: [cat, dog] }),
  );
  valid("api/alternative-removed", "anyOf in another order", () =>
    ofRequest({ oneOf: [cat, dog] }, { anyOf: [dog, cat] }),
  );
  invalid("api/alternative-added", "of a response", () =>
    ofResponse({ oneOf: [cat, dog] }, { oneOf: [cat, dog, integer] }),
  );
  valid("api/alternative-added", "of a request", () =>
    ofRequest({ oneOf: [cat, dog] }, { oneOf: [cat, dog, integer] }),
  );
  invalid("api/wrapped-in-alternatives", "a response", () =>
    ofResponse(cat, { oneOf: [cat, dog] }),
  );
  valid("api/wrapped-in-alternatives", "null only", () =>
    ofResponse(cat, { oneOf: [cat, { type: "null" }] }),
  );
  invalid("api/alternatives-removed", "a request", () => ofRequest({ oneOf: [cat, dog] }, cat));
  valid("api/alternatives-removed", "a response", () => ofResponse({ oneOf: [cat, dog] }, cat));
  invalid("api/part-added", "a request", () =>
    ofRequest({ allOf: [cat, dog] }, { allOf: [cat, dog, record({ a: text })] }),
  );
  valid("api/part-added", "one that says nothing", () =>
    ofRequest({ allOf: [cat, dog] }, { allOf: [cat, dog, { description: "x" }] }),
  );
  invalid("api/part-removed", "a response", () =>
    ofResponse({ allOf: [cat, dog, integer] }, { allOf: [cat, dog] }),
  );
  valid("api/part-removed", "in another order", () =>
    ofResponse({ allOf: [cat, dog] }, { allOf: [dog, cat] }),
  );
});
