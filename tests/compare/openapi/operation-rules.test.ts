import { describe } from "vitest";
import { changes, ofOperation, ofParameter, withOperation } from "../../support/api-changes.ts";
import { invalid, valid } from "../../support/cases.ts";

const INFO = { openapi: "3.0.3", info: { title: "Things", version: "1.0.0" } };
const OLD = { deprecated: true, responses: { 204: { description: "Done" } } };
const text = { schema: { type: "string" } };

function removal(operation: object) {
  return changes({ ...INFO, paths: { "/a": { get: operation } } }, { ...INFO, paths: {} });
}
function answers(...statuses: readonly number[]) {
  return {
    responses: Object.fromEntries(statuses.map((status) => [status, { description: "x" }])),
  };
}
function header(value: object | undefined) {
  const headers = value === undefined ? {} : { "X-Total": value };
  return { responses: { 200: { description: "x", headers } } };
}
function body(...types: readonly string[]) {
  const content = Object.fromEntries(types.map((type) => [type, text]));
  return { requestBody: { content } };
}

describe("operations", () => {
  invalid("api/operation-removed", "without a word", () => removal({}));
  valid("api/operation-removed", "its path parameter has another name", () =>
    changes(
      { ...INFO, paths: { "/a/{id}": { get: {} } } },
      { ...INFO, paths: { "/a/{key}": { get: {} } } },
    ),
  );
  invalid("api/removed-before-sunset", "in 2099", () =>
    removal({ ...OLD, "x-sunset": "2099-01-01" }),
  );
  valid("api/removed-before-sunset", "yesterday", () =>
    removal({ ...OLD, "x-sunset": "2026-06-14" }),
  );
  invalid("api/operation-added", "a webhook", () =>
    changes({ ...INFO, paths: {} }, { ...INFO, webhooks: { paid: { post: {} } } }),
  );
  valid("api/operation-added", "one that was there", () => ofOperation({}, { summary: "New" }));
  invalid("api/operation-id-changed", "another one", () =>
    ofOperation({ operationId: "a" }, { operationId: "b" }),
  );
  valid("api/operation-id-changed", "a first one", () => ofOperation({}, { operationId: "b" }));
  invalid("api/sunset-shortened", "earlier", () =>
    ofOperation({ ...OLD, "x-sunset": "2027-01-01" }, { ...OLD, "x-sunset": "2026-12-31" }),
  );
  valid("api/sunset-shortened", "not deprecated any more", () =>
    ofOperation({ ...OLD, "x-sunset": "2027-01-01" }, {}),
  );
  invalid("api/invalid-sunset", "a month that is none", () =>
    ofOperation({}, { ...OLD, "x-sunset": "2027-13-01" }),
  );
  valid("api/invalid-sunset", "a date with time", () =>
    ofOperation({}, { ...OLD, "x-sunset": "2027-12-01T00:00:00Z" }),
  );
  invalid("api/stability-decreased", "stable to beta", () =>
    ofOperation({ "x-stability-level": "stable" }, { "x-stability-level": "beta" }),
  );
  valid("api/stability-decreased", "beta to stable", () =>
    ofOperation({ "x-stability-level": "beta" }, { "x-stability-level": "stable" }),
  );
  invalid("api/invalid-stability", "a number", () => ofOperation({}, { "x-stability-level": 3 }));
  valid("api/invalid-stability", "alpha", () => ofOperation({}, { "x-stability-level": "alpha" }));
  invalid("api/security-tightened", "one more scope", () =>
    ofOperation({ security: [{ oauth: ["a"] }] }, { security: [{ oauth: ["a", "b"] }] }),
  );
  valid("api/security-tightened", "one more alternative", () =>
    ofOperation({ security: [{ oauth: ["a"] }] }, { security: [{ key: [] }, { oauth: ["a"] }] }),
  );
  invalid("api/security-loosened", "everybody", () => ofOperation({ security: [{ key: [] }] }, {}));
  valid("api/security-loosened", "order of scopes", () =>
    ofOperation({ security: [{ oauth: ["a", "b"] }] }, { security: [{ oauth: ["b", "a"] }] }),
  );
  invalid("api/newly-deprecated", "an operation", () => ofOperation({}, OLD));
  valid("api/newly-deprecated", "it was before", () => ofOperation(OLD, { ...OLD, summary: "x" }));
});

describe("the document", () => {
  const scheme = (value: object) =>
    withOperation({}, { components: { securitySchemes: { main: value } } });
  invalid("api/security-scheme-changed", "another header", () =>
    changes(
      scheme({ type: "apiKey", in: "header", name: "A" }),
      scheme({ type: "apiKey", in: "header", name: "B" }),
    ),
  );
  valid("api/security-scheme-changed", "another description", () =>
    changes(
      scheme({ type: "http", scheme: "basic" }),
      scheme({ type: "http", scheme: "basic", description: "x" }),
    ),
  );
  const servers = (...urls: readonly string[]) =>
    withOperation({}, { servers: urls.map((url) => ({ url })) });
  invalid("api/server-removed", "another version", () =>
    changes(servers("https://example.com/v1"), servers("https://example.com/v2")),
  );
  valid("api/server-removed", "a slash at the end", () =>
    changes(
      servers("https://example.com/v1"),
      servers("https://example.com/v1/", "https://b.example"),
    ),
  );
});

describe("parameters", () => {
  invalid("api/parameter-removed", "it is gone", () => ofParameter(text, undefined));
  valid("api/parameter-removed", "a header in other letters", () =>
    ofParameter({ ...text, name: "X-A", in: "header" }, { ...text, name: "x-a", in: "header" }),
  );
  invalid("api/required-parameter-added", "in the query", () =>
    ofParameter(undefined, { ...text, required: true }),
  );
  valid("api/required-parameter-added", "optional", () => ofParameter(undefined, text));
  invalid("api/parameter-added", "optional", () => ofParameter(undefined, text));
  valid("api/parameter-added", "none", () => ofParameter(text, text));
  invalid("api/parameter-became-required", "it did", () =>
    ofParameter(text, { ...text, required: true }),
  );
  valid("api/parameter-became-required", "in the path it always was", () =>
    ofParameter({ ...text, in: "path" }, { ...text, in: "path", required: true }),
  );
  invalid("api/parameter-default-changed", "10 to 20", () =>
    ofParameter(
      { schema: { type: "integer", default: 10 } },
      { schema: { type: "integer", default: 20 } },
    ),
  );
  valid("api/parameter-default-changed", "required anyway", () =>
    ofParameter(
      { required: true, schema: { type: "integer", default: 10 } },
      { required: true, schema: { type: "integer", default: 20 } },
    ),
  );
  const list = { schema: { type: "array", items: { type: "string" } } };
  invalid("api/parameter-serialization-changed", "not exploded", () =>
    ofParameter(list, { ...list, explode: false }),
  );
  valid("api/parameter-serialization-changed", "what the standard says anyway", () =>
    ofParameter(list, { ...list, style: "form", explode: true }),
  );
});

describe("bodies and answers", () => {
  invalid("api/body-became-required", "it did", () =>
    ofOperation({ requestBody: { content: {} } }, { requestBody: { required: true, content: {} } }),
  );
  valid("api/body-became-required", "it became optional", () =>
    ofOperation({ requestBody: { required: true, content: {} } }, { requestBody: { content: {} } }),
  );
  invalid("api/body-removed", "it is gone", () => ofOperation(body("text/plain"), {}));
  valid("api/body-removed", "a new one", () => ofOperation({}, body("text/plain")));
  invalid("api/media-type-removed", "of two", () =>
    ofOperation(body("application/json", "text/plain"), body("application/json")),
  );
  valid("api/media-type-removed", "a range takes it", () =>
    ofOperation(body("text/plain"), body("text/*")),
  );
  invalid("api/media-type-added", "one more", () =>
    ofOperation(body("application/json"), body("application/json", "text/plain")),
  );
  valid("api/media-type-added", "other letters", () =>
    ofOperation(body("application/json"), body("Application/JSON")),
  );
  invalid("api/response-removed", "200 became 201", () => ofOperation(answers(200), answers(201)));
  valid("api/response-removed", "a range covers it", () =>
    ofOperation(answers(200), { responses: { "2xx": { description: "x" } } }),
  );
  invalid("api/response-added", "404", () => ofOperation(answers(200), answers(200, 404)));
  valid("api/response-added", "the same", () => ofOperation(answers(200), answers(200)));
  invalid("api/header-removed", "it is gone", () => ofOperation(header(text), header(undefined)));
  valid("api/header-removed", "a new one", () => ofOperation(header(undefined), header(text)));
  invalid("api/header-became-optional", "it did", () =>
    ofOperation(header({ ...text, required: true }), header(text)),
  );
  valid("api/header-became-optional", "it always was", () =>
    ofOperation(header(text), header({ ...text, description: "x" })),
  );
});
