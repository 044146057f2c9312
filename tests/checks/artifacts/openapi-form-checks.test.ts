import { describe } from "vitest";
import { openapiDiscriminatorMappingCheck } from "../../../src/checks/artifacts/openapi-discriminator-mapping.ts";
import { openapiEndlessSchemaCheck } from "../../../src/checks/artifacts/openapi-endless-schema.ts";
import { openapiIdleKeywordCheck } from "../../../src/checks/artifacts/openapi-idle-keyword.ts";
import { openapiInvalidCallbackCheck } from "../../../src/checks/artifacts/openapi-invalid-callback.ts";
import { openapiInvalidLinkCheck } from "../../../src/checks/artifacts/openapi-invalid-link.ts";
import { openapiInvalidServerCheck } from "../../../src/checks/artifacts/openapi-invalid-server.ts";
import { openapiUnfitBodyCheck } from "../../../src/checks/artifacts/openapi-unfit-body.ts";
import { openapiUnfitParameterCheck } from "../../../src/checks/artifacts/openapi-unfit-parameter.ts";
import { openapiUnfitProblemCheck } from "../../../src/checks/artifacts/openapi-unfit-problem.ts";
import { openapiUnfitStatusCheck } from "../../../src/checks/artifacts/openapi-unfit-status.ts";
import { openapiUnsatisfiableSchemaCheck } from "../../../src/checks/artifacts/openapi-unsatisfiable-schema.ts";
import { openapiUnusedTagCheck } from "../../../src/checks/artifacts/openapi-unused-tag.ts";
import { invalid, valid } from "../../support/cases.ts";
import { changed, faulty, run } from "../../support/inject-faults.ts";
import {
  addCallback,
  addLink,
  addProperty,
  addQuery,
  create,
  list,
  loan,
  plainOperation,
} from "./openapi-faults/places.ts";

describe("openapi/invalid-link", () => {
  for (const name of [
    "a link to no operation",
    "a link to two operations",
    "a link without the path's parameter",
    "a link with a parameter that is not there",
    "a link with an expression that is none",
    "a link from a property that is not there",
    "a link from a header that is not there",
    "a link from a parameter that is not there",
  ]) {
    invalid("openapi/invalid-link", name, () => run(openapiInvalidLinkCheck, faulty(name)));
  }
  valid("openapi/invalid-link", "a link that gives all it needs", () =>
    run(
      openapiInvalidLinkCheck,
      changed((root) =>
        addLink(root, {
          operationId: "getMember",
          parameters: { "path.memberId": "$response.body#/memberId" },
        }),
      ),
    ),
  );
  valid("openapi/invalid-link", "a link by reference, with a fixed value", () =>
    run(
      openapiInvalidLinkCheck,
      changed((root) =>
        addLink(root, {
          operationRef: "#/paths/~1members~1{memberId}/get",
          parameters: { memberId: "m1" },
        }),
      ),
    ),
  );
});

describe("openapi/invalid-callback", () => {
  for (const name of [
    "a callback to no address",
    "a callback with an expression that is none",
    "a callback to a property that is not there",
    "a callback to a parameter that is not there",
  ]) {
    invalid("openapi/invalid-callback", name, () => run(openapiInvalidCallbackCheck, faulty(name)));
  }
  valid("openapi/invalid-callback", "an address that the request has", () =>
    run(
      openapiInvalidCallbackCheck,
      changed((root) =>
        addCallback(
          root,
          "{$request.body#/copyId}?id={$response.body#/id}",
          plainOperation("called"),
        ),
      ),
    ),
  );
  valid("openapi/invalid-callback", "a whole URL", () =>
    run(
      openapiInvalidCallbackCheck,
      changed((root) => addCallback(root, "https://example.com/hook", plainOperation("called"))),
    ),
  );
});

describe("openapi/invalid-server", () => {
  for (const name of [
    "an empty server url",
    "a relative server url",
    "a server url without TLS",
    "a server url with a slash at its end",
  ]) {
    invalid("openapi/invalid-server", name, () => run(openapiInvalidServerCheck, faulty(name)));
  }
  valid("openapi/invalid-server", "a host that deployments choose", () =>
    run(
      openapiInvalidServerCheck,
      changed(() => undefined),
    ),
  );
});

describe("openapi/unused-tag", () => {
  for (const name of ["a tag that nobody uses"]) {
    invalid("openapi/unused-tag", name, () => run(openapiUnusedTagCheck, faulty(name)));
  }
  valid("openapi/unused-tag", "tags that operations have", () =>
    run(
      openapiUnusedTagCheck,
      changed(() => undefined),
    ),
  );
});

describe("openapi/endless-schema", () => {
  for (const name of [
    "a schema that refers to itself",
    "a schema that only an endless value keeps",
  ]) {
    invalid("openapi/endless-schema", name, () => run(openapiEndlessSchemaCheck, faulty(name)));
  }
  valid("openapi/endless-schema", "a tree that ends with an empty list", () =>
    run(
      openapiEndlessSchemaCheck,
      changed(
        (root) =>
          (loan(root).properties.parts = {
            type: "array",
            items: { $ref: "#/components/schemas/Loan" },
          }),
      ),
    ),
  );
  valid("openapi/endless-schema", "a parent that may be null", () =>
    run(
      openapiEndlessSchemaCheck,
      changed((root) => {
        loan(root).properties.parent = {
          nullable: true,
          allOf: [{ $ref: "#/components/schemas/Loan" }],
        };
        loan(root).required.push("parent");
      }),
    ),
  );
});

describe("openapi/unsatisfiable-schema", () => {
  for (const name of [
    "a pattern longer than maxLength",
    "a pattern shorter than minLength",
    "no multiple between the bounds",
    "a property that both sides only read",
    "allOf of two types",
    "allOf that closes one of its parts",
    "an empty enum",
  ]) {
    invalid("openapi/unsatisfiable-schema", name, () =>
      run(openapiUnsatisfiableSchemaCheck, faulty(name)),
    );
  }
  valid("openapi/unsatisfiable-schema", "a pattern that fits its bounds", () =>
    run(
      openapiUnsatisfiableSchemaCheck,
      changed((root) =>
        addProperty(root, {
          type: "string",
          pattern: "^(?:[A-Z]{2}|[a-z0-9]+)-\\d{2,}$",
          minLength: 4,
          maxLength: 20,
        }),
      ),
    ),
  );
  valid("openapi/unsatisfiable-schema", "a pattern that nobody can count", () =>
    run(
      openapiUnsatisfiableSchemaCheck,
      changed((root) =>
        addProperty(root, { type: "string", pattern: "^(?=.{9})[a-z]$", minLength: 9 }),
      ),
    ),
  );
  valid("openapi/unsatisfiable-schema", "an integer that is a number", () =>
    run(
      openapiUnsatisfiableSchemaCheck,
      changed((root) =>
        addProperty(root, { allOf: [{ type: "integer" }, { type: "number", maximum: 3 }] }),
      ),
    ),
  );
});

describe("openapi/idle-keyword", () => {
  for (const name of [
    "a bound of texts on a number",
    "a bound of numbers on a text",
    "a pattern on a number",
    "a format of another type",
    "a number's format on a text",
  ]) {
    invalid("openapi/idle-keyword", name, () => run(openapiIdleKeywordCheck, faulty(name)));
  }
  valid("openapi/idle-keyword", "keywords of one of two types", () =>
    run(
      openapiIdleKeywordCheck,
      changed((root) =>
        addProperty(root, { type: ["string", "integer"], minimum: 1, maxLength: 3 }),
      ),
    ),
  );
  valid("openapi/idle-keyword", "a format that nobody registered", () =>
    run(
      openapiIdleKeywordCheck,
      changed((root) => addProperty(root, { type: "integer", format: "house-number" })),
    ),
  );
});

describe("openapi/discriminator-mapping", () => {
  for (const name of [
    "a discriminator that maps to a form that is none",
    "a discriminator over a form without a name",
  ]) {
    invalid("openapi/discriminator-mapping", name, () =>
      run(openapiDiscriminatorMappingCheck, faulty(name)),
    );
  }
  valid("openapi/discriminator-mapping", "a form by its name", () =>
    run(
      openapiDiscriminatorMappingCheck,
      changed((root) => {
        root.components.schemas.Form = {
          type: "object",
          properties: { kind: { type: "string" } },
          required: ["kind"],
        };
        addProperty(root, {
          oneOf: [{ $ref: "#/components/schemas/Form" }],
          discriminator: {
            propertyName: "kind",
            mapping: { a: "Form", b: "#/components/schemas/Form" },
          },
        });
      }),
    ),
  );
});

describe("openapi/unfit-parameter", () => {
  for (const name of [
    "a header that OpenAPI ignores",
    "a header with a blank in its name",
    "a deep object of a text",
    "a default that can never be used",
    "example and examples",
    "a parameter without description",
    "a header that content says",
    "a header of a wrong name",
  ]) {
    invalid("openapi/unfit-parameter", name, () => run(openapiUnfitParameterCheck, faulty(name)));
  }
  valid("openapi/unfit-parameter", "a deep object", () =>
    run(
      openapiUnfitParameterCheck,
      changed((root) =>
        addQuery(list(root), {
          style: "deepObject",
          schema: { type: "object", properties: { a: { type: "string" } } },
        }),
      ),
    ),
  );
  valid("openapi/unfit-parameter", "a default of what may be left out", () =>
    run(
      openapiUnfitParameterCheck,
      changed((root) => addQuery(list(root), { schema: { type: "string", default: "a" } })),
    ),
  );
});

describe("openapi/unfit-body", () => {
  for (const name of [
    "a GET with a body",
    "a DELETE with a body",
    "a HEAD with a body",
    "a body with empty content",
    "a body without schema",
    "an encoding of a property that is not there",
    "content in a 204",
    "content in a 304",
    "no responses",
  ]) {
    invalid("openapi/unfit-body", name, () => run(openapiUnfitBodyCheck, faulty(name)));
  }
  valid("openapi/unfit-body", "a 202 with and a 204 without content", () =>
    run(
      openapiUnfitBodyCheck,
      changed((root) => {
        create(root).responses["202"] = { description: "Later." };
        create(root).responses["204"] = { description: "Done." };
      }),
    ),
  );
  valid("openapi/unfit-body", "a form with its encoding", () =>
    run(
      openapiUnfitBodyCheck,
      changed(
        (root) =>
          (create(root).requestBody.content["multipart/form-data"] = {
            schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
            encoding: { file: { contentType: "image/png" } },
          }),
      ),
    ),
  );
});

describe("openapi/unfit-status", () => {
  for (const name of ["a GET that creates"]) {
    invalid("openapi/unfit-status", name, () => run(openapiUnfitStatusCheck, faulty(name)));
  }
  valid("openapi/unfit-status", "a POST that is done later", () =>
    run(
      openapiUnfitStatusCheck,
      changed((root) => (create(root).responses["202"] = { description: "Later." })),
    ),
  );
});

describe("openapi/unfit-problem", () => {
  for (const name of [
    "an error that is no problem document",
    "an error whose example has another status",
  ]) {
    invalid("openapi/unfit-problem", name, () => run(openapiUnfitProblemCheck, faulty(name)));
  }
  valid("openapi/unfit-problem", "an answer without content", () =>
    run(
      openapiUnfitProblemCheck,
      changed((root) => (list(root).responses["406"] = { description: "Not acceptable." })),
    ),
  );
});
