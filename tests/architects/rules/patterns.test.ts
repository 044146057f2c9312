import { describe, expect, it } from "vitest";
import { composeDomain } from "../../../src/architects/rules/compose-domain.ts";
import type { DomainModel } from "../../../src/architects/rules/domain-model.ts";
import { patterns } from "../../../src/architects/rules/patterns.generated.ts";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import { draftAll, faultsOf, readText } from "./draft-all.ts";

const SIGN_IN = "- As a user, I want to register an account with my email and sign in.";

async function domainOf(...lines: readonly string[]): Promise<DomainModel> {
  return composeDomain(await readText(["# Product", "", ...lines].join("\n")));
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id).toSorted();
}

function callsOf({ operations }: DomainModel): readonly string[] {
  return operations.flatMap(({ http }) =>
    http === undefined ? [] : [`${http.method} ${http.path}`],
  );
}

/** Entities of a pattern that a text gets, by the pattern's own ids. */
async function knownIn(pattern: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const { entities } = await domainOf(...lines);
  const own = patterns.find(({ context }) => context.id === pattern)?.entities ?? [];
  return entities
    .filter(({ description }) => own.some((known) => known.description === description))
    .map(({ id }) => id);
}

/** A text that calls for a pattern must become a design without findings. */
async function expectSound(...lines: readonly string[]): Promise<void> {
  const design = await draftAll(await readText(["# Product", "", ...lines].join("\n")));
  const index = indexDesign(design);
  expect(faultsOf(design)).toEqual([]);
  expect(
    designChecks.flatMap((check) =>
      check.check(design, index).map(({ code, message }) => `${code}: ${message}`),
    ),
  ).toEqual([]);
}

describe("the order of the patterns", () => {
  it("is declared: no two patterns have one priority or one context", () => {
    expect(new Set(patterns.map(({ priority }) => priority)).size).toBe(patterns.length);
    expect(new Set(patterns.map(({ context }) => context.id)).size).toBe(patterns.length);
  });

  it("lets every entity that a pattern needs, refers to or acts on be known", () => {
    const known = new Set(patterns.flatMap(({ entities }) => entities.map(({ id }) => id)));
    for (const { entities, operations, events } of patterns) {
      const own = new Set(entities.map(({ id }) => id));
      for (const { needs = [], references = [] } of entities)
        for (const id of [...needs, ...references.map(({ to }) => to)]) expect(known).toContain(id);
      for (const { entity } of [...operations, ...events]) expect(own).toContain(entity);
    }
  });

  it("gives a word that two patterns know to the first of them", async () => {
    const { entities } = await domainOf(
      SIGN_IN,
      "- As a user, I want to write a review with a rating for a product, so that others trust products.",
      "- As a user, I want to comment on posts in my feed.",
    );
    expect(idsOf(entities).filter((id) => /comment|review/.test(id))).toEqual([
      "comment",
      "review",
    ]);
  });
});

describe("payments", () => {
  const text = [
    SIGN_IN,
    "- As a buyer, I want to place an order.",
    "- When an order is placed, the payment is charged through Stripe.",
    "- As a support agent, I want to refund an order.",
    "- As a seller, I want to see my payouts.",
  ];

  it("says who makes a payment succeeded: the signed webhook of the provider", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(
      expect.arrayContaining(["order", "payment", "payment-event", "payout", "refund"]),
    );
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining(["post /webhooks/stripe", "post /orders/{orderId}/refunds"]),
    );
    const hook = domain.operations.find(({ id }) => id === "receive-payment-event");
    expect(hook?.publicReason).toMatch(/signature/);
    expect(hook?.headers?.map(({ name }) => name)).toEqual(["stripe-signature"]);
    const payment = domain.entities.find(({ id }) => id === "payment");
    expect(payment?.lifecycle?.transitions.map(({ trigger }) => trigger)).toContain(
      "Receive payment event: succeeded",
    );
    await expectSound(...text);
  }, 60_000);

  it("names the webhook after nobody where the text names no provider", async () => {
    const domain = await domainOf(
      SIGN_IN,
      "- As a rider, I want to pay for a ride by credit card.",
      "- The payment provider reports whether a payment succeeded.",
    );
    expect(callsOf(domain)).toContain("post /webhooks/payment-provider");
    expect(idsOf(domain.actors)).toContain("payment-provider");
  });

  it("is not called for by attention that is paid or a page that is charged", async () => {
    expect(
      await knownIn(
        "payments",
        "- As a teacher, I want to see who pays attention in a lesson.",
        "- As a technician, I want to see how far a battery is charged.",
      ),
    ).toEqual([]);
  });
});

describe("messaging", () => {
  const text = [
    SIGN_IN,
    "- As a user, I want to start a conversation with another user.",
    "- As a user, I want to send messages in a conversation.",
    "- As a user, I want to mark a conversation as read.",
  ];

  it("has conversations, who takes part and messages", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(
      expect.arrayContaining(["conversation", "message", "participant"]),
    );
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining([
        "post /conversations",
        "post /conversations/{conversationId}/messages",
        "get /conversations/{conversationId}/messages",
        "put /conversations/{conversationId}/read-mark",
      ]),
    );
    await expectSound(...text);
  }, 60_000);

  it("is not called for by error messages, message queues or text messages", async () => {
    expect(
      await knownIn(
        "messaging",
        "- As a user, I want to see an error message when a field is wrong.",
        "- The system shall use a message queue between its parts.",
        "- As a customer, I want to receive a text message when my parcel arrives.",
      ),
    ).toEqual([]);
  });
});

describe("notifications", () => {
  const text = [
    SIGN_IN,
    "- As a user, I want to receive push notifications on my phone.",
    "- As a user, I want to see my notifications and mark notifications as read.",
    "- As a user, I want to choose which notifications I get by email.",
    "- As an admin, I want to edit notification templates.",
  ];

  it("has what people are told, where and whether they want it, and asks for a provider", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(
      expect.arrayContaining([
        "notification",
        "notification-preference",
        "notification-template",
        "push-device",
      ]),
    );
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining([
        "get /notifications",
        "post /push-devices",
        "put /notification-preferences/{topic}/{channel}",
      ]),
    );
    expect(idsOf(domain.actors)).toContain("push-provider");
    await expectSound(...text);
  }, 60_000);

  it("keeps nothing where the system only notifies", async () => {
    expect(
      await knownIn(
        "notifications",
        "- When an order is shipped, the system shall notify the buyer by email.",
        "- As a user, I want to create notes with a title.",
      ),
    ).toEqual([]);
  });
});

describe("media", () => {
  const text = [
    SIGN_IN,
    "- As a user, I want to upload photos, so that others see them.",
    "- The system shall make thumbnails of every photo.",
  ];

  it("takes bytes by signed URL into an object store and keeps variants", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(expect.arrayContaining(["media-variant", "photo"]));
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining(["post /photos", "post /photos/{photoId}/complete"]),
    );
    const upload = domain.operations.find(({ http }) => http?.path === "/photos");
    expect(upload?.answers?.map(({ name }) => name)).toContain("upload url");
    expect(domain.needs.map(({ store }) => store)).toContain("object");
    await expectSound(...text);
  }, 60_000);

  it("is not called for by a picture that somebody gets or a file of a build", async () => {
    expect(
      await knownIn(
        "media",
        "- As a manager, I want to get a clear picture of the sales.",
        "- As a developer, I want to create a makefile with a name.",
      ),
    ).toEqual([]);
  });
});

describe("scheduling", () => {
  const text = [
    SIGN_IN,
    "- As a doctor, I want to set my working hours.",
    "- As a user, I want to find free slots.",
    "- As a user, I want to book an appointment in a slot.",
    "- As a user, I want to cancel an appointment.",
    "- A day before an appointment, the user gets a reminder of the appointment by email.",
  ];

  it("calls a booking what the text calls it, with slots, hours and reminders", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(
      expect.arrayContaining(["appointment", "availability", "booking-reminder", "slot"]),
    );
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining([
        "get /slots",
        "post /appointments",
        "post /appointments/{appointmentId}/cancel",
      ]),
    );
    await expectSound(...text);
  }, 60_000);

  it("is not called for by availability as a quality, books, or stock that is reserved", async () => {
    expect(
      await knownIn(
        "scheduling",
        "- The availability of the service must be 99.9 %.",
        "- As a reader, I want to review a book.",
        "- As a buyer, I want to place an order of products.",
        "- The stock must be reserved when an order is placed.",
      ),
    ).toEqual([]);
  });
});

describe("the social graph", () => {
  const text = [
    SIGN_IN,
    "- As a user, I want to follow and unfollow other users.",
    "- As a user, I want to publish posts.",
    "- As a user, I want to see a feed with the posts of those I follow.",
    "- As a user, I want to like posts.",
    "- As a user, I want to comment on posts.",
  ];

  it("has who follows whom, posts, likes, comments and a feed", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(
      expect.arrayContaining(["comment", "follow", "like", "post"]),
    );
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining([
        "put /follows/{followedAccountId}",
        "delete /follows/{followedAccountId}",
        "get /feed",
        "put /posts/{postId}/like",
        "post /posts/{postId}/comments",
      ]),
    );
    expect(domain.needs.map(({ store }) => store)).toContain("cache");
    await expectSound(...text);
  }, 60_000);

  it("is not called for by instructions that are followed or what somebody would like", async () => {
    expect(
      await knownIn(
        "social",
        SIGN_IN,
        "- As a cook, I would like to create recipes with a title.",
        "- Users must follow the instructions of the recipe.",
      ),
    ).toEqual([]);
  });
});

describe("analytics and streaming", () => {
  const text = [
    SIGN_IN,
    "- The platform shall ingest telemetry from 20,000 machines.",
    "- As an operator, I want to watch a live dashboard of machines per hall.",
    "- As an analyst, I want to schedule reports.",
    "- As an engineer, I want to replay the event stream over a span of time.",
    "- fact_output: one machine in one hour; dim_machine, dim_hall; measures: good pieces, bad pieces.",
    "- dim_machine: attributes: serial number, model.",
  ];

  it("keeps events and aggregates apart from the database and reads the star schema", async () => {
    const domain = await domainOf(...text);
    const stores = Object.fromEntries(domain.entities.map(({ id, store }) => [id, store]));
    expect(stores).toMatchObject({
      "raw-event": "olap",
      "metric-window": "olap",
      "fact-output": "olap",
      "dim-machine": "olap",
      "dim-hall": "olap",
    });
    expect(stores["report"]).toBeUndefined();
    const fact = domain.entities.find(({ id }) => id === "fact-output");
    expect(fact?.references.map(({ to }) => to).toSorted()).toEqual(["dim-hall", "dim-machine"]);
    expect(fact?.fields.map(({ id }) => id)).toEqual(["occurred-at", "good-pieces", "bad-pieces"]);
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining(["post /events", "get /metrics", "post /reports", "post /replays"]),
    );
    expect(domain.needs.map(({ store }) => store)).toEqual(
      expect.arrayContaining(["olap", "stream"]),
    );
    await expectSound(...text);
  }, 60_000);

  it("is not called for by events of a calendar, recorded attendance or a report somebody writes", async () => {
    expect(
      await knownIn(
        "analytics",
        "- As a parent, I want to see the events of the camp.",
        "- As a counselor, I want to record the attendance of events.",
        "- As a manager, I want to export a report of the attendance.",
        "- As a guest, I want to chat in real-time.",
      ),
    ).toEqual([]);
  });
});

describe("the developer platform", () => {
  const text = [
    SIGN_IN,
    "- A developer can create an application with a name and a redirect URL.",
    "- A developer can create, rotate and revoke an API key for an application.",
    "- An integrator can register a webhook endpoint with a URL.",
    "- An integrator can redeliver a webhook delivery.",
  ];

  it("has applications, keys that are only kept as a hash, and webhooks", async () => {
    const domain = await domainOf(...text);
    expect(idsOf(domain.entities)).toEqual(
      expect.arrayContaining(["api-key", "application", "webhook-delivery", "webhook-endpoint"]),
    );
    expect(callsOf(domain)).toEqual(
      expect.arrayContaining([
        "post /api-keys",
        "post /api-keys/{apiKeyId}/rotate",
        "delete /api-keys/{apiKeyId}",
        "post /webhook-deliveries/{webhookDeliveryId}/redeliver",
      ]),
    );
    const key = domain.entities.find(({ id }) => id === "api-key");
    expect(key?.fields.find(({ id }) => id === "key-hash")?.classification).toBe("secret");
    await expectSound(...text);
  }, 60_000);

  it("is not called for by an application for a job or a key of a door", async () => {
    expect(
      await knownIn(
        "developer-platform",
        "- As an applicant, I want to submit an application for a job.",
        "- As a tenant, I want to request a key for the door.",
      ),
    ).toEqual([]);
  });
});
