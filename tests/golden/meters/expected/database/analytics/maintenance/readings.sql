-- Context: Analytics (analytics). Jobs for a scheduler, each statement in a transaction of its own, on a connection that has run PRAGMA foreign_keys = ON.
-- Made by groundplan from the Design: change that and not this file.

-- job: readings.retention   table: readings   keeps: 90 days   by: created_at
-- on: analytics/entity/reading
-- does: deletes rows older than 90 days, a batch at a time; run it until it takes none
DELETE FROM readings
WHERE _rowid_ IN (
  SELECT _rowid_ FROM readings
  WHERE readings.created_at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-90 days')
  ORDER BY readings.created_at LIMIT 5000
);
