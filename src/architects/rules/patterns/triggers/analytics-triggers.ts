/** What calls for it: the same for an entity and the operations on it. */
export const INGEST_TRIGGERS: RegExp =
  /\bingest\w*\b|\bcollect(?:s|ed|ing)? (?:[\w-]+ ){0,2}(?:events?|telemetry|readings?|measurements?|click ?streams?|pings?)\b|\b(?:accept|receive|record)(?:s|ed|ing)?\b[^.]{0,60}\b(?:telemetry|sensor data|click ?streams?|(?:sensor|meter|gps) (?:readings?|data|pings?)|events per second)\b/i;

/** What devices send all the time goes through a stream, whatever it is kept as. */
export const STREAM_TRIGGERS: RegExp = new RegExp(
  String.raw`${INGEST_TRIGGERS.source}|\bover MQTT\b|\b(?:positions?|location updates?|readings?|measurements?|telemetry)\b[^.;]{0,12}\b\d{1,3}(?:,\d{3})+ (?:per|a) second\b|\b\d{1,3}(?:,\d{3})+ (?:gps )?(?:positions?|location updates?|readings?|measurements?) (?:per|a) second\b`,
  "i",
);

export const LIVE_TRIGGERS: RegExp =
  /\b(?:live|real[- ]time)\b[^.]{0,60}\b(?:dashboards?|figures|metrics|monitoring)\b|\bdashboards?\b[^.]{0,80}\b(?:live|real[- ]time|within \d+|no older than)\b|\b(?:aggregat\w+|totals|counts)\b[^.]{0,40}\b(?:per|by|every|each) (?:\w+ )?(?:minute|second|hour|window)\b/i;

export const REPORTS_TRIGGERS: RegExp =
  /\b(?:run|schedule|export|download|generate|request)s? (?:[\w-]+,? ){0,4}reports?\b/i;

export const REPLAY_TRIGGERS: RegExp =
  /\breplay(?:s|ed|ing)?\b(?! (?:an? |the )?(?:routes?|matches|match|games?|videos?|recordings?|calls?|trips?|rides?)\b)|\b(?:re-?process(?:es|ed|ing)?|backfill(?:s|ed|ing)?)\b/i;
