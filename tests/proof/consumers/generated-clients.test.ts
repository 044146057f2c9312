import { expect, test } from "vitest";
import { exampleDocuments } from "./support/example-documents.ts";
import { findConsumers, NOT_INSTALLED } from "./support/find-consumers.ts";
import { proveClients } from "./support/prove-clients.ts";

const consumers = findConsumers();

test.skipIf(consumers === undefined)(
  "what openapi-typescript and hey-api generate passes the strict compiler",
  async () => {
    if (consumers === undefined) return;
    expect(await proveClients(consumers, exampleDocuments("some"))).toBe("");
  },
  240_000,
);

test.skipIf(consumers === undefined)(
  "the compiler sees what is wrong with a client",
  async () => {
    if (consumers === undefined) return;
    const [document] = exampleDocuments("some");
    if (document === undefined) throw new Error("there are no examples");
    const root = structuredClone(document.root);
    Object.assign(root, {
      paths: {},
      components: { schemas: { Broken: { $ref: "#/components/schemas/Ghost" } } },
    });
    await expect(async () => {
      expect(await proveClients(consumers, [{ ...document, root }])).toBe("");
    }).rejects.toThrow();
  },
  120_000,
);

test.skipIf(consumers !== undefined)(`generated clients, ${NOT_INSTALLED}`, () => undefined);
