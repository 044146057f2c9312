import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { invalid, valid } from "../../support/cases.ts";
import { openapiCornerDesign } from "../../support/openapi-corner-design.ts";
import { openapiPackage } from "../../support/openapi-package.ts";
import { sampleDesign } from "../../support/sample-design.ts";

test("there is a document per context, one for the gateway and one for each kind of client", () => {
  const { artifacts } = openapiPackage(sampleDesign());
  expect(artifacts.map(({ path, context }) => [path, context])).toEqual([
    ["openapi/catalogue.yaml", "catalogue"],
    ["openapi/lending.yaml", "lending"],
    ["openapi/gateway.yaml", undefined],
    ["openapi/audiences/web.yaml", undefined],
    ["openapi/audiences/partner.yaml", undefined],
  ]);
});

test("a Design without an HTTP surface has no document", () => {
  expect(openapiPackage(emptyDesign()).artifacts).toEqual([]);
});

test("the gateway knows nothing of an internal operation", () => {
  const { at, artifacts } = openapiPackage(sampleDesign());
  expect(at("catalogue", "/paths/~1copies~1{copyId}~1availability")).toBeDefined();
  for (const { text } of artifacts.slice(2)) expect(text).not.toContain("vailability");
});

test.each(["3.0", "3.1"] as const)("a secret is never in a response of %s", (version) => {
  const design = withSecretInResponse();
  const { at, artifacts } = openapiPackage(design, version);
  const responses = artifacts.map(({ text }) =>
    text.replace(/requestBody:[\s\S]*?responses:/g, ""),
  );
  expect(at("lending", "/components/schemas/Registration/properties/password")).toMatchObject({
    writeOnly: true,
  });
  expect(at("lending", "/components/schemas/Member/properties")).not.toHaveProperty("passwordHash");
  for (const text of responses) expect(text).not.toContain("passwordHash");
});

test("what the system sets is not in a request", () => {
  const design = edited((copy) => {
    copy.contexts[1].schemas[3].properties.push({
      id: "id",
      field: "id",
      required: true,
      many: false,
      samples: [],
    });
  });
  const { at } = openapiPackage(design);
  expect(at("lending", "/components/schemas/NewLoan/properties")).not.toHaveProperty("id");
  expect(at("lending", "/components/schemas/Loan/properties/id")).toMatchObject({ readOnly: true });
});

describe("each version says null in its own way", () => {
  const kind = "/components/schemas/NodeInput/properties/kind";
  const parent = "/components/schemas/NodeInput/properties/parent/$ref";
  test("3.0", () => {
    const { at } = openapiPackage(openapiCornerDesign(), "3.0");
    expect(at("catalogue", "/openapi")).toBe("3.0.3");
    expect(at("catalogue", kind)).toEqual({
      type: "string",
      nullable: true,
      enum: ["no", "2026-01-15", null],
    });
    const ref = String(at("catalogue", parent)).slice(1);
    expect(at("catalogue", ref)).toMatchObject({ type: "object", nullable: true });
  });
  test("3.1", () => {
    const { at, artifacts } = openapiPackage(openapiCornerDesign(), "3.1");
    expect(at("catalogue", "/openapi")).toBe("3.1.0");
    expect(at("catalogue", kind)).toEqual({
      type: ["string", "null"],
      enum: ["no", "2026-01-15", null],
    });
    const ref = String(at("catalogue", parent)).slice(1);
    expect(at("catalogue", ref)).toMatchObject({ type: ["object", "null"] });
    for (const { text } of artifacts) expect(text).not.toContain("nullable: true");
  });
});

test("a merge patch, a page, an idempotency key and a place", () => {
  const { at } = openapiPackage(sampleDesign());
  const patch = "/paths/~1books~1{bookId}/patch/requestBody/content";
  expect(Object.keys(at("catalogue", patch) as object)).toEqual(["application/merge-patch+json"]);
  expect(at("catalogue", "/components/schemas/BookPage/required")).toEqual(["items", "nextCursor"]);
  expect(at("catalogue", "/paths/~1books/post/parameters/0/$ref")).toBe(
    "#/components/parameters/IdempotencyKey",
  );
  expect(at("catalogue", "/paths/~1books/post/responses/201/headers/Location")).toBeDefined();
  expect(at("catalogue", "/components/responses/TooMany/headers/Retry-After")).toBeDefined();
});

test("everybody may call an operation that demands no mechanism", () => {
  const { at } = openapiPackage(sampleDesign());
  expect(at("lending", "/paths/~1members/post/security")).toEqual([]);
  expect(at("lending", "/paths/~1loans/post/security")).toEqual([{ memberToken: [] }]);
});

test("OAuth 2 has the permissions as scopes, and any mechanism will do", () => {
  const { at } = openapiPackage(openapiCornerDesign());
  expect(at("catalogue", "/paths/~1nodes/get/security")).toEqual([
    { o1: ["books:read", "books:write"] },
    { o12: [] },
  ]);
  expect(at("catalogue", "/components/securitySchemes/o12")).toMatchObject({ in: "cookie" });
});

test("two schemas of one name are told apart by their context", () => {
  const { at } = openapiPackage(openapiCornerDesign());
  expect(at("gateway", "/components/schemas/CatalogueBook")).toBeDefined();
  expect(at("gateway", "/components/schemas/LendingBook")).toBeDefined();
  expect(at("lending", "/components/schemas/Book")).toBeDefined();
});

test("the version may stand in the media type, and a page may have an offset", () => {
  const { at } = openapiPackage(openapiCornerDesign());
  const page = "/paths/~1books/get/responses/200/content/application~1vnd.city-library.v3+json";
  expect(at("catalogue", page)).toBeDefined();
  expect(at("catalogue", "/servers/0/url")).toBe("https://{host}/api");
  expect(at("catalogue", "/components/parameters/Offset")).toBeDefined();
  expect(at("catalogue", "/components/parameters/IdempotencyKey/name")).toBe("Idempotency-Key");
});

test("money travels as text", () => {
  const { at } = openapiPackage(sampleDesign());
  expect(at("catalogue", "/components/schemas/Copy/properties/replacementPrice")).toMatchObject({
    type: "string",
    format: "decimal",
  });
});

test("text of the Design starts no markup", () => {
  for (const { text } of openapiPackage(openapiCornerDesign()).artifacts) {
    // The sample of a field is data and stays what it is.
    const texts = text.replaceAll("<script>alert(1)</script>", "");
    expect(texts).not.toMatch(/<script|<img|javascript:|eval\(/i);
  }
});

test.each([
  ["the sample", sampleDesign],
  ["the corners", openapiCornerDesign],
])("every origin of %s names a place and an element", (_, make) => {
  const design = make();
  const { elements } = indexDesign(design);
  const { artifacts, at } = openapiPackage(design);
  for (const { path, origins } of artifacts) {
    const name = path.replace(/^openapi\/|\.yaml$/g, "");
    expect(origins.length).toBeGreaterThan(10);
    for (const { locator, subject } of origins) {
      expect(subject === "system/api" || elements.has(subject), subject).toBe(true);
      const pointer = "pointer" in locator ? locator.pointer : "none";
      expect(at(name, pointer), pointer).toBeDefined();
    }
  }
});

test("each operation, property, error and mechanism of a document has an origin", () => {
  const { artifacts } = openapiPackage(sampleDesign());
  const subjects = artifacts[0]?.origins.map(({ subject }) => subject);
  expect(subjects).toEqual(
    expect.arrayContaining([
      "catalogue/operation/list-books",
      "catalogue/operation/list-books/parameter/title",
      "catalogue/schema/book",
      "catalogue/schema/book/property/language",
      "catalogue/entity/copy",
      "system/error/not-found",
      "system/mechanism/member-token",
      "system/api",
    ]),
  );
});

test("operations have ids of their own, the same bytes come out twice", () => {
  fc.assert(
    fc.property(arbitraryDesign(), (design) => {
      const { artifacts } = openapiPackage(design);
      expect(openapiPackage(structuredClone(design)).artifacts).toEqual(artifacts);
      for (const { text } of artifacts) {
        const ids = text.match(/^ {6}operationId: .*$/gm) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((line) => /: "?[a-z][A-Za-z0-9]*"?$/.test(line))).toBe(true);
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

invalid("openapi/duplicate-route", "two operations of one context", () =>
  openapiPackage(
    edited((copy) => {
      copy.contexts[0].operations[3].http = { method: "get", path: "/books", status: 200 };
    }),
  ),
);

invalid("openapi/duplicate-route", "two contexts that meet in the gateway", () =>
  openapiPackage(
    edited((copy) => {
      copy.contexts[1].operations[3].http = { method: "get", path: "/books", status: 200 };
    }),
  ),
);

valid("openapi/duplicate-route", "the same path with another method", () =>
  openapiPackage(sampleDesign()),
);

valid("openapi/duplicate-route", "the same route behind the gateway only", () =>
  openapiPackage(
    edited((copy) => {
      copy.contexts[1].operations[3].http = { method: "get", path: "/books", status: 200 };
      copy.contexts[1].operations[3].exposure = "internal";
    }),
  ),
);

function withSecretInResponse(): Design {
  return edited((copy) => {
    copy.contexts[1].schemas[0].properties.push({
      id: "hash",
      field: "password-hash",
      required: true,
      many: false,
      samples: [],
    });
  });
}

// oxlint-disable-next-line typescript/no-explicit-any -- the copy is changed in ways its type forbids
function edited(change: (copy: any) => void): Design {
  const copy = structuredClone(sampleDesign());
  change(copy);
  return copy;
}
