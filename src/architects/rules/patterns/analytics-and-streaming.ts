import type { Pattern } from "../pattern.ts";
import { analyticsEntities } from "./entities/analytics-entities.ts";
import {
  INGEST_TRIGGERS,
  LIVE_TRIGGERS,
  REPORTS_TRIGGERS,
  STREAM_TRIGGERS,
  REPLAY_TRIGGERS,
} from "./triggers/analytics-triggers.ts";

export const analyticsAndStreamingPattern: Pattern = {
  priority: 100,
  holdsStarSchema: true,
  context: {
    id: "analytics",
    name: "Analytics",
    purpose: "Owns what happened, as a stream and in aggregates, and the questions asked of it.",
    classification: "supporting",
  },
  entities: analyticsEntities,
  operations: [
    {
      id: "ingest-event",
      name: "Ingest event",
      description:
        "Takes an event in; it is in the stream when this is answered, and a repeated key changes nothing.",
      entity: "raw-event",
      when: INGEST_TRIGGERS,
      claims: /^(?:ingest|collect|accept|receive|record|send)\b/,
      shape: "create",
      http: { method: "post", path: "/events", status: 202 },
      accepts: ["event-key", "event-type", "source", "schema-version", "occurred-at", "payload"],
      idempotency: {
        mode: "natural",
        reason: "The event key is unique: a repeat changes nothing.",
      },
    },
    {
      id: "list-metrics",
      name: "List metrics",
      description: "Pages through the aggregates of a span of time, newest first.",
      entity: "metric-window",
      when: LIVE_TRIGGERS,
      claims:
        /^(?:see|view|watch|monitor|read|show|get|filter|track) .*(?:dashboard|figure|metric|map|count|view)/,
      shape: "list",
      http: { method: "get", path: "/metrics", status: 200 },
    },
    {
      id: "request-report",
      name: "Request report",
      description: "Asks for a report; it is made in the background and its status can be read.",
      entity: "report",
      when: REPORTS_TRIGGERS,
      claims: /^(?:run|schedule|export|download|generate|request) (?:\w+ )*report/,
      shape: "create",
      http: { method: "post", path: "/reports", status: 202 },
      accepts: ["report-type", "from-date", "to-date"],
      own: true,
    },
    {
      id: "start-replay",
      name: "Start replay",
      description:
        "Repeats the stream over a span of time; the aggregates are written again, not added to.",
      entity: "replay",
      when: REPLAY_TRIGGERS,
      claims: /^(?:replay|reprocess|re-process|backfill)\b/,
      shape: "create",
      http: { method: "post", path: "/replays", status: 202 },
      accepts: ["from-time", "to-time", "reason"],
    },
  ],
  events: [],
  needs: [
    {
      store: "stream",
      reason: "Events arrive faster than rows are written, and are read again on a replay.",
      when: STREAM_TRIGGERS,
    },
    {
      store: "olap",
      reason: "Aggregates over the whole history are asked for without touching the database.",
      when: LIVE_TRIGGERS,
    },
  ],
};
