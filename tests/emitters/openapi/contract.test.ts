import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Design } from "../../../src/design/design.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { contextOf, editDesign, operationOf, schemaOf } from "../../support/edit-design.ts";
import type { Editable } from "../../support/edit-design.ts";
import { openapiPackage } from "../../support/openapi-package.ts";

/** What stands at one method of a path. */
const place = (path: string, method: string) => `/paths/${path.replaceAll("/", "~1")}/${method}`;

describe("the gateway and its parts", () => {
  test("hold public operations only, and no schema that only internal ones use", () => {
    fc.assert(
      fc.property(arbitraryDesign({ maximumContexts: 2, maximumEntities: 4 }), (design) => {
        const inside = new Set<string>();
        const open = new Set<string>();
        for (const { operations } of design.contexts)
          for (const { exposure, http } of operations)
            if (http) (exposure === "public" ? open : inside).add(`${http.method} ${http.path}`);
        const gateway = openapiPackage(design).artifacts.filter(
          ({ context }) => context === undefined,
        );
        const whole = gateway.find(({ path }) => !path.includes("/audiences/"));
        const all = new Set(routesOf(parse(whole?.text ?? "")));
        for (const { text } of gateway) {
          const root = parse(text);
          const routes = routesOf(root);
          for (const route of routes) expect(open.has(route) || !inside.has(route)).toBe(true);
          expect(routes.every((route) => all.has(route))).toBe(true);
          const names = Object.keys(root.components.schemas ?? {});
          for (const name of names) expect(text).toContain(`#/components/schemas/${name}`);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test("an audience sees its operations, its limits and its proofs", () => {
    const design = editDesign((copy) => {
      operationOf(copy, "catalogue/create-book").audiences = ["web"];
      operationOf(copy, "catalogue/list-books").audiences = ["partner"];
      for (const mechanism of copy.system.auth.mechanisms)
        mechanism.audiences = [mechanism.kind === "api-key" ? "partner" : "web"];
    });
    const { at } = openapiPackage(design);
    expect(at("audiences/web", place("/books", "post"))).toBeDefined();
    expect(at("audiences/web", place("/books", "get"))).toBeUndefined();
    expect(at("audiences/partner", place("/books", "post"))).toBeUndefined();
    expect(at("audiences/partner", "/x-rate-limits")).toEqual([
      { audience: "partner", requestsPerMinute: 60, burst: 20 },
    ]);
    const schemes = JSON.stringify(at("audiences/web", "/components/securitySchemes"));
    expect(schemes).not.toContain("X-API-Key");
  });
});

test("a created book leads to what can be done with it, a page to the next", () => {
  const { at } = openapiPackage(editDesign(() => {}));
  expect(at("catalogue", `${place("/books", "post")}/responses/201/links/getBook`)).toMatchObject({
    operationId: "getBook",
    parameters: { bookId: "$response.body#/id" },
  });
  expect(at("catalogue", `${place("/books", "get")}/responses/200/links/nextPage`)).toMatchObject({
    parameters: { cursor: "$response.body#/nextCursor" },
  });
});

test("a list is sorted and cut as the Design says", () => {
  const design = editDesign((copy) => {
    const { response } = operationOf(copy, "catalogue/list-books");
    if (response === undefined) throw new Error("the sample lists books without an answer");
    response.sortable = ["title"];
    response.selectable = true;
  });
  const { at } = openapiPackage(design);
  const parameters = at("catalogue", `${place("/books", "get")}/parameters`) as {
    readonly name?: string;
  }[];
  expect(parameters.find(({ name }) => name === "sort")).toMatchObject({
    explode: false,
    schema: { items: { enum: ["title", "-title"] } },
  });
  expect(parameters.some(({ name }) => name === "fields")).toBe(true);
  expect(at("catalogue", "/components/schemas/BookPartial")).not.toHaveProperty("required");
  expect(at("catalogue", "/components/schemas/Book/required")).toBeDefined();
});

describe("webhooks", () => {
  const design = editDesign((copy) => {
    const [event] = copy.system.events;
    if (event === undefined) throw new Error("the sample has no event");
    event.subscribers = copy.system.actors.slice(0, 1).map(({ id }) => id);
    const create = operationOf(copy, "catalogue/create-book");
    if (create.request === undefined) throw new Error("the sample creates books without a body");
    create.request.webhookUrl = "hookUrl";
    schemaOf(copy, `catalogue/${create.request.schema}`).properties.push({
      id: "hook-url",
      name: "hookUrl",
      type: "string",
      format: "uri",
      maxLength: 200,
      many: false,
      required: true,
      samples: [],
    });
  });
  const name = design.system.events[0]?.id ?? "";
  test("are callbacks of the operation that registers them in 3.0", () => {
    const callback = openapiPackage(design, "3.0").at(
      "gateway",
      `${place("/books", "post")}/callbacks/${name}`,
    );
    expect(Object.keys(callback as object)).toEqual(["{$request.body#/hookUrl}"]);
  });
  test("stand for themselves in 3.1", () => {
    const { at } = openapiPackage(design, "3.1");
    expect(at("gateway", `/webhooks/${name}/post/requestBody`)).toBeDefined();
    expect(at("gateway", `${place("/books", "post")}/callbacks`)).toBeUndefined();
  });
});

test("one of several bodies is told by its discriminator, each has an example", () => {
  const design = editDesign((copy) => withPayment(copy));
  const { at } = openapiPackage(design);
  expect(at("lending", "/components/schemas/Payment")).toMatchObject({
    oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Bank" }],
    discriminator: {
      propertyName: "kind",
      mapping: { card: "#/components/schemas/Card", bank: "#/components/schemas/Bank" },
    },
  });
  const examples = at(
    "lending",
    `${place("/loans", "post")}/requestBody/content/application~1json/examples`,
  );
  expect(examples).toMatchObject({
    card: { value: { kind: "card" } },
    bank: { value: { kind: "bank" } },
  });
});

test("a certificate is mutual TLS in 3.1 and said otherwise in 3.0; a cookie brings a token", () => {
  const design = editDesign((copy) => {
    const [first, second] = copy.system.auth.mechanisms;
    if (first === undefined || second === undefined) throw new Error("the sample has two");
    first.kind = "session";
    second.kind = "mutual-tls";
    operationOf(copy, "catalogue/create-book").auth.mechanisms = [first.id, second.id];
    operationOf(copy, "catalogue/get-book").auth.mechanisms = [first.id];
  });
  const scheme = "/components/securitySchemes/partnerKey";
  expect(openapiPackage(design, "3.0").at("catalogue", scheme)).toMatchObject({
    type: "apiKey",
    name: "Client-Cert",
  });
  expect(openapiPackage(design, "3.1").at("catalogue", scheme)).toMatchObject({
    type: "mutualTLS",
  });
  const { at } = openapiPackage(design);
  expect(at("catalogue", `${place("/books", "post")}/security`)).toEqual([
    { memberToken: [], csrfToken: [] },
    { partnerKey: [] },
  ]);
  expect(at("catalogue", `${place("/books/{bookId}", "get")}/security`)).toEqual([
    { memberToken: [] },
  ]);
});

test("what goes says when, and how to change over", () => {
  const design = editDesign((copy) => {
    const old = operationOf(copy, "catalogue/list-copies");
    old.deprecated = "2026-03-01";
    old.sunset = "2027-03-01";
    old.replacedBy = "catalogue/list-books";
  });
  const { at } = openapiPackage(design);
  const path = design.contexts[0]?.operations.find(({ id }) => id === "list-copies")?.http?.path;
  const headers = at("catalogue", `${place(path ?? "", "get")}/responses/200/headers`);
  expect(headers).toMatchObject({
    Deprecation: { $ref: "#/components/headers/Deprecation-2026-03-01" },
    Sunset: { $ref: "#/components/headers/Sunset-2027-03-01" },
    Link: { example: '</api/v1/books>; rel="successor-version"' },
  });
  expect(at("catalogue", "/components/headers/Deprecation-2026-03-01/example")).toBe("@1772323200");
  expect(at("catalogue", `${place(path ?? "", "get")}/description`)).toContain(
    "Call `GET /books` (",
  );
});

test.each([
  ["path", "/servers/0/url", "https://{host}/api/v1"],
  ["header", "/components/parameters/ApiVersion/name", "API-Version"],
  ["media-type", "/servers/0/url", "https://{host}/api"],
] as const)("the version stands in the %s", (scheme, pointer, expected) => {
  const design = editDesign((copy) => {
    copy.system.api.versioning.scheme = scheme;
  });
  const { at } = openapiPackage(design);
  expect(at("catalogue", pointer)).toBe(expected);
  const content = at("catalogue", `${place("/books", "get")}/responses/200/content`);
  expect(Object.keys(content as object)[0]).toMatch(
    scheme === "media-type" ? /^application\/vnd\.[a-z-]+\.v1\+json$/ : /^application\/json$/,
  );
});

test("a problem names the place and what was wrong; a patch has its edges", () => {
  const { at } = openapiPackage(editDesign(() => {}));
  const post = place("/books", "post");
  const value = at(
    "catalogue",
    `${post}/responses/400/content/application~1problem+json/examples/invalid-request/value`,
  );
  expect(value).toMatchObject({ instance: "/api/v1/books", status: 400 });
  expect(value).toHaveProperty("errors");
  const patch = `${place("/books/{bookId}", "patch")}/requestBody/content`;
  const examples = at("catalogue", `${patch}/application~1merge-patch+json/examples`);
  expect(Object.keys(examples as object)).toEqual(
    expect.arrayContaining(["typical", "one-change"]),
  );
});

function routesOf(
  root: { readonly paths?: Readonly<Record<string, object>> } | null,
): readonly string[] {
  return Object.entries(root?.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
}

function withPayment(copy: Editable<Design>): void {
  const base = { description: "How it is paid.", purpose: "other" as const };
  const kind = (value: string) => ({
    id: "kind",
    name: "kind",
    type: "enum" as const,
    enumValues: [value],
    many: false,
    required: true,
    samples: [],
  });
  contextOf(copy, "lending").schemas.push(
    { ...base, id: "card", name: "Card", properties: [kind("card")] },
    { ...base, id: "bank", name: "Bank", properties: [kind("bank")] },
    {
      ...base,
      id: "payment",
      name: "Payment",
      properties: [],
      variants: { discriminator: "kind", schemas: ["card", "bank"] },
    },
  );
  operationOf(copy, "lending/borrow-copy").request = { schema: "payment" };
}
