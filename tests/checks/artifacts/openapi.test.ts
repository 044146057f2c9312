import { describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { yamlText } from "../../../src/artifacts/yaml-text.ts";
import type { ArtifactCheck } from "../../../src/checks/artifact-check.ts";
import { openapiContradictingBoundsCheck } from "../../../src/checks/artifacts/openapi-contradicting-bounds.ts";
import { openapiExternalReferenceCheck } from "../../../src/checks/artifacts/openapi-external-reference.ts";
import { openapiInvalidExampleCheck } from "../../../src/checks/artifacts/openapi-invalid-example.ts";
import { openapiInvalidMediaTypeCheck } from "../../../src/checks/artifacts/openapi-invalid-media-type.ts";
import { openapiInvalidStructureCheck } from "../../../src/checks/artifacts/openapi-invalid-structure.ts";
import { openapiRedoclyCheck } from "../../../src/checks/artifacts/openapi-redocly.ts";
import { openapiSpectralCheck } from "../../../src/checks/artifacts/openapi-spectral.ts";
import { openapiUndefinedDiscriminatorCheck } from "../../../src/checks/artifacts/openapi-undefined-discriminator.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { invalid, valid } from "../../support/cases.ts";
import { checkContext } from "../../support/check-context.ts";
import { openapiPackage } from "../../support/openapi-package.ts";
import { sampleDesign } from "../../support/sample-design.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- documents are broken in ways no type allows
type Broken = any;
type Change = (root: Broken) => void;

/** The lending document with a defect. */
function document(change: Change, version: "3.0" | "3.1" = "3.0"): Artifact {
  const artifact = openapiPackage(sampleDesign(), version).artifacts[1];
  if (artifact === undefined) throw new Error("the sample has no lending document");
  const data: unknown = parse(artifact.text);
  change(data);
  return { ...artifact, text: yamlText(data) };
}

async function run(check: ArtifactCheck, artifact: Artifact): Promise<readonly Diagnostic[]> {
  return check.check([artifact], checkContext());
}

function text(content: string): Artifact {
  return { path: "openapi/x.yaml", kind: "openapi", text: content, origins: [] };
}

const loan = (root: Broken): Record<string, Record<string, unknown>> =>
  root["components"]["schemas"]["Loan"]["properties"];
const firstExample = (media: Broken): Broken => Object.values(media.examples)[0];
const untouched: Change = () => undefined;

describe("openapi/external-reference", () => {
  const targets = [
    "https://example.com/x.yaml#/a",
    "./other.yaml",
    "/etc/passwd",
    "file:///etc/passwd",
    "other.yaml#/components",
    "",
  ];
  for (const target of targets) {
    invalid("openapi/external-reference", `$ref to "${target}"`, () =>
      run(
        openapiExternalReferenceCheck,
        document((root) => (loan(root)["fine"] = { $ref: target })),
      ),
    );
  }
  invalid("openapi/external-reference", "in a mapping", () =>
    run(
      openapiExternalReferenceCheck,
      document((root) => {
        root.components.schemas.Loan.discriminator = {
          propertyName: "state",
          mapping: { a: "./x" },
        };
      }),
    ),
  );
  invalid("openapi/external-reference", "in the data of an example", () =>
    run(
      openapiExternalReferenceCheck,
      document((root) => {
        const media = root.paths["/loans"].post.requestBody.content["application/json"];
        firstExample(media).value.note = { $ref: "./x.yaml" };
      }),
    ),
  );
  valid("openapi/external-reference", "references inside the document", () =>
    run(openapiExternalReferenceCheck, document(untouched)),
  );
  test("no engine sees such a document", async () => {
    const artifact = document((root) => {
      loan(root)["fine"] = { $ref: "http://127.0.0.1:9/x" };
      delete root.info.title;
    });
    const found = await Promise.all(
      [openapiInvalidStructureCheck, openapiRedoclyCheck, openapiSpectralCheck].map((check) =>
        run(check, artifact),
      ),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe("openapi/invalid-structure", () => {
  for (const version of ["3.0", "3.1"] as const) {
    invalid("openapi/invalid-structure", `an unknown field in ${version}`, () =>
      run(
        openapiInvalidStructureCheck,
        document((root) => (root.info.titel = "x"), version),
      ),
    );
    invalid("openapi/invalid-structure", `no paths and no title in ${version}`, () =>
      run(
        openapiInvalidStructureCheck,
        document((root) => delete root.info.title, version),
      ),
    );
    valid("openapi/invalid-structure", version, () =>
      run(openapiInvalidStructureCheck, document(untouched, version)),
    );
  }
  const broken = ["a: [", "- a", "", "openapi: 3.2.0", "openapi: 3.0.3\nopenapi: 3.0.3", "a: *b"];
  for (const content of broken) {
    invalid("openapi/invalid-structure", `the text ${JSON.stringify(content)}`, () =>
      run(openapiInvalidStructureCheck, text(content)),
    );
  }
  test("aliases that would grow are refused at once", async () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let level = 1; level < 40; level++) {
      lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    }
    const [found] = await run(openapiInvalidStructureCheck, text(lines.join("\n")));
    expect(found?.message).toContain("alias");
  });
  test("a finding names the operation that it comes from", async () => {
    const artifact = document((root) => (root.paths["/loans"].get.operationid = "x"));
    const [found] = await run(openapiInvalidStructureCheck, artifact);
    expect(found).toMatchObject({
      subject: "lending/operation/list-loans",
      artifact: { path: "openapi/lending.yaml", locator: { pointer: "/paths/~1loans/get" } },
    });
  });
});

describe("openapi/redocly", () => {
  const defects: Readonly<Record<string, Change>> = {
    "an operationId twice": (root) => (root.paths["/loans"].get.operationId = "borrowCopy"),
    "an undeclared path parameter": (root) =>
      delete root.paths["/members/{memberId}"].get.parameters,
    "an unknown scheme": (root) => (root.paths["/loans"].get.security = [{ ghost: [] }]),
    "a reference to nothing": (root) =>
      (loan(root)["fine"] = { $ref: "#/components/schemas/Ghost" }),
    "a component that nobody uses": (root) => (root.components.schemas.Unused = { type: "string" }),
    "a schema that refers to itself": (root) =>
      (root.components.schemas.Loan = { $ref: "#/components/schemas/Loan" }),
  };
  for (const [name, change] of Object.entries(defects)) {
    for (const version of ["3.0", "3.1"] as const) {
      invalid("openapi/redocly", `${name}, ${version}`, () =>
        run(openapiRedoclyCheck, document(change, version)),
      );
    }
  }
  valid("openapi/redocly", "the sample", () => run(openapiRedoclyCheck, document(untouched)));
  test("a finding names the rule and the property", async () => {
    const artifact = document(
      (root) => (loan(root)["state"] = { type: "string", enum: ["a", "a"] }),
    );
    const found = await run(openapiRedoclyCheck, artifact);
    expect(found).toContainEqual(
      expect.objectContaining({
        subject: "lending/schema/loan/property/state",
        message: expect.stringContaining("no-duplicated-enum-values"),
      }),
    );
  });
  test("what one document had is forgotten in the next", async () => {
    const bad = document((root) => (loan(root)["fine"] = { type: "integer" }));
    expect((await run(openapiRedoclyCheck, bad)).length).toBeGreaterThan(0);
    expect(await run(openapiRedoclyCheck, document(untouched))).toEqual([]);
  });
});

describe("openapi/spectral", () => {
  const defects: Readonly<Record<string, Change>> = {
    "a status that is none": (root) =>
      (root.paths["/loans"].get.responses["999"] = { description: "x" }),
    "a default of the wrong type": (root) =>
      (root.components.parameters.Limit.schema.default = "many"),
    "a tag that is not declared": (root) => (root.paths["/loans"].get.tags = ["Ghost"]),
    "script in a description": (root) => (root.info.description = "<script>alert(1)</script>"),
    "a pattern that does not compile": (root) =>
      (loan(root)["state"] = { type: "string", pattern: "[a" }),
  };
  for (const [name, change] of Object.entries(defects)) {
    for (const version of ["3.0", "3.1"] as const) {
      invalid("openapi/spectral", `${name}, ${version}`, () =>
        run(openapiSpectralCheck, document(change, version)),
      );
    }
  }
  valid("openapi/spectral", "the sample", () => run(openapiSpectralCheck, document(untouched)));
  valid("openapi/spectral", "data that looks like a schema", () =>
    run(
      openapiSpectralCheck,
      document((root) => {
        const media = root.paths["/loans"].post.requestBody.content["application/json"];
        media.schema = { type: "object" };
        firstExample(media).value = {
          type: "x",
          default: 1,
          title: "<script>",
          enum: [1, 1],
        };
        delete root.components.schemas.NewLoan;
      }),
    ),
  );
});

describe("openapi/invalid-example", () => {
  const body = (root: Broken): { schema: unknown; examples: Record<string, { value: never }> } =>
    root["paths"]["/loans"]["post"]["requestBody"]["content"]["application/json"];
  const defects: Readonly<Record<string, Change>> = {
    "a property that is not allowed": (root) =>
      Object.assign(firstExample(body(root)).value, { ghost: 1 }),
    "a date that does not exist": (root) =>
      (body(root).schema = {
        type: "object",
        properties: { memberId: { format: "date", type: "string" } },
      }),
    "a wrong example of a parameter": (root) => (root.components.parameters.Limit.example = 0),
    "a wrong default": (root) => (root.components.parameters.Limit.schema.default = 100_000),
    "null where it is not allowed": (root) =>
      (firstExample(
        root.paths["/loans"].get.responses["200"].content["application/json"],
      ).value.items = null),
    "a schema that no validator compiles": (root) =>
      (body(root).schema = { type: "object", properties: { memberId: { pattern: "(" } } }),
  };
  for (const [name, change] of Object.entries(defects)) {
    for (const version of ["3.0", "3.1"] as const) {
      invalid("openapi/invalid-example", `${name}, ${version}`, () =>
        run(openapiInvalidExampleCheck, document(change, version)),
      );
    }
  }
  valid("openapi/invalid-example", "null where it is allowed", () =>
    run(openapiInvalidExampleCheck, document(untouched)),
  );
  valid("openapi/invalid-example", "a secret that a response does not have", () =>
    run(
      openapiInvalidExampleCheck,
      document((root) => {
        root.components.schemas.Loan.required.push("pin");
        loan(root)["pin"] = { type: "string", writeOnly: true };
      }),
    ),
  );
  invalid("openapi/invalid-example", "the same property without the mark", () =>
    run(
      openapiInvalidExampleCheck,
      document((root) => {
        root.components.schemas.Loan.required.push("pin");
        loan(root)["pin"] = { type: "string" };
      }),
    ),
  );
  valid("openapi/invalid-example", "properties that are called like keywords", () =>
    run(
      openapiInvalidExampleCheck,
      document((root) => {
        const properties = {
          type: { type: "string" },
          default: { type: "integer" },
          schema: {},
          example: {},
        };
        body(root).schema = { type: "object", properties };
        Object.assign(body(root).examples, {
          extra: { value: { type: "a", default: 1, schema: 1, example: 2 } },
        });
      }),
    ),
  );
});

describe("openapi/contradicting-bounds", () => {
  const pairs = [
    { type: "integer", minimum: 2, maximum: 1 },
    { type: "string", minLength: 2, maxLength: 1 },
    { type: "array", items: { type: "integer", minimum: 0.2, maximum: 0.1 } },
    { allOf: [{ minProperties: 3, maxProperties: 2 }] },
  ];
  for (const schema of pairs) {
    invalid("openapi/contradicting-bounds", JSON.stringify(schema), () =>
      run(
        openapiContradictingBoundsCheck,
        document((root) => (loan(root)["fine"] = schema)),
      ),
    );
  }
  valid("openapi/contradicting-bounds", "equal bounds, and data that looks like bounds", () =>
    run(
      openapiContradictingBoundsCheck,
      document((root) => {
        loan(root)["fine"] = {
          minimum: 1,
          maximum: 1,
          example: { minimum: 2, maximum: 1 },
        };
        loan(root)["minimum"] = { type: "integer", minimum: 5 };
        loan(root)["maximum"] = { type: "integer", maximum: 1 };
      }),
    ),
  );
  invalid("openapi/contradicting-bounds", "a field of the Design", () => {
    const design = structuredClone(sampleDesign());
    const field = design.contexts[1]?.schemas[0]?.properties[2] ?? {};
    Object.assign(field, { minLength: 9, maxLength: 3 });
    return openapiContradictingBoundsCheck.check(openapiPackage(design).artifacts, checkContext());
  });
});

describe("openapi/invalid-media-type", () => {
  for (const name of ["json", "application/", "/json", "application/json/x", "a b/c", "*/json"]) {
    invalid("openapi/invalid-media-type", name, () =>
      run(
        openapiInvalidMediaTypeCheck,
        document((root) => (root.paths["/loans"].post.requestBody.content = { [name]: {} })),
      ),
    );
  }
  for (const name of [
    "*/*",
    "text/*",
    "application/vnd.a.v1+json",
    'text/plain; charset="utf-8"',
  ]) {
    valid("openapi/invalid-media-type", name, () =>
      run(
        openapiInvalidMediaTypeCheck,
        document((root) => {
          root.paths["/loans"].post.requestBody.content = { [name]: {} };
          loan(root)["content"] = {
            properties: { content: {} },
            example: { content: { x: 1 } },
          };
        }),
      ),
    );
  }
});

describe("openapi/undefined-discriminator", () => {
  const form = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const discriminator = { propertyName: "kind" };
  const ref = { $ref: "#/components/schemas/Form" };
  const cases: readonly [string, unknown, unknown][] = [
    ["a form without it", form, { oneOf: [ref, { type: "object" }], discriminator }],
    ["a form that does not require it", { ...form, required: [] }, { anyOf: [ref], discriminator }],
    ["the schema itself", form, { type: "object", discriminator }],
    ["a form that refers to itself", ref, { oneOf: [ref], discriminator }],
  ];
  for (const [name, component, schema] of cases) {
    invalid("openapi/undefined-discriminator", name, () =>
      run(openapiUndefinedDiscriminatorCheck, withForm(component, schema)),
    );
  }
  valid("openapi/undefined-discriminator", "every form requires it", () =>
    run(
      openapiUndefinedDiscriminatorCheck,
      withForm(form, { oneOf: [ref, { allOf: [ref, { type: "object" }] }], discriminator }),
    ),
  );
  function withForm(component: unknown, schema: unknown): Artifact {
    return document((root) => {
      root.components.schemas.Form = component;
      root.components.schemas.Choice = schema;
    });
  }
});

test("engines print nothing", async () => {
  const spies = (["log", "warn", "error", "info"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  const artifact = document((root) => (loan(root)["fine"] = { type: "string", format: "ghost" }));
  const checks = [
    openapiInvalidExampleCheck,
    openapiInvalidStructureCheck,
    openapiRedoclyCheck,
    openapiSpectralCheck,
  ];
  for (const check of checks) await run(check, artifact);
  for (const spy of spies) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});
