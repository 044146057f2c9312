import type { KnownEntity } from "../../pattern.ts";
import { KEYS_TRIGGERS, USAGE_TRIGGERS } from "../triggers/developer-platform-triggers.ts";

const APPLICATIONS =
  /\b(?:create|register|add|manage|approve|suspend|submit)s? (?:or \w+ )?(?:an? |the |their |my )?(?:client |developer )?applications?\b(?= (?:with|for|of|and)|[.;,]|$)/i;
const HOOKS =
  /\b(?:register|create|add|subscribe|manage|configure|send|sends|set up|receive)s?\b[^.]{0,40}\bwebhooks?\b|\bwebhook (?:endpoints?|subscriptions?|url)\b/i;
const DELIVERIES =
  /\bwebhook deliver(?:y|ies)\b|\bredeliver\w*\b|\bsends? (?:an? |the )?webhooks?\b/i;

export const developerPlatformEntities: readonly KnownEntity[] = [
  {
    id: "application",
    name: "Application",
    description: "A program of somebody else that calls the API.",
    names: ["application", "client application", "developer application"],
    impliedBy: APPLICATIONS,
    evidence: /\bapi[- ]keys?\b|\boauth2?\b|\bredirect ur[li]s?\b|\bdeveloper portal\b/i,
    fields: [
      { name: "name", essential: true },
      {
        name: "client id",
        essential: true,
        unique: true,
        overrides: { readOnly: true, samples: ["app_5f2c91"] },
      },
      {
        name: "redirect url",
        when: /\bredirect ur[li]s?\b/i,
        overrides: {
          nullable: true,
          format: "uri",
          maxLength: 2000,
          samples: ["https://shop.example.com/callback"],
        },
      },
    ],
    references: [{ to: "account", role: "owner account", required: true }],
    rowsPerUser: 0.01,
  },
  {
    id: "api-key",
    name: "API key",
    description: "What a system proves itself with; only a hash of it is kept.",
    names: ["api key"],
    impliedBy: KEYS_TRIGGERS,
    evidence: KEYS_TRIGGERS,
    fields: [
      {
        name: "prefix",
        essential: true,
        unique: true,
        overrides: { readOnly: true, maxLength: 12, samples: ["pk_live_7Jr0"] },
      },
      {
        name: "key hash",
        essential: true,
        unique: true,
        overrides: {
          classification: "secret",
          readOnly: true,
          maxLength: 128,
          samples: ["9f86d081884c7d659a2feaa0c55ad015"],
        },
      },
      { name: "scope", essential: true, overrides: { maxLength: 200, samples: ["orders:read"] } },
      { name: "expires at", essential: true, overrides: { nullable: true } },
      { name: "revoked at", essential: true, overrides: { nullable: true, readOnly: true } },
    ],
    references: [
      { to: "application", required: true, owned: true },
      { to: "account", role: "owner account", required: true },
    ],
    rowsPerUser: 0.02,
  },
  {
    id: "webhook-endpoint",
    name: "Webhook endpoint",
    description: "Where somebody else wants to be told of what happens, and of what.",
    names: ["webhook endpoint", "webhook", "webhook subscription"],
    impliedBy: HOOKS,
    fields: [
      {
        name: "url",
        essential: true,
        overrides: {
          format: "uri",
          maxLength: 2000,
          samples: ["https://shop.example.com/hooks"],
        },
      },
      {
        name: "event types",
        essential: true,
        overrides: {
          type: "json",
          samples: [],
          description: "Names of the events that are sent.",
        },
      },
      {
        name: "signing secret",
        essential: true,
        overrides: { classification: "secret", readOnly: true, samples: ["whsec_4bX9sW2mQe7L"] },
      },
      { name: "enabled", essential: true, overrides: { default: true } },
    ],
    references: [
      { to: "application", required: true, owned: true },
      { to: "account", role: "owner account", required: true },
    ],
    rowsPerUser: 0.01,
  },
  {
    id: "webhook-delivery",
    name: "Webhook delivery",
    description: "One event on its way to one endpoint, with its attempts.",
    names: ["webhook delivery", "delivery attempt", "redeliver"],
    impliedBy: DELIVERIES,
    needs: ["webhook-endpoint"],
    fields: [
      {
        name: "event id",
        essential: true,
        overrides: { type: "uuid", readOnly: true, samples: [] },
      },
      {
        name: "event type",
        essential: true,
        overrides: { readOnly: true, maxLength: 80, samples: ["shipment.delivered"] },
      },
      {
        name: "payload",
        essential: true,
        overrides: { type: "json", readOnly: true, samples: [] },
      },
      { name: "attempts", essential: true, overrides: { default: 0, readOnly: true } },
      {
        name: "response status",
        essential: true,
        overrides: {
          type: "integer",
          minimum: 100,
          maximum: 599,
          nullable: true,
          readOnly: true,
          samples: [204, 503],
        },
      },
      { name: "next attempt at", essential: true, overrides: { nullable: true, readOnly: true } },
    ],
    references: [{ to: "webhook-endpoint", required: true, owned: true }],
    uniqueKeys: [["webhook-endpoint-id", "event-id"]],
    lifecycle: {
      field: "status",
      states: ["pending", "delivered", "failed"],
      initial: "pending",
      transitions: [
        { from: "pending", to: "delivered", trigger: "Endpoint answers 2xx" },
        { from: "pending", to: "failed", trigger: "Last attempt fails" },
        { from: "failed", to: "pending", trigger: "Redeliver webhook" },
      ],
      when: /./,
    },
    rowsPerUser: 20,
  },
  {
    id: "usage-record",
    name: "Usage record",
    description: "How often one application called the API on one day.",
    names: ["usage record", "usage"],
    impliedBy: USAGE_TRIGGERS,
    needs: ["application", "api-key"],
    fields: [
      { name: "day", essential: true },
      { name: "request count", essential: true, overrides: { type: "bigint", default: 0 } },
      { name: "rejected count", essential: true, overrides: { type: "bigint", default: 0 } },
    ],
    references: [{ to: "application", required: true, owned: true }],
    uniqueKeys: [["application-id", "day"]],
    rowsPerUser: 3,
  },
];
