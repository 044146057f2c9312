-- Analytical store: load of analytics.metric_window.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Writes metric_window again from the events: one metric of one dimension in one window.
-- Counts events by type and source; a metric with a formula of its own is written like this.
-- A window is final when nothing of it can arrive any more: 7200 s after its end.
INSERT INTO analytics.metric_window (id, metric, dimension, window_starts_at, window_seconds, metric_value, is_final)
SELECT
  reinterpretAsUUID(sipHash128('events: ' || toString(event_type), 'source: ' || toString(source), toStartOfInterval(occurred_at, INTERVAL 60 SECOND))) AS id,
  'events: ' || toString(event_type) AS metric,
  'source: ' || toString(source) AS dimension,
  toStartOfInterval(occurred_at, INTERVAL 60 SECOND) AS window_starts_at,
  60 AS window_seconds,
  count() AS metric_value,
  {until:DateTime64(3, 'UTC')} >= toStartOfInterval(occurred_at, INTERVAL 60 SECOND) + INTERVAL 7260 SECOND AS is_final
FROM analytics.raw_event FINAL
WHERE occurred_at >= toStartOfInterval({from:DateTime64(3, 'UTC')}, INTERVAL 60 SECOND) - INTERVAL 7260 SECOND
  AND occurred_at < toStartOfInterval({until:DateTime64(3, 'UTC')}, INTERVAL 60 SECOND) + INTERVAL 60 SECOND
GROUP BY event_type, source, toStartOfInterval(occurred_at, INTERVAL 60 SECOND);
