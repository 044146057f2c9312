import { describe } from "vitest";
import { openapiForeignOperationCheck } from "../../../src/checks/artifacts/openapi-foreign-operation.ts";
import { openapiInternalDetailCheck } from "../../../src/checks/artifacts/openapi-internal-detail.ts";
import { openapiMissingErrorCheck } from "../../../src/checks/artifacts/openapi-missing-error.ts";
import { openapiMissingExampleCheck } from "../../../src/checks/artifacts/openapi-missing-example.ts";
import { openapiMissingHeaderCheck } from "../../../src/checks/artifacts/openapi-missing-header.ts";
import { openapiNamingConventionCheck } from "../../../src/checks/artifacts/openapi-naming-convention.ts";
import { openapiPathConventionCheck } from "../../../src/checks/artifacts/openapi-path-convention.ts";
import { openapiPersonalExampleCheck } from "../../../src/checks/artifacts/openapi-personal-example.ts";
import { openapiUnfitSunsetCheck } from "../../../src/checks/artifacts/openapi-unfit-sunset.ts";
import { openapiUnkeyedWriteCheck } from "../../../src/checks/artifacts/openapi-unkeyed-write.ts";
import { openapiUnpagedListCheck } from "../../../src/checks/artifacts/openapi-unpaged-list.ts";
import { openapiWeakSecurityCheck } from "../../../src/checks/artifacts/openapi-weak-security.ts";
import { invalid, valid } from "../../support/cases.ts";
import { checkContext } from "../../support/check-context.ts";
import { editDesign, entityOf } from "../../support/edit-design.ts";
import { openapiPackage } from "../../support/openapi-package.ts";
import { changed, faulty, run } from "../../support/inject-faults.ts";
import {
  addCallback,
  addProperty,
  answer,
  body,
  create,
  example,
  list,
  loan,
  plainOperation,
  read,
} from "./openapi-faults/places.ts";

describe("openapi/missing-example", () => {
  for (const name of ["a body without example", "an answer without example"]) {
    invalid("openapi/missing-example", name, () => run(openapiMissingExampleCheck, faulty(name)));
  }
  valid("openapi/missing-example", "an example in the schema", () =>
    run(
      openapiMissingExampleCheck,
      changed((root) => {
        delete body(create(root)).examples;
        root.components.schemas.NewLoan.example = {};
      }),
    ),
  );
});

describe("openapi/missing-header", () => {
  for (const name of [
    "a 429 that does not say when to come back",
    "something made without saying where",
  ]) {
    invalid("openapi/missing-header", name, () => run(openapiMissingHeaderCheck, faulty(name)));
  }
  valid("openapi/missing-header", "a header in small letters", () =>
    run(
      openapiMissingHeaderCheck,
      changed((root) => {
        const { headers } = create(root).responses["201"];
        headers.location = headers.Location;
        delete headers.Location;
      }),
    ),
  );
});

describe("openapi/weak-security", () => {
  for (const name of [
    "security that anybody passes",
    "a secret in the query",
    "an API key in the query",
    "a password with every request",
    "a flow that hands tokens to the browser's address",
    "a flow that asks clients for passwords",
    "a token url without TLS",
  ]) {
    invalid("openapi/weak-security", name, () => run(openapiWeakSecurityCheck, faulty(name)));
  }
  valid("openapi/weak-security", "no proof at all, where the Design wants none", () =>
    run(
      openapiWeakSecurityCheck,
      changed((root) => (root.paths["/members"].post.security = [])),
    ),
  );
});

describe("openapi/path-convention", () => {
  for (const name of [
    "a path in camel case",
    "a path with an underscore",
    "a verb in a path",
    "the form of the answer in a path",
    "an empty segment",
    "the version twice",
  ]) {
    invalid("openapi/path-convention", name, () => run(openapiPathConventionCheck, faulty(name)));
  }
  valid("openapi/path-convention", "what is done with one, and what is well known", () =>
    run(
      openapiPathConventionCheck,
      changed((root) => {
        root.paths["/loans/{loanId}:prolong-once"] = {};
        root.paths["/.well-known/jwks.json"] = {};
        root.paths["/searches"] = {};
      }),
    ),
  );
});

describe("openapi/naming-convention", () => {
  for (const name of [
    "a property in another case than the others",
    "a parameter in another case than the others",
    "a placeholder in another case than the others",
    "a schema in another case than the others",
    "an operationId in another case than the others",
  ]) {
    invalid("openapi/naming-convention", name, () =>
      run(openapiNamingConventionCheck, faulty(name)),
    );
  }
  valid("openapi/naming-convention", "a name that a standard gives", () =>
    run(
      openapiNamingConventionCheck,
      changed((root) =>
        addProperty(root, {
          type: "object",
          properties: { access_token: { type: "string" }, id: { type: "string" } },
        }),
      ),
    ),
  );
});

describe("openapi/unpaged-list", () => {
  for (const name of [
    "a list without a cursor",
    "a list without a limit",
    "a limit without a bound",
    "a page of any size",
    "a page that does not say how to go on",
    "a list that is a bare array",
  ]) {
    invalid("openapi/unpaged-list", name, () => run(openapiUnpagedListCheck, faulty(name)));
  }
  valid("openapi/unpaged-list", "a resource that holds items", () =>
    run(
      openapiUnpagedListCheck,
      changed((root) => {
        const media = answer(read(root), "200");
        media.schema = {
          type: "object",
          properties: {
            id: { type: "string" },
            items: { type: "array", items: { type: "string" } },
          },
        };
      }),
    ),
  );
  valid("openapi/unpaged-list", "a short list of values", () =>
    run(
      openapiUnpagedListCheck,
      changed(
        (root) =>
          (answer(list(root), "200").schema = {
            type: "array",
            maxItems: 7,
            items: { type: "string" },
          }),
      ),
    ),
  );
});

describe("openapi/foreign-operation", () => {
  for (const name of [
    "an operation that the Design does not have",
    "an operation under another method than the Design's",
    "less security than the Design asks for",
    "an internal operation at the gateway",
  ]) {
    invalid("openapi/foreign-operation", name, () =>
      run(openapiForeignOperationCheck, faulty(name)),
    );
  }
  valid("openapi/foreign-operation", "an operation that is called back", () =>
    run(
      openapiForeignOperationCheck,
      changed((root) => addCallback(root, "{$request.body#/copyId}", plainOperation("called"))),
    ),
  );
});

describe("openapi/missing-error", () => {
  for (const name of [
    "no 400 where values are taken",
    "no 401 where callers prove who they are",
    "no 403 where a permission is needed",
    "no 404 where something is looked up",
    "no 429 where limits apply",
    "no 409 though the Design names a conflict",
    "no 500",
    "no answer for whatever else goes wrong",
    "a condition that cannot fail",
  ]) {
    invalid("openapi/missing-error", name, () => run(openapiMissingErrorCheck, faulty(name)));
  }
  valid("openapi/missing-error", "an answer that nobody asked for", () =>
    run(
      openapiMissingErrorCheck,
      changed((root) => (list(root).responses["418"] = { description: "A teapot." })),
    ),
  );
});

describe("openapi/unkeyed-write", () => {
  for (const name of [
    "a write that a repetition does twice",
    "an idempotency key that may be left out",
  ]) {
    invalid("openapi/unkeyed-write", name, () => run(openapiUnkeyedWriteCheck, faulty(name)));
  }
  valid("openapi/unkeyed-write", "a write that changes nothing the second time", () =>
    run(
      openapiUnkeyedWriteCheck,
      changed(() => undefined),
    ),
  );
});

describe("openapi/internal-detail", () => {
  for (const name of [
    "an internal host in a server",
    "an address of the inside in a description",
    "a stack trace in an error",
    "a database error in an error",
    "a secret in a response",
  ]) {
    invalid("openapi/internal-detail", name, () => run(openapiInternalDetailCheck, faulty(name)));
  }
  valid("openapi/internal-detail", "a client that listens on its own machine", () =>
    run(
      openapiInternalDetailCheck,
      changed(
        (root) =>
          (root.info.description =
            "Internal services and localhost are described elsewhere: see example.com/internal."),
      ),
    ),
  );
  valid("openapi/internal-detail", "a secret that clients give", () =>
    run(
      openapiInternalDetailCheck,
      changed((root) => (loan(root).properties.passwordHash = { type: "string", writeOnly: true })),
    ),
  );
  valid("openapi/internal-detail", "a secret called like a member of every problem", () => {
    const design = editDesign((edited) => {
      for (const field of entityOf(edited, "lending/member").fields) {
        if (field.classification === "secret") field.name = "type";
      }
    });
    const { artifacts } = openapiPackage(design, "3.1");
    return openapiInternalDetailCheck.check(artifacts, { ...checkContext(), design });
  });
});

describe("openapi/personal-example", () => {
  for (const name of [
    "a key of somebody in an example",
    "an address of somebody in an example",
    "a telephone number of somebody in an example",
  ]) {
    invalid("openapi/personal-example", name, () => run(openapiPersonalExampleCheck, faulty(name)));
  }
  valid("openapi/personal-example", "addresses and numbers of nobody", () =>
    run(
      openapiPersonalExampleCheck,
      changed((root) =>
        Object.assign(example(answer(read(root), "200")), {
          email: "ada@mail.example.org",
          fullName: "+1 202 555 0123",
        }),
      ),
    ),
  );
  valid("openapi/personal-example", "a number that is no telephone", () =>
    run(
      openapiPersonalExampleCheck,
      changed((root) => (example(answer(read(root), "200")).fullName = "00340434161094042557")),
    ),
  );
});

describe("openapi/unfit-sunset", () => {
  for (const name of ["a sunset of something that is not deprecated", "a sunset that is no date"]) {
    invalid("openapi/unfit-sunset", name, () => run(openapiUnfitSunsetCheck, faulty(name)));
  }
  valid("openapi/unfit-sunset", "a sunset of what is deprecated", () =>
    run(
      openapiUnfitSunsetCheck,
      changed((root) => Object.assign(list(root), { deprecated: true, "x-sunset": "2027-01-31" })),
    ),
  );
});
