import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { yamlText } from "../../../src/artifacts/yaml-text.ts";
import { asyncapiExternalReferenceCheck } from "../../../src/checks/artifacts/asyncapi-external-reference.ts";
import { asyncapiInvalidDocumentCheck } from "../../../src/checks/artifacts/asyncapi-invalid-document.ts";
import { asyncapiInvalidExampleCheck } from "../../../src/checks/artifacts/asyncapi-invalid-example.ts";
import { asyncapiEmitter } from "../../../src/emitters/asyncapi/emitter.ts";
import { invalid, valid } from "../../support/cases.ts";
import { checkContext } from "../../support/check-context.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- documents are broken in ways no type allows
type Broken = any;

function broken(change: (root: Broken) => void): Artifact {
  const [artifact] = asyncapiEmitter.emit(sampleDesign(), emitOptions()).artifacts;
  if (artifact === undefined) throw new Error("the sample has no events");
  const root: unknown = parse(artifact.text);
  change(root);
  return { ...artifact, text: yamlText(root) };
}

const first = (of: Broken): Broken => Object.values(of)[0];
const parser = (artifact: Artifact) =>
  asyncapiInvalidDocumentCheck.check([artifact], checkContext());
const references = (artifact: Artifact) =>
  asyncapiExternalReferenceCheck.check([artifact], checkContext());

describe("asyncapi/invalid-document", () => {
  const code = "asyncapi/invalid-document";
  valid("asyncapi/invalid-document", "as it is rendered", () => parser(broken(() => undefined)));
  const defects: Readonly<Record<string, (root: Broken) => void>> = {
    "no info": (root) => delete root.info,
    "a version that there is not": (root) => (root.asyncapi = "9.0.0"),
    "an unknown action": (root) => (first(root.operations).action = "shout"),
    "a channel that there is not": (root) =>
      (first(root.operations).channel.$ref = "#/channels/nowhere"),
    "a server that there is not": (root) =>
      (first(root.channels).servers = [{ $ref: "#/servers/nowhere" }]),
    "a type that there is not": (root) => (first(root.components.messages).payload.type = "strin"),
    "a key that there is not": (root) => (first(root.channels).adress = "x"),
  };
  for (const [name, defect] of Object.entries(defects)) {
    invalid("asyncapi/invalid-document", name, () => parser(broken(defect)));
  }
  invalid("asyncapi/invalid-document", "no YAML", () =>
    parser({ path: "asyncapi/x.yaml", kind: "asyncapi", text: "a: [", origins: [] }),
  );
  invalid("asyncapi/invalid-document", "an alias", () =>
    parser({ path: "asyncapi/x.yaml", kind: "asyncapi", text: "a: &a 1\nb: *a", origins: [] }),
  );
  test("the subject is the event behind the place", async () => {
    const found = await parser(broken((root) => (first(root.components.messages).payload = 7)));
    expect(found.map(({ code: own }) => own)).toContain(code);
    expect(found.map(({ subject }) => subject).join()).toContain("system/event/");
  });
});

describe("asyncapi/invalid-example", () => {
  const examples = (artifact: Artifact) =>
    asyncapiInvalidExampleCheck.check([artifact], checkContext());
  const example = (root: Broken) => first(root.components.messages).examples[0];
  valid("asyncapi/invalid-example", "as it is rendered", () => examples(broken(() => undefined)));
  invalid("asyncapi/invalid-example", "headers that are missing", () =>
    examples(broken((root) => (example(root).headers = { none: 1 }))),
  );
  invalid("asyncapi/invalid-example", "a payload of another type", () =>
    examples(broken((root) => (example(root).payload = "text"))),
  );
  invalid("asyncapi/invalid-example", "a schema that cannot be read", () =>
    examples(broken((root) => (first(root.components.messages).headers = { pattern: "(" }))),
  );
});

describe("asyncapi/external-reference", () => {
  valid("asyncapi/external-reference", "references inside", () =>
    references(broken(() => undefined)),
  );
  for (const target of ["https://example.com/x.yaml", "./other.yaml", "file:///etc/passwd"]) {
    const artifact = broken((root) => (first(root.components.messages).payload = { $ref: target }));
    invalid("asyncapi/external-reference", target, () => references(artifact));
    test(`the parser never sees a document that refers to ${target}`, async () => {
      expect(await parser(artifact)).toEqual([]);
    });
  }
});
