import { expect, test } from "vitest";
import { exampleDocuments } from "./support/example-documents.ts";
import { findConsumers, NOT_INSTALLED } from "./support/find-consumers.ts";
import { proveMock } from "./support/prove-mock.ts";

const consumers = findConsumers();

test.each(consumers === undefined ? [] : exampleDocuments("some"))(
  "Prism serves every operation of $name",
  async (document) => {
    if (consumers === undefined) return;
    const { operations, calls, problems } = await proveMock(consumers, document);
    expect(problems).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(operations);
    expect(operations).toBeGreaterThan(0);
  },
);

test.skipIf(consumers !== undefined)(`Prism, ${NOT_INSTALLED}`, () => undefined);
