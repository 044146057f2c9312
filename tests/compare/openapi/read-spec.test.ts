import { expect, test } from "vitest";
import { compareSpecs } from "../../../src/compare/openapi/compare-specs.ts";
import { readSpec } from "../../../src/compare/openapi/read-spec.ts";
import { changes, withOperation } from "../../support/api-changes.ts";
import { invalid, valid } from "../../support/cases.ts";

const HEAD = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\n";

invalid("compare/unreadable-spec", "Swagger 2.0", () => readSpec("a.json", '{"swagger":"2.0"}'));
invalid("compare/unreadable-spec", "half of a JSON text", () => readSpec("a.json", '{"openapi":'));
invalid("compare/unreadable-spec", "YAML that no parser reads", () => readSpec("a.yaml", "a: [1"));
invalid("compare/unreadable-spec", "a bomb of aliases", () => {
  const levels = "abcdefghi".split("").map((name, index, all) => {
    const items =
      index === 0
        ? "x"
        : Array(9)
            .fill(`*${all[index - 1]}`)
            .join(", ");
    return `${name}: &${name} [${items}]`;
  });
  return readSpec("a.yaml", `${HEAD}${levels.join("\n")}\n`);
});
invalid("compare/unreadable-spec", "nested too deep", () =>
  readSpec("a.json", `{"openapi":"3.0.0","x":${"[".repeat(3000)}${"]".repeat(3000)}}`),
);
valid("compare/unreadable-spec", "3.2 in flow style", () =>
  readSpec("a.yaml", "{openapi: 3.2.0, paths: {}}"),
);
invalid("compare/foreign-reference", "another file", () =>
  readSpec("a.yaml", `${HEAD}paths:\n  /a:\n    $ref: ./other.yaml\n`),
);
valid("compare/foreign-reference", "in an example, or a property of that name", () =>
  readSpec(
    "a.yaml",
    `${HEAD}components:\n  schemas:\n    A: { properties: { $ref: { type: string } }, example: { $ref: ./x } }\n`,
  ),
);

test("sloppy documents are compared as far as they go", async () => {
  const sloppy = {
    openapi: "3.0.0",
    paths: {
      "/a": {
        get: null,
        parameters: "x",
        post: { parameters: [null, { name: 1 }], responses: [] },
      },
      "/b": null,
      "/c": { $ref: "#/nowhere" },
      "/d": { put: { requestBody: { content: { "application/json": { schema: 7 } } } } },
    },
    components: { schemas: { Loop: { $ref: "#/components/schemas/Loop" } } },
  };
  expect(await changes(sloppy, sloppy)).toEqual([]);
  const codes = (await changes(sloppy, withOperation({}))).map(({ code }) => code);
  expect(codes.sort()).toEqual([
    "api/operation-added",
    "api/operation-removed",
    "api/operation-removed",
  ]);
});

test("a schema that holds itself ends", async () => {
  const tree = (value: object) => ({
    components: {
      schemas: {
        Tree: {
          type: "object",
          properties: {
            value,
            children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
          },
        },
      },
    },
  });
  const schema = { $ref: "#/components/schemas/Tree" };
  const operation = {
    requestBody: { content: { "application/json": { schema } } },
    responses: { 200: { description: "x", content: { "application/json": { schema } } } },
  };
  const found = await changes(
    withOperation(operation, tree({ type: "string" })),
    withOperation(operation, tree({ type: "integer" })),
  );
  // One change, for requests and responses, with the operation that it reaches.
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    code: "api/type-changed",
    subject: "schemas/Tree#value",
    related: ["POST /things"],
  });
});

test("names of prototypes are names like others", async () => {
  const paths = JSON.parse(
    '{"/constructor": {"get": {"parameters": [{"name": "__proto__", "in": "query"}]}}}',
  );
  const base = { openapi: "3.0.0", paths };
  expect(await changes(base, base)).toEqual([]);
  expect((await changes(base, { openapi: "3.0.0", paths: {} }))[0]?.subject).toBe(
    "GET /constructor",
  );
});

test("escapes in JSON lead nobody astray", async () => {
  const odd = String.raw`a\"}],{[\\`;
  const value = {
    [odd]: [odd, { "\\": 1 }],
    openapi: "3.0.0",
    x: [[], {}, "", -1.5e3, null, { y: true }],
  };
  const text = JSON.stringify(value, null, 1);
  const { value: spec } = await readSpec("a.json", text);
  const pointers = ["/x/5/y", "/x/4", "/x/0", "/openapi", "/x/9/z", ""];
  const lines = text.split("\n");
  const found = [...(spec?.locate(pointers) ?? [])].map(([pointer, { line, column }]) => [
    pointer,
    lines[line - 1]?.slice(column - 1).replace(/,$/, ""),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    "/x/5/y": '"y": true',
    "/x/4": "null",
    "/x/0": "[]",
    "/openapi": '"openapi": "3.0.0"',
    "/x/9/z": "[",
    "": "{",
  });
});

test("findings have line and column, in JSON as in YAML", async () => {
  const yaml = `${HEAD}paths:\n  /a~b:\n    get:\n      parameters:\n        - name: q\n          in: query\n          schema:\n            type: string\n`;
  const json = JSON.stringify(
    {
      openapi: "3.1.0",
      paths: {
        "/a~b": { get: { parameters: [{ name: "q", in: "query", schema: { type: "string" } }] } },
      },
    },
    null,
    2,
  );
  for (const [text, line, column] of [
    [yaml, 9, 11],
    [json, 10, 13],
  ] as const) {
    const base = await readSpec("a", text.replace("string", "boolean"));
    const head = await readSpec("b", text.replace("string", "integer"));
    if (base.value === undefined || head.value === undefined) throw new Error("unreadable");
    const [found] = compareSpecs(base.value, head.value, { today: "2026-01-01" });
    expect(found?.diagnostic.artifact).toEqual({ path: "b", locator: { line, column } });
  }
});
