/** What calls for it: the same for an entity and the operations on it. */
export const INGEST_TRIGGERS: RegExp =
  /\bingest\w*\b|\bcollect(?:s|ed|ing)? (?:[\w-]+ ){0,2}(?:events?|telemetry|readings?|measurements?|click ?streams?|pings?)\b|\b(?:accept|receive|record)(?:s|ed|ing)?\b[^.]{0,60}\b(?:telemetry|sensor data|click ?streams?|(?:sensor|meter|gps) (?:readings?|data|pings?)|events per second)\b/i;

export const LIVE_TRIGGERS: RegExp =
  /\b(?:live|real[- ]time)\b[^.]{0,60}\b(?:dashboards?|figures|metrics|monitoring)\b|\bdashboards?\b[^.]{0,80}\b(?:live|real[- ]time|within \d+|no older than)\b|\b(?:aggregat\w+|totals|counts)\b[^.]{0,40}\b(?:per|by|every|each) (?:\w+ )?(?:minute|second|hour|window)\b/i;

export const REPORTS_TRIGGERS: RegExp =
  /\b(?:run|schedule|export|download|generate|request)s? (?:[\w-]+,? ){0,4}reports?\b/i;

export const REPLAY_TRIGGERS: RegExp =
  /\b(?:replay(?:s|ed|ing)?|re-?process(?:es|ed|ing)?|backfill(?:s|ed|ing)?)\b/i;
