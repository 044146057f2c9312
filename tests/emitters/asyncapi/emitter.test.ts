import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { asyncapiExternalReferenceCheck } from "../../../src/checks/artifacts/asyncapi-external-reference.ts";
import { asyncapiInvalidDocumentCheck } from "../../../src/checks/artifacts/asyncapi-invalid-document.ts";
import { asyncapiInvalidExampleCheck } from "../../../src/checks/artifacts/asyncapi-invalid-example.ts";
import type { Design } from "../../../src/design/design.ts";
import { asyncapiEmitter } from "../../../src/emitters/asyncapi/emitter.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { checkContext } from "../../support/check-context.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { committedDesigns } from "../../support/committed-designs.ts";
import { sampleDesign } from "../../support/sample-design.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- the parser of AsyncAPI knows the type
type Document = any;

const emit = (design: Design) => asyncapiEmitter.emit(design, emitOptions()).artifacts;

function documentOf(design: Design, context: string): Document {
  const found = emit(design).find((artifact) => artifact.context === context);
  if (found === undefined) throw new Error(`no document of ${context}`);
  return parse(found.text);
}

async function findings(design: Design) {
  const artifacts = emit(design);
  return [
    ...(await asyncapiExternalReferenceCheck.check(artifacts, checkContext())),
    ...(await asyncapiInvalidDocumentCheck.check(artifacts, checkContext())),
    ...(await asyncapiInvalidExampleCheck.check(artifacts, checkContext())),
  ];
}

describe("asyncapi", () => {
  test("a design without events and subscriptions has no document", () => {
    const design = editDesign(({ system, contexts }) => {
      system.events = [];
      for (const context of contexts) {
        context.operations = context.operations.filter(({ kind }) => kind !== "subscription");
      }
    });
    expect(emit(design)).toEqual([]);
  });

  test("what a producer sends is what a consumer receives, and parks", () => {
    const design = editDesign(({ system }) => {
      const [event] = system.events;
      if (event === undefined) throw new Error("the sample has no event");
      const [producer, consumer] = system.contexts;
      if (producer === undefined || consumer === undefined) throw new Error("two contexts");
      system.events = [
        {
          ...event,
          producer: producer.id,
          consumers: [consumer.id],
          delivery: "at-least-once",
          deadLetter: "Parked after 7 attempts.",
        },
      ];
    });
    const [{ id: producer } = { id: "" }, { id: consumer } = { id: "" }] = design.system.contexts;
    const sent = documentOf(design, producer);
    const received = documentOf(design, consumer);
    const actions = (document: Document) =>
      Object.values<Document>(document.operations).map(({ action }) => action);
    expect(actions(sent)).toContain("send");
    expect(actions(received)).toEqual(["receive", "send"]);
    const [topic = ""] = Object.keys(sent.channels);
    expect(Object.keys(received.channels)).toEqual([topic, `${topic}.${consumer}.dead-letter`]);
    expect(received.channels[`${topic}.${consumer}.dead-letter`].description).toBe(
      "Parked after 7 attempts.",
    );
    expect(received.components.messages).toEqual(sent.components.messages);
  });

  test("one that may be lost is not parked", () => {
    const design = editDesign(({ system }) => {
      for (const event of system.events) event.delivery = "at-most-once";
    });
    for (const { text } of emit(design)) expect(text).not.toContain("dead-letter:");
  });

  test.each([
    ["Apache Kafka", "kafka"],
    ["RabbitMQ", "amqp"],
    ["NATS JetStream", "nats"],
    ["Pulsar", "pulsar"],
    ["My Bus", "my-bus"],
  ])("%s speaks %s, and its document is valid", async (engine, protocol) => {
    const design = editDesign(({ system }) => {
      system.stores = system.stores.filter(({ kind }) => kind !== "stream");
      system.stores.push({
        id: "bus",
        name: "Bus",
        kind: "stream",
        engine,
        contexts: system.contexts.map(({ id }) => id),
        purpose: "Carries events.",
        replicas: 2,
        retentionDays: 3,
        requirements: [],
      });
    });
    const [artifact] = emit(design);
    const document: Document = parse(artifact?.text ?? "");
    expect(Object.values<Document>(document.servers)[0].protocol).toBe(protocol);
    if (protocol === "kafka") expect(artifact?.text).toContain("retention.ms: 259200000");
    expect(await findings(design)).toEqual([]);
  });

  test("without a broker the outbox is the channel", async () => {
    const design = editDesign(({ system }) => {
      system.stores = system.stores.filter(({ kind }) => kind !== "stream");
    });
    const [artifact] = emit(design);
    const document: Document = parse(artifact?.text ?? "");
    const [server] = Object.values<Document>(document.servers);
    expect(server.protocol).toBe("postgresql");
    expect(artifact?.text).toContain("reads the outbox table");
    expect(await findings(design)).toEqual([]);
  });

  test("a secret is in no payload", () => {
    const design = editDesign(({ system, contexts }) => {
      const event = system.events.find(({ payload }) => payload.some(({ field }) => field));
      const part = event?.payload.find(({ field }) => field !== undefined);
      const [context, entity] = event?.entity?.split("/") ?? [];
      const field = contexts
        .find((candidate) => candidate.context === context)
        ?.entities.find(({ id }) => id === entity)
        ?.fields.find(({ id }) => id === part?.field);
      if (field === undefined || part === undefined) throw new Error("no field in an event");
      field.classification = "secret";
      part.name = "hushHush";
    });
    expect(emit(design).length).toBeGreaterThan(0);
    for (const { text } of emit(design)) expect(text).not.toContain("hushHush");
  });

  test("a subscription is a stream that a client listens to", async () => {
    const design = editDesign(({ contexts }) => {
      const operation = contexts
        .flatMap(({ operations }) => operations)
        .find(({ kind, response }) => kind === "query" && response !== undefined);
      if (operation === undefined) throw new Error("no query");
      operation.kind = "subscription";
    });
    const texts = emit(design).map(({ text }) => text);
    expect(texts.join()).toContain("client-stream");
    expect(await findings(design)).toEqual([]);
  });

  test("the sample and the committed designs are valid, without a warning", async () => {
    for (const design of [sampleDesign(), ...committedDesigns().map(([, read]) => read())]) {
      expect(await findings(design)).toEqual([]);
    }
  });

  test("random designs are valid, without a warning, and the same twice", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign(), async (design) => {
        expect(await findings(design)).toEqual([]);
        expect(emit(design)).toEqual(emit(design));
      }),
      { numRuns: 12 },
    );
  });
});
