-- Context: Analytics (analytics). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: replays.id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/id
-- finds: rows without a value of id
SELECT 'replays.id.missing' AS check_id, 'replays.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.id IS NULL LIMIT 100;

-- check: replays.from_time.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/from-time
-- finds: rows without a value of from_time
SELECT 'replays.from_time.missing' AS check_id, 'replays.from_time' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.from_time IS NULL LIMIT 100;

-- check: replays.to_time.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/to-time
-- finds: rows without a value of to_time
SELECT 'replays.to_time.missing' AS check_id, 'replays.to_time' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.to_time IS NULL LIMIT 100;

-- check: replays.reason.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/reason
-- finds: rows without a value of reason
SELECT 'replays.reason.missing' AS check_id, 'replays.reason' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.reason IS NULL LIMIT 100;

-- check: replays.status.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/status
-- finds: rows without a value of status
SELECT 'replays.status.missing' AS check_id, 'replays.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.status IS NULL LIMIT 100;

-- check: replays.created_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/created-at
-- finds: rows without a value of created_at
SELECT 'replays.created_at.missing' AS check_id, 'replays.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: replays.updated_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'replays.updated_at.missing' AS check_id, 'replays.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM replays AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: replays.id.duplicate   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay
-- finds: values of id that stand twice
SELECT 'replays.id.duplicate' AS check_id, 'replays.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM replays AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: replays.reason.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/reason
-- finds: values of reason that replays_reason_check forbids
SELECT 'replays.reason.forbidden' AS check_id, 'replays.reason' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.reason) AS text) AS detail
FROM replays AS t
WHERE NOT (char_length(t.reason) <= 5000) LIMIT 100;

-- check: replays.status.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/replay/field/status
-- finds: values of status that replays_status_check forbids
SELECT 'replays.status.forbidden' AS check_id, 'replays.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM replays AS t
WHERE NOT (t.status IN ('requested', 'running', 'completed', 'failed')) LIMIT 100;
