import { expect, test } from "vitest";
import { exampleDocuments } from "./support/example-documents.ts";
import { findConsumers, NOT_INSTALLED } from "./support/find-consumers.ts";
import { proveWorkflows } from "./support/prove-workflows.ts";

const consumers = findConsumers();

test.each(consumers === undefined ? [] : exampleDocuments("contexts"))(
  "Redocly respect runs a workflow of every operation of $name",
  async (document) => {
    if (consumers === undefined) return;
    const { workflows, checks, output } = await proveWorkflows(consumers, document);
    expect(workflows.passed, output).toBe(workflows.total);
    expect(checks.passed, output).toBe(checks.total);
    expect(workflows.total, output).toBeGreaterThan(0);
  },
);

test.skipIf(consumers !== undefined)(`workflows, ${NOT_INSTALLED}`, () => undefined);
