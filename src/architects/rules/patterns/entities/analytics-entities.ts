import type { KnownEntity } from "../../pattern.ts";
import {
  INGEST_TRIGGERS,
  LIVE_TRIGGERS,
  REPORTS_TRIGGERS,
  REPLAY_TRIGGERS,
} from "../triggers/analytics-triggers.ts";

const DASHBOARDS = /\b(?:create|build|save|share|configure|edit)s? (?:\w+,? ){0,4}dashboards?\b/i;
const json = { type: "json", samples: [] } as const;

export const analyticsEntities: readonly KnownEntity[] = [
  {
    id: "raw-event",
    name: "Raw event",
    description: "Something that happened, as it was reported; never changed afterwards.",
    names: [
      "raw event",
      "analytics event",
      "event",
      "telemetry event",
      "tracking event",
      "telemetry",
      "click event",
    ],
    impliedBy: INGEST_TRIGGERS,
    evidence: INGEST_TRIGGERS,
    store: "olap",
    analytics: { role: "event", grain: "one event as it was reported" },
    fields: [
      {
        name: "event key",
        essential: true,
        unique: true,
        overrides: { maxLength: 80, samples: ["veh-0417:1767225600:18"] },
      },
      {
        name: "event type",
        essential: true,
        overrides: { maxLength: 80, samples: ["ride_started", "battery_low"] },
      },
      {
        name: "source",
        essential: true,
        overrides: { maxLength: 80, samples: ["vehicle-gateway", "app"] },
      },
      {
        name: "schema version",
        essential: true,
        overrides: { type: "integer", minimum: 1, samples: [3] },
      },
      {
        name: "occurred at",
        essential: true,
        overrides: {
          description: "When it happened, by the clock of the source; late data has an old one.",
        },
      },
      {
        name: "received at",
        essential: true,
        overrides: {
          readOnly: true,
          description: "When it arrived; the difference to occurred at is how late it was.",
        },
      },
      { name: "payload", essential: true, overrides: json },
    ],
    rowsPerUser: 500,
  },
  {
    id: "metric-window",
    name: "Metric window",
    description: "One aggregate over one window of time; written again when late events arrive.",
    names: ["metric window", "aggregate", "live metric", "live figure"],
    impliedBy: LIVE_TRIGGERS,
    evidence: LIVE_TRIGGERS,
    store: "olap",
    analytics: { role: "aggregate", grain: "one metric of one dimension in one window" },
    fields: [
      {
        name: "metric",
        essential: true,
        overrides: { maxLength: 80, samples: ["rides_active", "vehicles_available"] },
      },
      {
        name: "dimension",
        essential: true,
        overrides: { maxLength: 120, samples: ["zone:berlin-mitte"] },
      },
      { name: "window starts at", essential: true },
      {
        name: "window seconds",
        essential: true,
        overrides: { type: "integer", minimum: 1, samples: [60] },
      },
      {
        name: "metric value",
        essential: true,
        overrides: { type: "decimal", precision: 18, scale: 4, samples: [128] },
      },
      {
        name: "is final",
        essential: true,
        overrides: { default: false, description: "No more late events are waited for." },
      },
    ],
    uniqueKeys: [["metric", "dimension", "window-starts-at"]],
    rowsPerUser: 20,
  },
  {
    id: "dashboard",
    name: "Dashboard",
    description: "A page of figures that somebody put together and may share.",
    names: ["dashboard"],
    impliedBy: DASHBOARDS,
    evidence: DASHBOARDS,
    needs: ["raw-event", "metric-window"],
    fields: [
      { name: "title", essential: true, overrides: { samples: ["Fleet today"] } },
      { name: "layout", essential: true, overrides: json },
    ],
    references: [{ to: "account", role: "owner account", required: true }],
    rowsPerUser: 0.05,
  },
  {
    id: "report",
    name: "Report",
    description: "One run of a question over the history, and where its result is.",
    names: ["report", "scheduled report"],
    impliedBy: REPORTS_TRIGGERS,
    evidence: REPORTS_TRIGGERS,
    needs: ["raw-event", "metric-window"],
    fields: [
      {
        name: "report type",
        essential: true,
        overrides: { maxLength: 60, samples: ["monthly_city_report"] },
      },
      { name: "from date", essential: true },
      { name: "to date", essential: true },
      {
        name: "object key",
        essential: true,
        overrides: {
          nullable: true,
          readOnly: true,
          maxLength: 300,
          samples: ["reports/2026-03/city.csv"],
        },
      },
    ],
    references: [{ to: "account", role: "requester account", required: true }],
    lifecycle: {
      field: "status",
      states: ["requested", "running", "ready", "failed"],
      initial: "requested",
      transitions: [
        { from: "requested", to: "running", trigger: "Worker takes it up" },
        { from: "running", to: "ready", trigger: "Result is stored" },
        { from: "running", to: "failed", trigger: "Query fails" },
      ],
      when: /./,
    },
    rowsPerUser: 0.5,
  },
  {
    id: "replay",
    name: "Replay",
    description: "One repetition of the stream over a span of time, after a fault or a new rule.",
    names: ["replay", "backfill"],
    impliedBy: REPLAY_TRIGGERS,
    evidence: REPLAY_TRIGGERS,
    needs: ["raw-event", "metric-window"],
    fields: [
      { name: "from time", essential: true },
      { name: "to time", essential: true },
      { name: "reason", essential: true },
    ],
    lifecycle: {
      field: "status",
      states: ["requested", "running", "completed", "failed"],
      initial: "requested",
      transitions: [
        { from: "requested", to: "running", trigger: "Worker takes it up" },
        { from: "running", to: "completed", trigger: "The last event is processed" },
        { from: "running", to: "failed", trigger: "An event cannot be processed" },
      ],
      when: /./,
    },
    rowsPerUser: 0.0001,
  },
];
